package io.github.fleetdns.conformance;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Policies of the members of random groups, every one of a kind that Route 53 takes. */
final class RandomPolicies {
  /** Blocks that overlap, lie beside each other and are of both families. */
  static final CidrCollection NETS =
      new CidrCollection(
          "nets",
          Map.of(
              "wide", List.of(AddressBlock.of("203.0.0.0/16"), AddressBlock.of("2001:db8::/32")),
              "narrow", List.of(AddressBlock.of("203.0.113.0/24")),
              "host", List.of(AddressBlock.of("203.0.113.7/32"), AddressBlock.of("10.0.0.0/8"))));

  static final List<String> REGIONS =
      List.of("eu-central-1", "us-east-1", "us-west-2", "ap-northeast-1", "cn-north-1");

  private static final List<Integer> WEIGHTS = List.of(0, 0, 1, 2, 3, 10, 255);
  private static final int MANY = 11;

  private final Random random;
  private final boolean ofPrivateZone;

  RandomPolicies(Random random, boolean ofPrivateZone) {
    this.random = random;
    this.ofPrivateZone = ofPrivateZone;
  }

  /** Of a group with at most so many members; multivalue has more at times, for they are leaves. */
  List<RoutingPolicy> group(int most, boolean leaves) {
    int size = 1 + random.nextInt(most);
    return switch (random.nextInt(leaves ? 8 : 7)) {
      case 0, 1 -> repeat(size, () -> new RoutingPolicy.Weighted(of(WEIGHTS)));
      case 2 ->
          sample(REGIONS, size).stream().<RoutingPolicy>map(RoutingPolicy.Latency::new).toList();
      case 3 ->
          sample(places(), size + 1).stream()
              .<RoutingPolicy>map(RoutingPolicy.Geolocation::new)
              .toList();
      case 4 ->
          sample(locations(), size).stream()
              .<RoutingPolicy>map(at -> new RoutingPolicy.Geoproximity(at, bias()))
              .toList();
      case 5 -> failover();
      case 6 -> ofPrivateZone ? failover() : cidr();
      default ->
          repeat(
              random.nextInt(4) == 0 ? MANY - random.nextInt(4) : size,
              RoutingPolicy.Multivalue::new);
    };
  }

  private static List<RoutingPolicy> repeat(
      int times, java.util.function.Supplier<RoutingPolicy> policy) {
    return Stream.generate(policy).limit(times).toList();
  }

  private List<RoutingPolicy> failover() {
    List<RoutingPolicy> both =
        Stream.of(RoutingPolicy.Failover.Role.values())
            .<RoutingPolicy>map(RoutingPolicy.Failover::new)
            .toList();
    return sample(both, random.nextInt(5) == 0 ? 1 : 2);
  }

  /** Every location of the collection, and mostly the default. */
  private List<RoutingPolicy> cidr() {
    List<String> locations = new ArrayList<>(NETS.locations().keySet());
    Collections.sort(locations);
    if (random.nextInt(3) > 0) {
      locations.add("*");
    }
    return sample(locations, locations.size()).stream()
        .<RoutingPolicy>map(location -> new RoutingPolicy.Cidr(NETS.name(), location))
        .toList();
  }

  private static List<GeoPlace> places() {
    return List.of(
        new GeoPlace.Default(),
        new GeoPlace.Default(),
        new GeoPlace.Country("US"),
        new GeoPlace.Country("DE"),
        new GeoPlace.Country("JP"),
        new GeoPlace.Country("NA"),
        new GeoPlace.Subdivision("US", "CA"),
        new GeoPlace.Subdivision("US", "VA"),
        GeoPlace.Continent.NORTH_AMERICA,
        GeoPlace.Continent.NORTH_AMERICA,
        GeoPlace.Continent.EUROPE,
        GeoPlace.Continent.ASIA,
        GeoPlace.Continent.AFRICA);
  }

  private static List<GeoLocation> locations() {
    return List.of(
        new GeoLocation.Region("eu-central-1"),
        new GeoLocation.Region("us-east-1"),
        new GeoLocation.Region("sa-east-1"),
        new GeoLocation.LocalZone("us-west-2-den-1"),
        new GeoLocation.Coordinates("-33.87", "151.21"),
        new GeoLocation.Coordinates("28.61", "77.2"),
        new GeoLocation.Coordinates("64.15", "-21.94"));
  }

  private int bias() {
    return random.nextBoolean() ? 0 : random.nextInt(199) - 99;
  }

  private <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** So many different ones, or all. */
  private <T> List<T> sample(List<T> list, int size) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled.stream().distinct().limit(size).toList();
  }
}
