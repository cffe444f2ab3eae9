package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Walking route trees. */
public final class Routes {
  private Routes() {}

  /** The names of endpoints and pools that a route itself mentions, pools not entered. */
  public static Stream<String> namesIn(Route route) {
    return route instanceof Route.To to
        ? Stream.of(to.name())
        : route.below().stream().flatMap(Routes::namesIn);
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
