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
  private boolean hasChoice(Route route, Set<String> entered) {
    if (route instanceof Route.To to) {
      Pool pool = pools.get(to.name());
      return pool != null && entered.add(to.name()) && hasChoice(pool.route(), entered);
    }
    if (route instanceof Route.Placed placed) {
      return hasChoice(placed.route(), entered);
    }
    return (chooses(route) && Routes.endpointsOf(route, endpoints, pools).size() > 1)
        || route.below().stream().anyMatch(child -> hasChoice(child, entered));
  }

  /** Whether of a record set of the route it is said which check it has, or that it has none. */
  private boolean hasCheck(Route route, Set<String> entered) {
    if (route instanceof Route.To to) {
      Pool pool = pools.get(to.name());
      return pool != null && entered.add(to.name()) && hasCheck(pool.route(), entered);
    }
    return (route instanceof Route.Placed placed && placed.check().isPresent())
        || route.below().stream().anyMatch(child -> hasCheck(child, entered));
  }

  /** A place or a network has no other record set than that of everybody. */
  private static boolean chooses(Route route) {
    if (route instanceof Route.Geolocation geolocation) {
      return geolocation.children().stream()
          .anyMatch(child -> child.place() instanceof GeoPlace.Default);
    }
    if (route instanceof Route.Cidr cidr) {
      return cidr.children().stream().anyMatch(child -> child.name().equals(Route.Network.DEFAULT));
    }
    // Of a failover, rules say what a primary needs.
    return !(route instanceof Route.Simple || route instanceof Route.Failover);
  }
}
