package io.github.fleetdns.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.xbill.DNS.Record;

/**
 * What chance decided for one response: the variant, which of its units in which order, and the
 * additional addresses.
 *
 * <p>Kept by a thread and drawn anew for each response; not safe for use by several threads.
 */
final class Draw {
  private int variant;
  private int picked;
  private int[] order = new int[16];
  private int[] extras = new int[16];

  /** Draws for a plan. */
  void from(Plan plan, RandomGenerator random) {
    variant = plan.weights().draw(random);
    Plan.Variant chosen = plan.variants().get(variant);
    shuffle(chosen.units().size(), chosen.pick(), random);
    int count = chosen.extras().size();
    if (extras.length < count) {
      extras = new int[count];
    }
    for (int i = 0; i < count; i++) {
      extras[i] = chosen.extras().get(i).weights().draw(random);
    }
  }

  /** The first {@code pick} steps of a Fisher–Yates shuffle: a uniform ordered sample. */
  private void shuffle(int size, int pick, RandomGenerator random) {
    if (order.length < size) {
      order = new int[size];
    }
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    picked = pick;
    for (int i = 0; i < pick && i < size - 1; i++) {
      int j = i + random.nextInt(size - i);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  /** The index of the variant. */
  int variant() {
    return variant;
  }

  /** How many units are answered. */
  int picked() {
    return picked;
  }

  /** The index of the unit at a position. */
  int unit(int position) {
    return order[position];
  }

  /** The answer section of a plan it was drawn from. */
  List<Record> answer(Plan plan) {
    List<Record> records = new ArrayList<>();
    for (int i = 0; i < picked; i++) {
      records.addAll(plan.variants().get(variant).units().get(order[i]));
    }
    return records;
  }

  /** The additional section of a plan it was drawn from. */
  List<Record> additional(Plan plan) {
    List<Record> records = new ArrayList<>();
    List<Plan.Extra> from = plan.variants().get(variant).extras();
    for (int i = 0; i < from.size(); i++) {
      records.addAll(from.get(i).choices().get(extras[i]));
    }
    return records;
  }
}
