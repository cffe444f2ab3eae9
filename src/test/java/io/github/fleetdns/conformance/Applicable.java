package io.github.fleetdns.conformance;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.geo.LocalZones;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Which record sets of a group apply to a client, and which of them the policy prefers
 * (route53.md#policies): what {@link BruteForce} starts from.
 */
final class Applicable {
  private static final double STATE = 0;
  private static final double COUNTRY = 1;
  private static final double CONTINENT = 2;
  private static final double DEFAULT = 3;

  private final HostedZone zone;
  private final Client client;
  private final Optional<String> country;
  private final Optional<String> state;
  private final Optional<GeoPlace.Continent> continent;
  private final Optional<Point> point;

  Applicable(HostedZone zone, Client client) {
    this.zone = zone;
    this.client = client;
    if (zone.isPrivate()) {
      // route53.md#geolocation, route53.md#client: the location is that of the VPC's Region.
      AwsRegions.Region region = AwsRegions.of(client.vpcRegion().orElseThrow()).orElseThrow();
      country = Optional.of(region.country());
      state = region.subdivision();
      continent = Countries.of(region.country()).map(Countries.Country::continent);
      point = Optional.of(region.point());
    } else {
      country = client.country();
      state = client.subdivision();
      continent = client.continent();
      point = client.point();
    }
  }

  /** Those that apply, the preferred one first. */
  List<RecordSet> inOrder(List<RecordSet> group) {
    Map<Double, List<RecordSet>> byRank = new TreeMap<>(Comparator.naturalOrder());
    for (RecordSet set : group) {
      OptionalDouble rank = set.policy().map(policy -> rank(policy, group)).orElse(rank(0));
      if (rank.isPresent()) {
        byRank.computeIfAbsent(rank.getAsDouble(), any -> new ArrayList<>()).add(set);
      }
    }
    if (zone.isPrivate() && isGeolocation(group) && byRank.size() > 1) {
      // route53.md#geolocation: if the Region's record is unhealthy, the default follows; no larger
      // place between.
      double smallest = Collections.min(byRank.keySet());
      byRank.keySet().removeIf(rank -> rank > smallest && rank < DEFAULT);
    }
    return byRank.values().stream().flatMap(List::stream).toList();
  }

  private static boolean isGeolocation(List<RecordSet> group) {
    return group.get(0).policy().filter(RoutingPolicy.Geolocation.class::isInstance).isPresent();
  }

  private static OptionalDouble rank(double value) {
    return OptionalDouble.of(value);
  }

  /** The lower, the better; empty if it does not apply. */
  private OptionalDouble rank(RoutingPolicy policy, List<RecordSet> group) {
    if (policy instanceof RoutingPolicy.Failover failover) {
      return rank(failover.role() == RoutingPolicy.Failover.Role.PRIMARY ? 0 : 1);
    }
    if (policy instanceof RoutingPolicy.Latency latency) {
      return rank(latency(latency.region()));
    }
    if (policy instanceof RoutingPolicy.Geolocation geolocation) {
      return rank(geolocation.place(), group);
    }
    if (policy instanceof RoutingPolicy.Geoproximity near) {
      return rank(km(whereIs(near.location())) * (100 - near.bias()) / 100);
    }
    if (policy instanceof RoutingPolicy.Cidr cidr) {
      return rank(cidr);
    }
    return rank(0); // weighted, multivalue: all apply
  }

  /** route53.md#latency. */
  private double latency(String region) {
    if (!zone.isPrivate()) {
      if (region.equals("cn-north-1") && country.equals(Optional.of("CN"))) {
        return -1;
      }
      if (!client.latencies().isEmpty()) {
        return client.latencies().get(region);
      }
      return Millis.to(region, to -> km(to.point()));
    }
    return km(AwsRegions.of(region).orElseThrow().point());
  }

  /** route53.md#geolocation: state, country, continent, default. */
  private OptionalDouble rank(GeoPlace place, List<RecordSet> group) {
    if (place instanceof GeoPlace.Subdivision sub) {
      boolean inside =
          country.equals(Optional.of(sub.country())) && state.equals(Optional.of(sub.code()));
      return inside ? rank(STATE) : OptionalDouble.empty();
    }
    if (place instanceof GeoPlace.Country named) {
      return country.equals(Optional.of(named.code())) ? rank(COUNTRY) : OptionalDouble.empty();
    }
    if (place instanceof GeoPlace.Default) {
      return rank(DEFAULT);
    }
    boolean onIt = continent.isPresent() && continent.get() == place;
    return onIt && !isLostAmerican(group) ? rank(CONTINENT) : OptionalDouble.empty();
  }

  /** route53.md#c10: a client in the US without a state, and no record for the US. */
  private boolean isLostAmerican(List<RecordSet> group) {
    RoutingPolicy usa = new RoutingPolicy.Geolocation(new GeoPlace.Country("US"));
    return country.equals(Optional.of("US"))
        && state.isEmpty()
        && group.stream().noneMatch(set -> set.policy().equals(Optional.of(usa)));
  }

  private static Point whereIs(GeoLocation location) {
    if (location instanceof GeoLocation.Region region) {
      return AwsRegions.of(region.name()).orElseThrow().point();
    }
    if (location instanceof GeoLocation.Coordinates at) {
      return new Point(Double.parseDouble(at.latitude()), Double.parseDouble(at.longitude()));
    }
    return LocalZones.of(((GeoLocation.LocalZone) location).group()).orElseThrow();
  }

  /** The distance from the client, by the angle between the two directions from the centre. */
  private double km(Point to) {
    double[] a = direction(point.orElseThrow());
    double[] b = direction(to);
    double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    double[] cross = {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
    return 6371.0088 * Math.atan2(Math.hypot(Math.hypot(cross[0], cross[1]), cross[2]), dot);
  }

  private static double[] direction(Point at) {
    double lat = Math.toRadians(at.latitude());
    double lon = Math.toRadians(at.longitude());
    return new double[] {
      Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)
    };
  }

  /**
   * route53.md#cidr: the location of the longest block that contains the client's prefix, then the
   * default.
   */
  private OptionalDouble rank(RoutingPolicy.Cidr cidr) {
    if (cidr.location().equals("*")) {
      return rank(1);
    }
    String longest = "";
    int length = -1;
    for (var collection : zone.cidrCollections()) {
      for (var location : collection.locations().entrySet()) {
        for (AddressBlock block : location.getValue()) {
          boolean holds = collection.name().equals(cidr.collection()) && holdsClient(block);
          if (holds && block.prefixLength() > length) {
            longest = location.getKey();
            length = block.prefixLength();
          }
        }
      }
    }
    return longest.equals(cidr.location()) ? rank(0) : OptionalDouble.empty();
  }

  private boolean holdsClient(AddressBlock block) {
    return client.subnet().isPresent()
        && block.prefixLength() <= client.subnet().get().prefixLength()
        && block.contains(client.subnet().get().network());
  }
}
