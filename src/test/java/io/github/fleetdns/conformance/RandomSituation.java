package io.github.fleetdns.conformance;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random outages of a zone, clients and questions to it. */
final class RandomSituation {
  private static final List<String> COUNTRIES =
      List.of("US", "US", "US", "CA", "DE", "FR", "JP", "CN", "NA", "BR", "ZA");
  private static final List<String> STATES = List.of("CA", "VA", "NY");
  private static final List<AddressBlock> NETWORKS =
      List.of(
          AddressBlock.of("203.0.113.7/32"),
          AddressBlock.of("203.0.113.0/24"),
          AddressBlock.of("203.0.112.0/23"),
          AddressBlock.of("203.0.5.0/24"),
          AddressBlock.of("203.0.0.0/12"),
          AddressBlock.of("10.1.2.0/24"),
          AddressBlock.of("2001:db8:5::/48"),
          AddressBlock.of("2001:db9::/32"));

  private final Random random;
  private final HostedZone zone;

  RandomSituation(Random random, HostedZone zone) {
    this.random = random;
    this.zone = zone;
  }

  /** Between almost nothing and everything is down. */
  Outages outages() {
    double chance = of(List.of(0.05, 0.3, 0.6, 0.9, 1.0));
    Set<String> checks = new LinkedHashSet<>();
    Set<String> withoutData = new LinkedHashSet<>();
    zone.healthChecks()
        .forEach(
            (name, check) -> {
              if (check instanceof HealthCheck.CloudWatchAlarm && random.nextInt(3) == 0) {
                withoutData.add(name);
              } else if (!(check instanceof HealthCheck.Calculated)
                  && random.nextDouble() < chance) {
                checks.add(name);
              }
            });
    Set<AliasTarget> targets = new LinkedHashSet<>();
    for (RecordSet set : zone.recordSets()) {
      set.alias()
          .map(Content.Alias::target)
          .filter(target -> target.awsService().isPresent() && random.nextDouble() < chance)
          .ifPresent(targets::add);
    }
    return new Outages(checks, withoutData, targets);
  }

  /** A client whose location or latencies are known, whatever else is not. */
  Client client() {
    Client client = Client.UNKNOWN;
    int known = random.nextInt(10);
    if (known < 7) {
      client = client.withCountry(of(COUNTRIES));
      boolean american = client.country().equals(Optional.of("US"));
      if (random.nextInt(american ? 2 : 4) == 0) {
        client = client.withSubdivision(of(STATES));
      }
    } else if (known < 8) {
      client = client.withContinent(of(List.of(GeoPlace.Continent.values())));
    }
    if (known >= 7 || random.nextBoolean()) {
      double latitude = 140 * random.nextDouble() - 70;
      client = client.withPoint(new Point(latitude, 360 * random.nextDouble() - 180));
    }
    if (random.nextInt(4) > 0) {
      client = client.withSubnet(of(NETWORKS));
    }
    if (random.nextBoolean()) {
      Map<String, Double> latencies = new LinkedHashMap<>();
      RandomPolicies.REGIONS.forEach(region -> latencies.put(region, 300 * random.nextDouble()));
      client = client.withLatencies(latencies);
    }
    if (zone.isPrivate()) {
      List<String> regions =
          List.of("us-east-1", "us-west-1", "eu-central-1", "sa-east-1", "ap-south-1");
      client = client.withVpcRegion(of(regions));
    }
    return client;
  }

  /** Names of the zone, mostly, with what wildcards stand for; and names around them. */
  DomainName name() {
    List<RecordSet> entries =
        zone.recordSets().stream()
            .filter(set -> set.type() != RecordType.SOA || random.nextInt(9) == 0)
            .filter(set -> !set.name().labels().get(0).startsWith("_") || random.nextInt(9) == 0)
            .toList();
    List<RecordSet> aliases = entries.stream().filter(RandomSituation::isOfTree).toList();
    boolean tree = !aliases.isEmpty() && random.nextBoolean();
    DomainName name = of(tree ? aliases : entries).name();
    if (name.isWildcard() && random.nextInt(4) > 0) {
      DomainName above = RandomZone.parentOf(name);
      name = above.prepend(random.nextBoolean() ? "x" : "x.y");
    }
    return switch (random.nextInt(10)) {
      case 0 -> name.prepend("below");
      case 1 -> name.equals(zone.name()) ? name : RandomZone.parentOf(name);
      case 2 -> zone.name().prepend(of(List.of("none", "a.b", "x.d.e", "z.b.a", "e", "down0")));
      default -> name;
    };
  }

  private static boolean isOfTree(RecordSet set) {
    return set.alias().filter(alias -> alias.target().awsService().isEmpty()).isPresent();
  }

  /** A type that the zone has, mostly. */
  Optional<RecordType> type(DomainName name) {
    List<RecordType> types = new ArrayList<>();
    for (RecordSet set : zone.recordSets()) {
      boolean near =
          set.name().equals(name)
              || (set.name().isWildcard() && name.isWithin(RandomZone.parentOf(set.name())));
      if (near && (!name.equals(zone.name()) || random.nextInt(3) == 0)) {
        types.add(set.type());
      }
    }
    if (types.contains(RecordType.DS) || types.contains(RecordType.NS)) {
      types.addAll(List.of(RecordType.DS, RecordType.NS));
    }
    if (types.isEmpty() || random.nextInt(10) == 0) {
      types.addAll(List.of(RecordType.A, RecordType.TXT, RecordType.MX, RecordType.DS));
      if (random.nextInt(5) == 0) {
        return Optional.empty();
      }
    }
    return Optional.of(of(types));
  }

  private <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
