package io.github.fleetdns.config;

import io.github.fleetdns.compile.Routes;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.ReservedAddresses;
import io.github.fleetdns.zone.Visibility;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Services that lead to several endpoints of which none is ever unhealthy: Route 53 then goes on to
 * send clients to a server that is lost.
 *
 * <p>Not where Route 53's checkers cannot reach the servers: in private zones, and at addresses
 * that are not on the internet.
 */
final class UncheckedServices {
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final Nodes nodes = new Nodes();

  private UncheckedServices(Fleet fleet) {
    fleet.endpoints().forEach(endpoint -> endpoints.put(endpoint.name(), endpoint));
    fleet.pools().forEach(pool -> pools.put(pool.name(), pool));
  }

  /**
   * The services of a fleet in which nothing is checked although another server could answer.
   *
   * @param meant whether an endpoint is said to have no health check on purpose
   */
  static List<Service> in(Fleet fleet, Predicate<Endpoint> meant) {
    if (fleet.zone().visibility() instanceof Visibility.Private) {
      return List.of();
    }
    UncheckedServices all = new UncheckedServices(fleet);
    return fleet.services().stream()
        .filter(
            service -> {
              Set<Endpoint> below = Routes.endpointsOf(service.route(), all.endpoints, all.pools);
              return below.stream().noneMatch(e -> isChecked(e) || meant.test(e))
                  && below.stream().anyMatch(UncheckedServices::isReachable);
            })
        .filter(service -> all.hasChoice(service.route(), new HashSet<>()))
        .filter(service -> !all.hasCheck(service.route(), new HashSet<>()))
        .toList();
  }

  private static boolean isChecked(Endpoint endpoint) {
    return endpoint.health().isPresent()
        || endpoint.load().isPresent()
        || endpoint
            .target()
            .match(
                addresses -> false,
                hostname -> false,
                alias -> alias.evaluatesTargetHealth() && alias.resource().evaluatesByDefault());
  }

  /** Whether checkers, which are on the internet, can reach the endpoint. */
  private static boolean isReachable(Endpoint endpoint) {
    return endpoint
        .target()
        .match(
            addresses ->
                addresses.addresses().stream()
                    .anyMatch(address -> ReservedAddresses.purposeOf(address).isEmpty()),
            hostname -> true,
            alias -> true);
  }

  /** Whether Route 53 would choose another endpoint somewhere below, if one were unhealthy. */
  private boolean hasChoice(Route route, Set<Route> seen) {
    Node node = route.accept(nodes);
    return (node.chooses() && Routes.endpointsOf(route, endpoints, pools).size() > 1)
        || node.next().stream().anyMatch(child -> seen.add(child) && hasChoice(child, seen));
  }

  /** Whether of a record set of the route it is said which check it has, or that it has none. */
  private boolean hasCheck(Route route, Set<Route> seen) {
    Node node = route.accept(nodes);
    return node.checked()
        || node.next().stream().anyMatch(child -> seen.add(child) && hasCheck(child, seen));
  }

  /**
   * What a route has to do with health.
   *
   * @param chooses whether it goes on to another child when one is unhealthy
   * @param checked whether it is said which check its record set has
   * @param next where it leads, through pools as well
   */
  private record Node(boolean chooses, boolean checked, List<Route> next) {
    static Node choosing(Route route) {
      return new Node(true, false, route.below());
    }

    static Node choosingIf(boolean chooses, Route route) {
      return new Node(chooses, false, route.below());
    }
  }

  private final class Nodes implements Route.Visitor<Node> {
    @Override
    public Node to(Route.To route) {
      Pool pool = pools.get(route.name());
      return new Node(false, false, pool == null ? List.of() : List.of(pool.route()));
    }

    @Override
    public Node placed(Route.Placed route) {
      return new Node(false, route.check().isPresent(), route.below());
    }

    @Override
    public Node simple(Route.Simple route) {
      return Node.choosingIf(false, route);
    }

    /** Rules say what a primary needs. */
    @Override
    public Node failover(Route.Failover route) {
      return Node.choosingIf(false, route);
    }

    /** A place has no other record set than that of everybody. */
    @Override
    public Node geolocation(Route.Geolocation route) {
      return Node.choosingIf(
          route.children().stream().anyMatch(child -> child.place() instanceof GeoPlace.Default),
          route);
    }

    /** A network has no other record set than that of everybody. */
    @Override
    public Node cidr(Route.Cidr route) {
      return Node.choosingIf(
          route.children().stream().anyMatch(child -> child.name().equals(Route.Network.DEFAULT)),
          route);
    }

    @Override
    public Node weighted(Route.Weighted route) {
      return Node.choosing(route);
    }

    @Override
    public Node byCapacity(Route.ByCapacity route) {
      return Node.choosing(route);
    }

    @Override
    public Node latency(Route.Latency route) {
      return Node.choosing(route);
    }

    @Override
    public Node latencyByRegion(Route.LatencyByRegion route) {
      return Node.choosing(route);
    }

    @Override
    public Node geoproximity(Route.Geoproximity route) {
      return Node.choosing(route);
    }

    @Override
    public Node multivalue(Route.Multivalue route) {
      return Node.choosing(route);
    }
  }
}
