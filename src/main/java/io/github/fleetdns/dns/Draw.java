package io.github.fleetdns.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What chance decided for one response.
 *
 * @param variant the variant
 * @param answer the answer section, in its order
 * @param additional the additional section
 */
record Draw(Plan.Variant variant, List<Slice> answer, List<Slice> additional) {

  /** Draws for a plan. */
  static Draw from(Plan plan, RandomGenerator random) {
    Plan.Variant variant = plan.variants().get(plan.weights().draw(random));
    List<Slice> additional = List.of();
    if (!variant.extras().isEmpty()) {
      additional = new ArrayList<>(variant.extras().size());
      for (Plan.Extra extra : variant.extras()) {
        additional.add(extra.choices().get(extra.weights().draw(random)));
      }
    }
    return new Draw(variant, sample(variant.units(), variant.pick(), random), additional);
  }

  /** The first {@code pick} steps of a Fisher–Yates shuffle: a uniform ordered sample. */
  private static List<Slice> sample(List<Slice> units, int pick, RandomGenerator random) {
    if (units.size() < 2) {
      return units;
    }
    List<Slice> order = new ArrayList<>(units);
    for (int i = 0; i < pick && i < order.size() - 1; i++) {
      int j = i + random.nextInt(order.size() - i);
      Slice swapped = order.get(i);
      order.set(i, order.get(j));
      order.set(j, swapped);
    }
    return order.subList(0, pick);
  }
}
