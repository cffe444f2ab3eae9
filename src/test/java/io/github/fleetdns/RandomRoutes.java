package io.github.fleetdns;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random fleets with services, for property tests: valid, and of every policy and nesting. */
public final class RandomRoutes {
  private static final List<String> REGIONS =
      List.of("us-east-1", "us-west-1", "eu-central-1", "eu-west-1", "ap-south-1", "sa-east-1");

  private final Random random;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final List<Pool> pools = new ArrayList<>();

  private RandomRoutes(long seed) {
    this.random = new Random(seed);
  }

  /** Fleets of 3–8 endpoints, 0–2 pools and 1–3 services with trees up to depth three. */
  public static Arbitrary<Fleet> fleets() {
    return Arbitraries.longs().map(seed -> new RandomRoutes(seed).fleet());
  }

  private Fleet fleet() {
    int count = 3 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      endpoints.add(endpoint(i));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      pools.add(new Pool("pool-" + i, policy(1)));
    }
    Fleet.Builder fleet = Fleet.builder("random", "ai.example.com").ttl(random.nextInt(600));
    endpoints.forEach(fleet::endpoint);
    pools.forEach(pool -> fleet.pool(pool.name(), pool.route()));
    List<String> names = List.of("api", "chat.eu", "@");
    for (String name : names.subList(0, 1 + random.nextInt(3))) {
      OptionalLong ttl =
          random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(300));
      fleet.service(new Service(name, ttl, policy(3)));
    }
    return fleet.build();
  }

  private Endpoint endpoint(int i) {
    String v4 = "52.94.1." + (i + 1);
    Endpoint endpoint =
        random.nextInt(3) == 0
            ? Endpoint.at("server-" + i, v4, "2600:1f::" + (i + 1))
            : Endpoint.at("server-" + i, v4);
    return endpoint
        .in(REGIONS.get(i % REGIONS.size()))
        .withCapacity(1 + random.nextInt(1000))
        .withHealth(Health.https("/healthz"));
  }

  private String endpointName() {
    return endpoints.get(random.nextInt(endpoints.size())).name();
  }

  private List<String> endpointNames(int most) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      names.add(endpointName());
    }
    return List.copyOf(names);
  }

  private Route route(int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      return policy(depth);
    }
    return new Route.To(
        pools.isEmpty() || random.nextInt(3) > 0
            ? endpointName()
            : pools.get(random.nextInt(pools.size())).name());
  }

  private Route policy(int depth) {
    return switch (random.nextInt(10)) {
      case 0 -> new Route.Weighted(shares(depth));
      case 1 -> new Route.ByCapacity(endpointNames(4));
      case 2 -> new Route.LatencyByRegion(oneOfEachRegion());
      case 3 -> new Route.Latency(regional(depth));
      case 4 -> new Route.Geolocation(local(depth));
      case 5 -> new Route.Geoproximity(near(depth));
      case 6 -> new Route.Failover(List.of(route(depth - 1), route(depth - 1), route(depth - 1)));
      case 7 -> new Route.Failover(List.of(route(depth - 1), route(depth - 1)));
      case 8 ->
          depth == 3 ? new Route.Multivalue(endpointNames(9)) : new Route.Weighted(shares(depth));
      default -> new Route.Cidr(networks(depth));
    };
  }

  private List<Route.Share> shares(int depth) {
    List<Route.Share> shares = new ArrayList<>();
    for (String name : endpointNames(3)) {
      shares.add(new Route.Share(name, random.nextInt(256), new Route.To(name)));
    }
    shares.add(new Route.Share("canary", random.nextInt(256), route(depth - 1)));
    return shares;
  }

  private List<String> oneOfEachRegion() {
    return endpoints.stream().limit(REGIONS.size()).map(Endpoint::name).toList();
  }

  private List<Route.Regional> regional(int depth) {
    return REGIONS.stream()
        .limit(1 + random.nextInt(3))
        .map(region -> new Route.Regional(region, region, route(depth - 1)))
        .toList();
  }

  private List<Route.Local> local(int depth) {
    List<GeoPlace> places =
        List.of(
            new GeoPlace.Default(),
            GeoPlace.Continent.EUROPE,
            new GeoPlace.Country("US"),
            new GeoPlace.Subdivision("US", "CA"));
    return places.subList(0, 1 + random.nextInt(4)).stream()
        .map(place -> new Route.Local(place, route(depth - 1)))
        .toList();
  }

  private List<Route.Near> near(int depth) {
    return List.of(
        new Route.Near("west", new GeoLocation.Region("us-west-1"), 10, route(depth - 1)),
        new Route.Near("lax", new GeoLocation.LocalZone("us-west-2-lax-1"), 0, route(depth - 1)),
        new Route.Near(
            "munich", new GeoLocation.Coordinates("48.14", "11.58"), -5, route(depth - 1)));
  }

  private List<Route.Network> networks(int depth) {
    return List.of(
        new Route.Network("office", List.of(AddressBlock.of("52.0.0.0/16")), route(depth - 1)),
        new Route.Network("lab", List.of(AddressBlock.of("2600:1f00::/32")), route(depth - 1)),
        new Route.Network("*", List.of(), route(depth - 1)));
  }
}
