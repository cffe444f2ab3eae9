package io.github.fleetdns.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What some applies, taken together, come to: their actions, what these need, and whether
 * Terraform's order gives it.
 *
 * <p>Every rule but one is about two record sets, so that it needs of the order that one action
 * comes before another; that an alias has a target needs one of several such pairs. So the orders
 * that work are those of a graph: any order works if Terraform's graph has all of it, some order
 * does if both together have no circle. Nothing is tried out but the choices, {@link #MOST_CHOICES}
 * of them at most.
 *
 * @param apply the actions and Terraform's order
 * @param names what stands at each name
 * @param needs what the order needs
 * @param answer what comes of it
 */
record Judgement(
    Apply apply, Map<Resource.Name, List<Timeline>> names, Needs needs, Answer answer) {
  /** How many combinations of choices are tried before it is left unproved. */
  static final int MOST_CHOICES = 64;

  /** How far Terraform gets. */
  enum Level {
    /** Whatever order it takes. */
    ANY,
    /** In some of the orders that it takes. */
    SOME,
    /** In an order that it does not take by itself. */
    APART,
    /** In none. */
    NONE,
    /** Not found out. */
    UNPROVED
  }

  /**
   * What comes of some needs.
   *
   * @param level how far Terraform gets
   * @param works an order in which every call is taken, with Terraform's order unless it is APART;
   *     empty if there is none
   * @param unmet what Terraform's order does not give
   */
  record Answer(Level level, Optional<Order> works, List<Needs.Pair> unmet) {}

  static Judgement of(List<StackChange> changes) {
    Apply apply = Apply.of(changes);
    Map<Resource.Name, List<Timeline>> names = Timeline.of(changes, apply.actions());
    Needs needs = new Needs();
    NeedsFinder.add(apply.actions(), names, needs);
    ThingNeeds.add(apply.actions(), needs);
    Answer worst = answer(apply, needs);
    Answer best = worst.level() == Level.ANY ? worst : answer(apply, needs.certain());
    Answer answer =
        worst.level() == best.level()
            ? worst
            : new Answer(Level.UNPROVED, worst.works(), worst.unmet());
    return new Judgement(apply, names, needs, answer);
  }

  private static Answer answer(Apply apply, Needs needs) {
    Order order = apply.order();
    List<Needs.Pair> unmet = new ArrayList<>();
    needs.pairs().stream()
        .filter(pair -> !order.isBefore(pair.first(), pair.then()))
        .forEach(unmet::add);
    List<Needs.Choice> choices =
        needs.choices().stream().filter(choice -> !choice.isMet().test(order)).toList();
    List<Needs.SideBySide> besides =
        needs.sideBySide().stream()
            .filter(pair -> !order.isBefore(pair.one(), pair.other()))
            .filter(pair -> !order.isBefore(pair.other(), pair.one()))
            .toList();
    if (order.sorted().isEmpty()) {
      return new Answer(Level.UNPROVED, Optional.empty(), unmet);
    }
    if (!needs.never().isEmpty()) {
      return new Answer(Level.NONE, Optional.empty(), unmet);
    }
    if (unmet.isEmpty() && choices.isEmpty() && besides.isEmpty()) {
      return new Answer(Level.ANY, Optional.of(order), unmet);
    }
    Search within = new Search(order, unmet, choices);
    Search apart = new Search(new Order(order.size()), needs.pairs(), needs.choices());
    if (within.isFound()) {
      List<Needs.Pair> all = new ArrayList<>(unmet);
      all.addAll(within.chosen());
      all.addAll(oneAfterTheOther(besides, within.found()));
      return new Answer(Level.SOME, Optional.of(within.found()), all);
    }
    if (apart.isFound()) {
      List<Needs.Pair> all = new ArrayList<>(unmet);
      all.addAll(apart.chosen());
      return new Answer(
          within.isExhausted() ? Level.APART : Level.UNPROVED, Optional.of(apart.found()), all);
    }
    boolean proved = within.isExhausted() && apart.isExhausted();
    List<Needs.Pair> all = new ArrayList<>(unmet);
    choices.forEach(choice -> all.addAll(choice.alternatives().subList(0, 1)));
    return new Answer(proved ? Level.NONE : Level.UNPROVED, Optional.empty(), all);
  }

  private static List<Needs.Pair> oneAfterTheOther(List<Needs.SideBySide> besides, Order order) {
    List<Integer> sorted = order.sorted().orElseThrow();
    List<Needs.Pair> pairs = new ArrayList<>();
    for (Needs.SideBySide pair : besides) {
      boolean asWritten = sorted.indexOf(pair.one()) < sorted.indexOf(pair.other());
      pairs.add(
          new Needs.Pair(
              asWritten ? pair.one() : pair.other(),
              asWritten ? pair.other() : pair.one(),
              pair.clash()));
    }
    return pairs;
  }

  /** Looks for an order with some pairs, and one alternative of each choice. */
  private static final class Search {
    private final List<Needs.Choice> choices;
    private final List<Needs.Pair> chosen = new ArrayList<>();
    private Optional<Order> found = Optional.empty();
    private int tried;

    Search(Order order, List<Needs.Pair> pairs, List<Needs.Choice> choices) {
      this.choices = choices;
      Order base = order.copy();
      pairs.forEach(pair -> base.add(pair.first(), pair.then()));
      if (base.sorted().isPresent()) {
        choose(base, 0);
      }
    }

    private boolean choose(Order order, int from) {
      int next = from;
      while (next < choices.size() && choices.get(next).isMet().test(order)) {
        next++;
      }
      if (next == choices.size()) {
        found = Optional.of(order);
        return true;
      }
      for (Needs.Pair pair : choices.get(next).alternatives()) {
        if (++tried > MOST_CHOICES + choices.size()) {
          return false;
        }
        if (order.isBefore(/* first= */ pair.then(), /* then= */ pair.first())) {
          continue;
        }
        Order more = order.copy();
        more.add(pair.first(), pair.then());
        chosen.add(pair);
        if (choose(more, next + 1)) {
          return true;
        }
        chosen.remove(chosen.size() - 1);
      }
      return false;
    }

    boolean isFound() {
      return found.isPresent();
    }

    boolean isExhausted() {
      return tried <= MOST_CHOICES + choices.size();
    }

    Order found() {
      return found.orElseThrow();
    }

    List<Needs.Pair> chosen() {
      return chosen;
    }
  }
}
