package io.github.fleetdns.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The way from what is to what shall be: what Terraform's calls come to in every order that they
 * may come in.
 *
 * @param verdict whether it works
 * @param calls how many resources are changed
 * @param reasons what does not work in some orders, or in none; none if every order works
 * @param gaps who is without an answer meanwhile, in the orders that work; in those that Terraform
 *     takes, if none does
 * @param steps steps that lead there without a refusal, tried out; none if any order works or none
 *     were found
 * @param batches a batch for each name that changes
 */
public record Way(
    Verdict verdict,
    int calls,
    List<Reason> reasons,
    List<Gap> gaps,
    List<Step> steps,
    List<Batch> batches) {
  /** How long a change takes until all servers of Route 53 know it (route53.md#propagation). */
  public static final long SECONDS_A_CALL = 60;

  /** Copies the lists. */
  public Way {
    reasons = List.copyOf(reasons);
    gaps = List.copyOf(gaps);
    steps = List.copyOf(steps);
    batches = List.copyOf(batches);
  }

  /**
   * Why an order does not work.
   *
   * @param clash what stands in the way
   * @param first what must come first; empty if no order helps
   * @param then what must come after it, or cannot be done
   */
  public record Reason(Clash clash, Optional<Action> first, Optional<Action> then) {}

  /**
   * The way of some stacks, applied in any order and side by side.
   *
   * @param changes what each shall change
   * @param beside what else is known to stand in the way; what is not certain leaves it unproved
   * @param cachedSeconds how long resolvers keep that there is nothing, by zone
   */
  public static Way of(
      List<StackChange> changes, List<Clash> beside, ToLongFunction<String> cachedSeconds) {
    Judgement judgement = Judgement.of(changes);
    Judgement.Answer answer = judgement.answer();
    List<Reason> reasons = new ArrayList<>();
    beside.forEach(clash -> reasons.add(new Reason(clash, Optional.empty(), Optional.empty())));
    reasons.addAll(reasons(judgement));
    boolean broken = beside.stream().anyMatch(Clash::isCertain);
    boolean open = !broken && !beside.isEmpty();
    List<Step> steps =
        broken || answer.level() == Judgement.Level.ANY ? List.of() : Steps.of(changes, judgement);
    Verdict verdict = broken ? Verdict.NO_ORDER : verdict(answer.level(), steps, open);
    Order kept =
        answer.level() == Judgement.Level.SOME
            ? answer.works().orElse(judgement.apply().order())
            : judgement.apply().order();
    List<Gap> gaps = kept.sorted().isEmpty() ? List.of() : Gaps.of(judgement, kept, cachedSeconds);
    return new Way(
        verdict,
        judgement.apply().actions().size(),
        reasons,
        gaps.stream().sorted(Comparator.comparing(Gap::unansweredSeconds).reversed()).toList(),
        steps,
        new BatchSteps(changes, judgement).all());
  }

  private static Verdict verdict(Judgement.Level level, List<Step> steps, boolean open) {
    return switch (level) {
      case NONE -> Verdict.NO_ORDER;
      case ANY -> open ? Verdict.NOT_PROVED : Verdict.ANY_ORDER;
      case SOME -> open ? Verdict.NOT_PROVED : Verdict.IN_ORDER;
      case APART ->
          open
              ? Verdict.NOT_PROVED
              : steps.isEmpty() || !steps.stream().allMatch(Step::isTerraforms)
                  ? Verdict.NO_ORDER
                  : Verdict.IN_ORDER;
      case UNPROVED -> Verdict.NOT_PROVED;
    };
  }

  private static List<Reason> reasons(Judgement judgement) {
    List<Action> actions = judgement.apply().actions();
    List<Reason> reasons = new ArrayList<>();
    judgement
        .needs()
        .never()
        .forEach(
            never ->
                reasons.add(
                    new Reason(
                        never.clash(),
                        Optional.empty(),
                        Optional.of(actions.get(never.action())))));
    for (Needs.Pair pair : judgement.answer().unmet()) {
      reasons.add(
          new Reason(
              pair.clash(),
              Optional.of(actions.get(pair.first())),
              Optional.of(actions.get(pair.then()))));
    }
    if (judgement.apply().order().sorted().isEmpty()) {
      reasons.add(
          new Reason(
              new Clash(Clash.Kind.CIRCLE, "Terraform's own order goes in a circle", false),
              Optional.empty(),
              Optional.empty()));
    }
    return reasons;
  }
}
