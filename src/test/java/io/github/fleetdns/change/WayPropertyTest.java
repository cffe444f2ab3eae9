package io.github.fleetdns.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

/** For random pairs of zones, the way is what trying every order gives. */
class WayPropertyTest {
  private static final int MOST_CALLS = 7;

  @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
  void theVerdictAndTheGapsAreThoseOfTryingEveryOrder(@ForAll @LongRange(min = 0) long seed) {
    StackChange change = RandomWay.draw(new Random(seed));
    BruteWay brute = new BruteWay(change);
    boolean valid =
        BruteWay.isValid(BruteWay.zone(List.copyOf(change.before().values())))
            && BruteWay.isValid(BruteWay.zone(List.copyOf(change.after().values())));
    if (!valid || brute.size() > MOST_CALLS || brute.isCircular()) {
      return;
    }
    BruteWay.Outcome terraform = brute.all(true);
    Judgement judgement = Judgement.of(List.of(change));
    String told = change.before().values() + "\n→ " + change.after().values();
    Judgement.Level level =
        terraform.isAny()
            ? Judgement.Level.ANY
            : terraform.taken > 0
                ? Judgement.Level.SOME
                : brute.all(false).taken > 0 ? Judgement.Level.APART : Judgement.Level.NONE;
    Statistics.collect(level);
    assertThat(judgement.apply().actions()).describedAs(told).hasSize(brute.size());
    assertThat(judgement.answer().level()).describedAs(told).isEqualTo(level);

    if (terraform.taken > 0) {
      Way way = Way.of(List.of(change), List.of(), zone -> 900);
      Map<String, Integer> longest =
          way.gaps().stream()
              .filter(gap -> gap.who().equals("everybody"))
              .collect(
                  Collectors.toMap(
                      gap -> gap.name() + " " + gap.type(), Gap::calls, Math::max, TreeMap::new));
      Statistics.label("gaps").collect(!longest.isEmpty());
      assertThat(longest).describedAs(told).isEqualTo(terraform.longest);
      assertThat(
              way.gaps().stream()
                  .filter(gap -> gap.who().equals("everybody") && gap.isCertain())
                  .map(gap -> gap.name() + " " + gap.type()))
          .describedAs(told)
          .containsExactlyInAnyOrderElementsOf(terraform.always);
    }
  }

  /** Steps that are given have been tried out; nothing of them is refused here either. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void stepsLeadThere(@ForAll @LongRange(min = 0) long seed) {
    StackChange change = RandomWay.draw(new Random(seed));
    Way way = Way.of(List.of(change), List.of(), zone -> 900);
    if (way.verdict() != Verdict.ANY_ORDER) {
      Statistics.collect(way.verdict(), way.steps().isEmpty() ? "no steps" : "steps");
      if (!way.steps().isEmpty()) {
        assertThat(Rehearsal.succeeds(List.of(change), way.steps())).isTrue();
      }
    }
  }
}
