package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights in proportion to capacities, in Route 53's range. */
final class CapacityWeights {
  private static final int MAX_WEIGHT = 255;

  private CapacityWeights() {}

  /**
   * The weight of each member: its capacity, scaled down if one of them is above 255; at least 1.
   *
   * @throws IllegalArgumentException if an endpoint has no capacity
   */
  static Map<String, Integer> of(
      Route.ByCapacity route, Map<String, Endpoint> endpoints, Map<String, Pool> pools) {
    Map<String, Long> capacities = new LinkedHashMap<>();
    for (String member : route.members()) {
      capacities.put(
          member,
          Routes.endpointsOf(new Route.To(member), endpoints, pools).stream()
              .mapToLong(CapacityWeights::capacity)
              .sum());
    }
    long largest = capacities.values().stream().mapToLong(Long::longValue).max().orElse(1);
    Map<String, Integer> weights = new LinkedHashMap<>();
    capacities.forEach((name, capacity) -> weights.put(name, weight(capacity, largest)));
    return weights;
  }

  private static long capacity(Endpoint endpoint) {
    return endpoint
        .capacity()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "endpoint \"" + endpoint.name() + "\" has no capacity"));
  }

  private static int weight(long capacity, long largest) {
    if (largest <= MAX_WEIGHT) {
      return (int) capacity;
    }
    return (int) Math.max(1, Math.round((double) capacity * MAX_WEIGHT / largest));
  }
}
