package io.github.fleetdns.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a gap may last: Terraform waits for each call until all of Route 53's servers know it,
 * and does what is ready, ten at a time, in no order that it promises.
 */
final class Duration {
  private static final int AT_A_TIME = 10;

  /** From how many calls on each is taken to wait for all before it, as more is not worked out. */
  private static final int MANY = 200;

  private final Order order;
  private final int actions;

  Duration(Order order, int actions) {
    this.order = order;
    this.actions = actions;
  }

  /** How many calls a gap is of, and how long these take. */
  record Lasts(int calls, long seconds) {}

  /**
   * What at most lies between the first moment at which the last of some actions has an effect and
   * that at which the first of others has it everywhere.
   */
  Lasts between(List<Integer> removers, List<Integer> adders) {
    Map<Integer, Integer> depths = new HashMap<>();
    int count = 0;
    int deepest = 0;
    for (int node : order.sorted().orElseThrow()) {
      boolean beforeAll = removers.stream().anyMatch(r -> node == r || order.isBefore(node, r));
      boolean after = adders.stream().anyMatch(a -> node == a || order.isBefore(a, node));
      if (node < actions && !beforeAll && !after) {
        count++;
        int depth = count > MANY ? count : 1 + deepestBefore(node, depths);
        depths.put(node, depth);
        deepest = Math.max(deepest, depth);
      }
    }
    long rounds = (count + AT_A_TIME - 1L) / AT_A_TIME + Math.max(0, deepest - 1);
    return new Lasts(1 + count, (2 + rounds) * Way.SECONDS_A_CALL);
  }

  private int deepestBefore(int node, Map<Integer, Integer> depths) {
    return depths.entrySet().stream()
        .filter(e -> order.isBefore(e.getKey(), node))
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }
}
