package io.github.fleetdns.config;

import io.github.fleetdns.compile.RoutePath;
import io.github.fleetdns.compile.Routes;
import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    boolean met = route.accept(new Own(path));
    for (Route child : route.below()) {
      met &= check(child, path);
    }
    return met;
  }

  /** Whether what a route itself needs is met; what pools need is checked with the pool. */
  private final class Own implements Route.Visitor<Boolean> {
    private final RoutePath path;

    Own(RoutePath path) {
      this.path = path;
    }

    @Override
    public Boolean to(Route.To route) {
      return true;
    }

    @Override
    public Boolean simple(Route.Simple route) {
      return true;
    }

    @Override
    public Boolean weighted(Route.Weighted route) {
      return true;
    }

    @Override
    public Boolean byCapacity(Route.ByCapacity route) {
      return each(route.members(), path, e -> e.capacity().isPresent(), "capacity");
    }

    @Override
    public Boolean latency(Route.Latency route) {
      return true;
    }

    @Override
    public Boolean latencyByRegion(Route.LatencyByRegion route) {
      return each(route.members(), path, e -> e.region().isPresent(), "region");
    }

    @Override
    public Boolean geolocation(Route.Geolocation route) {
      return true;
    }

    @Override
    public Boolean geoproximity(Route.Geoproximity route) {
      return true;
    }

    @Override
    public Boolean failover(Route.Failover route) {
      return true;
    }

    @Override
    public Boolean multivalue(Route.Multivalue route) {
      return true;
    }

    @Override
    public Boolean cidr(Route.Cidr route) {
      return true;
    }

    @Override
    public Boolean placed(Route.Placed route) {
      return true;
    }
  }

  /** Reports a tree that leads to hostnames and to addresses; whether it does not. */
  boolean checkKind(Route route, RoutePath path) {
    Set<Endpoint> all = Routes.endpointsOf(route, endpoints, pools);
    Optional<Endpoint> hostname = all.stream().filter(RouteNeeds::isHostname).findFirst();
    Optional<Endpoint> other = all.stream().filter(e -> !isHostname(e) && !isRecord(e)).findFirst();
    if (hostname.isEmpty() || other.isEmpty()) {
      return true;
    }
    problems.add(
        Problem.error(
            places.apply(path),
            "route-kind",
            "\""
                + hostname.get().name()
                + "\" has a hostname and \""
                + other.get().name()
                + "\" has not; one name answers with a CNAME or with addresses, so give all of"
                + " them hostnames, or none"));
    return false;
  }

  private static boolean isHostname(Endpoint endpoint) {
    return endpoint.target() instanceof Target.Hostname;
  }

  /** Another record of the zone, which may be of either kind. */
  private static boolean isRecord(Endpoint endpoint) {
    return endpoint.target() instanceof Target.Alias alias
        && alias.resource() instanceof AliasedResource.OtherRecord;
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
