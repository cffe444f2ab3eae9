package io.github.fleetdns.report;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which pool of its fleet an endpoint belongs to: the first that leads to it by itself. */
public final class PoolMembers {
  private PoolMembers() {}

  /** The pools of fleets by the names of endpoints. */
  public static Map<String, String> of(List<Fleet> fleets) {
    Map<String, String> pools = new LinkedHashMap<>();
    for (Fleet fleet : fleets) {
      Set<String> names = fleet.pools().stream().map(Pool::name).collect(Collectors.toSet());
      for (Pool pool : fleet.pools()) {
        endpoints(pool.route())
            .filter(name -> !names.contains(name))
            .forEach(endpoint -> pools.putIfAbsent(endpoint, pool.name()));
      }
    }
    return pools;
  }

  private static Stream<String> endpoints(Route route) {
    return route instanceof Route.To to
        ? Stream.of(to.name())
        : route.below().stream().flatMap(PoolMembers::endpoints);
  }
}
