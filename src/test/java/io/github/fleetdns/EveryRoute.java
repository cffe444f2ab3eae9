package io.github.fleetdns;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A route of every kind that there is, and a fleet of them all: what a test asks of it, it asks of
 * a kind that is added, too.
 */
public final class EveryRoute {
  private static final Route A = new Route.To("a");
  private static final Route B = new Route.To("b");

  private EveryRoute() {}

  /** One of each kind; {@link SealedTypesTest} fails if one is missing. */
  public static List<Route> examples() {
    return List.of(
        A,
        new Route.Simple(List.of("a", "b")),
        new Route.Weighted(List.of(new Route.Share("a", 3, A), new Route.Share("b", 1, B))),
        new Route.ByCapacity(List.of("a", "b")),
        new Route.Latency(
            List.of(
                new Route.Regional("eu-central-1", "eu-central-1", A),
                new Route.Regional("us-east-1", "us-east-1", B))),
        new Route.LatencyByRegion(List.of("a", "b")),
        new Route.Geolocation(
            List.of(
                new Route.Local(GeoPlace.Continent.EUROPE, A),
                new Route.Local(new GeoPlace.Default(), B))),
        new Route.Geoproximity(
            List.of(
                new Route.Near("a", new GeoLocation.Region("eu-central-1"), 10, A),
                new Route.Near("b", new GeoLocation.LocalZone("us-west-2-lax-1"), 0, B))),
        new Route.Failover(List.of(A, B)),
        new Route.Multivalue(List.of("a", "b")),
        new Route.Cidr(
            List.of(
                new Route.Network("office", List.of(AddressBlock.of("52.0.0.0/16")), A),
                new Route.Network(Route.Network.DEFAULT, List.of(), B))),
        new Route.Placed(
            Optional.empty(),
            Optional.empty(),
            OptionalLong.of(30),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Route.Failover(
                List.of(
                    new Route.Placed(
                        Optional.of("_front.s12"),
                        Optional.of("First!"),
                        OptionalLong.of(20),
                        Optional.of(new Route.Check(Optional.of("b"))),
                        Optional.of(false),
                        Optional.empty(),
                        new Route.Weighted(
                            List.of(
                                new Route.Share(
                                    "a",
                                    3,
                                    new Route.Placed(
                                        Optional.empty(),
                                        Optional.of("us-000"),
                                        OptionalLong.empty(),
                                        Optional.of(new Route.Check(Optional.empty())),
                                        Optional.empty(),
                                        Optional.empty(),
                                        A))))),
                    B))));
  }

  /** A service of each kind; every policy of Route 53 is in its zone. */
  public static Fleet fleet() {
    Fleet.Builder fleet = Fleet.builder("every", "ai.example.com").ttl(60);
    fleet.endpoint(endpoint("a", "52.94.1.1", "eu-central-1"));
    fleet.endpoint(endpoint("b", "52.94.1.2", "us-east-1"));
    List<Route> routes = examples();
    for (int i = 0; i < routes.size(); i++) {
      fleet.service("s" + i, routes.get(i));
    }
    return fleet.build();
  }

  private static Endpoint endpoint(String name, String address, String region) {
    return Endpoint.at(name, address)
        .in(region)
        .withCapacity(100)
        .withHealth(Health.https("/healthz"));
  }
}
