package io.github.fleetdns.config;

import io.github.fleetdns.compile.RoutePath;
import io.github.fleetdns.compile.Routes;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What policies need of the endpoints below them: a capacity, a region. */
final class RouteNeeds {
  private final Map<String, Endpoint> endpoints;
  private final Map<String, Pool> pools;
  private final Function<RoutePath, Location> places;
  private final List<Problem> problems;

  RouteNeeds(
      Map<String, Endpoint> endpoints,
      Map<String, Pool> pools,
      Function<RoutePath, Location> places,
      List<Problem> problems) {
    this.endpoints = endpoints;
    this.pools = pools;
    this.places = places;
    this.problems = problems;
  }

  /** Reports what is missing in a tree; whether nothing is. */
  boolean check(Route route, RoutePath path) {
    boolean met = true;
    if (route instanceof Route.ByCapacity byCapacity) {
      met = each(byCapacity.members(), path, e -> e.capacity().isPresent(), "capacity");
    } else if (route instanceof Route.LatencyByRegion latency) {
      met = each(latency.members(), path, e -> e.region().isPresent(), "region");
    }
    for (Route child : Routes.childrenOf(route)) {
      // Children of the two policies above are names, and what pools need is checked with the pool.
      met &= child instanceof Route.To || check(child, path);
    }
    return met;
  }

  private boolean each(List<String> members, RoutePath path, Predicate<Endpoint> has, String what) {
    boolean met = true;
    for (String member : members) {
      for (Endpoint endpoint : Routes.endpointsOf(new Route.To(member), endpoints, pools)) {
        if (!has.test(endpoint)) {
          met = false;
          problems.add(
              Problem.error(
                  places.apply(path.child(member)),
                  "endpoint-" + what,
                  "endpoint \""
                      + endpoint.name()
                      + "\" has no "
                      + what
                      + ", which this policy goes by; give it one"));
        }
      }
    }
    return met;
  }
}
