package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Walking route trees. */
public final class Routes {
  private Routes() {}

  /** The routes directly below a route; none for {@link Route.To}. */
  public static List<Route> childrenOf(Route route) {
    if (route instanceof Route.Simple simple) {
      return to(simple.endpoints());
    }
    if (route instanceof Route.Weighted weighted) {
      return weighted.shares().stream().map(Route.Share::route).toList();
    }
    if (route instanceof Route.ByCapacity byCapacity) {
      return to(byCapacity.members());
    }
    if (route instanceof Route.LatencyByRegion latency) {
      return to(latency.members());
    }
    if (route instanceof Route.Latency latency) {
      return latency.children().stream().map(Route.Regional::route).toList();
    }
    if (route instanceof Route.Geolocation geolocation) {
      return geolocation.children().stream().map(Route.Local::route).toList();
    }
    if (route instanceof Route.Geoproximity geoproximity) {
      return geoproximity.children().stream().map(Route.Near::route).toList();
    }
    if (route instanceof Route.Failover failover) {
      return failover.children();
    }
    if (route instanceof Route.Multivalue multivalue) {
      return to(multivalue.endpoints());
    }
    if (route instanceof Route.Cidr cidr) {
      return cidr.children().stream().map(Route.Network::route).toList();
    }
    return List.of();
  }

  private static List<Route> to(List<String> names) {
    return names.stream().<Route>map(Route.To::new).toList();
  }

  /** The names of endpoints and pools that a route itself mentions, pools not entered. */
  public static Stream<String> namesIn(Route route) {
    return route instanceof Route.To to
        ? Stream.of(to.name())
        : childrenOf(route).stream().flatMap(Routes::namesIn);
  }

  /**
   * The endpoints that a route can lead to, pools entered.
   *
   * @throws IllegalArgumentException if a name is neither an endpoint nor a pool, or a pool leads
   *     back to itself
   */
  public static Set<Endpoint> endpointsOf(
      Route route, Map<String, Endpoint> endpoints, Map<String, Pool> pools) {
    Set<Endpoint> found = new LinkedHashSet<>();
    collect(route, endpoints, pools, new HashMap<>(), found);
    return found;
  }

  /**
   * Enters each pool once, however many ways lead there: {@code left} says whether it is through.
   */
  private static void collect(
      Route route,
      Map<String, Endpoint> endpoints,
      Map<String, Pool> pools,
      Map<String, Boolean> left,
      Set<Endpoint> found) {
    for (String name : namesIn(route).toList()) {
      Pool pool = pools.get(name);
      if (pool == null || endpoints.containsKey(name)) {
        found.add(endpoint(name, endpoints));
      } else if (!left.containsKey(name)) {
        left.put(name, false);
        collect(pool.route(), endpoints, pools, left, found);
        left.put(name, true);
      } else if (!left.getOrDefault(name, false)) {
        throw new IllegalArgumentException("pool \"" + name + "\" leads back to itself");
      }
    }
  }

  static Endpoint endpoint(String name, Map<String, Endpoint> endpoints) {
    Endpoint endpoint = endpoints.get(name);
    if (endpoint == null) {
      throw new IllegalArgumentException("there is no endpoint or pool \"" + name + "\"");
    }
    return endpoint;
  }
}
