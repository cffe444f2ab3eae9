package io.github.fleetdns.traffic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Between what lies that compares a group's traffic before and after a change, where estimates do
 * not tell regions apart.
 *
 * <p>What is nearer is nearer before and after: a change that leaves a latency group alone moves
 * nobody in it, whatever is in doubt. So both sides are resolved alike: one of the regions is the
 * fastest, another the second. That is every way in which one doubt on each side can be resolved.
 */
final class Worlds {
  private Worlds() {}

  /** Between what a comparison of the splits of a group before and after lies. */
  static Range between(
      Splits.Reply before, Splits.Reply after, BiFunction<Shares, Shares, BigFraction> compared) {
    Range range = Range.exactly(compared.apply(before.shares(), after.shares()));
    for (List<String> fastest : orders(before, after)) {
      range =
          range.and(
              Range.exactly(
                  compared.apply(
                      before.doubts().resolve(before.shares(), fastest),
                      after.doubts().resolve(after.shares(), fastest))));
    }
    return range;
  }

  private static List<List<String>> orders(Splits.Reply before, Splits.Reply after) {
    Set<String> regions = new LinkedHashSet<>(before.doubts().regions());
    regions.addAll(after.doubts().regions());
    List<List<String>> orders = new ArrayList<>();
    for (String first : regions) {
      for (String second : regions) {
        orders.add(List.of(first, second));
      }
    }
    return orders;
  }
}
