package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.Rule.error;
import static io.github.fleetdns.zone.rule.Rule.warning;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Rules about CIDR routing and the collections of blocks that it goes by (route53.md#cidr,
 * route53.md#parameters).
 *
 * <p>What is wrong with a block is reported at the first record set that its location serves.
 */
final class CidrRules {
  private static final String DEFAULT = "*";
  private static final Pattern LOCATION = Pattern.compile("[0-9A-Za-z_-]{1,16}");
  private static final Pattern COLLECTION = Pattern.compile("[0-9A-Za-z_-]{1,64}");
  private static final int MAX_BLOCKS = 1000;
  private static final int MAX_COLLECTIONS = 5;

  static final List<Rule> ALL =
      List.of(
          error(
              "cidr-private",
              "Private zones have no CIDR routing.",
              Basis.of("cidr", "c6"),
              CidrRules::inPrivateZone),
          error(
              "cidr-location-name",
              "A CIDR location is named by 1 to 16 letters, digits, _ and -.",
              Basis.of("cidr-names"),
              CidrRules::locationName),
          error(
              "cidr-location-exists",
              "CIDR routing goes by collections and locations that exist.",
              Basis.of("cidr-names"),
              CidrRules::missing),
          error(
              "cidr-location-empty",
              "A CIDR location has a block.",
              Basis.of("cidr-blocks"),
              CidrRules::emptyLocation),
          error(
              "cidr-collection-name",
              "A CIDR collection is named by 1 to 64 letters, digits, _ and -.",
              Basis.of("cidr-names"),
              CidrRules::collectionName),
          error(
              "cidr-collection-size",
              "A CIDR collection has at most 1,000 blocks.",
              Basis.of("cidr-names", "limits"),
              CidrRules::collectionSize),
          warning(
              "cidr-collections",
              "An account has at most 5 CIDR collections, unless AWS raised the quota.",
              Basis.of("limits"),
              CidrRules::collections),
          error(
              "cidr-block-prefix",
              "A CIDR block has a prefix of /1 to /24, or to /48 in IPv6.",
              Basis.of("cidr-blocks", "c13"),
              (zone, report) -> each(zone, report, CidrRules::prefix)),
          error(
              "cidr-block-unique",
              "A CIDR collection has a block once.",
              Basis.of("cidr-blocks").and("CidrBlockInUseException"),
              CidrRules::twice),
          warning(
              "cidr-block-host-bits",
              "A CIDR block begins at its first address.",
              Basis.of("cidr-host-bits"),
              (zone, report) -> each(zone, report, CidrRules::hostBits)),
          warning(
              "cidr-block-overlap",
              "The blocks of different CIDR locations do not overlap.",
              Basis.of("cidr"),
              CidrRules::overlap),
          warning(
                  "cidr-default",
                  "A CIDR group answers everybody.",
                  Basis.of("cidr"),
                  CidrRules::withoutDefault)
              .needing(Need.GROUP));

  private CidrRules() {}

  /** A block, and where it is. */
  private record Placed(CidrCollection collection, String location, AddressBlock block) {
    String text() {
      return block + " of \"" + location + "\"";
    }
  }

  private static List<Placed> blocks(CidrCollection collection) {
    List<Placed> blocks = new ArrayList<>();
    collection
        .locations()
        .forEach(
            (location, all) ->
                all.forEach(block -> blocks.add(new Placed(collection, location, block))));
    return blocks;
  }

  /** What a finding about a location is about: the first record set that goes by it. */
  private static Map<RoutingPolicy.Cidr, Subject> subjects(ZoneIndex zone) {
    Map<RoutingPolicy.Cidr, Subject> subjects = new HashMap<>();
    zone.each(
        RoutingPolicy.Cidr.class, (entry, cidr) -> subjects.putIfAbsent(cidr, entry.subject()));
    return subjects;
  }

  private static Subject subject(
      Map<RoutingPolicy.Cidr, Subject> subjects, CidrCollection collection, String location) {
    return subjects.getOrDefault(
        new RoutingPolicy.Cidr(collection.name(), location), new Subject.Zone());
  }

  private static void each(
      ZoneIndex zone, Rule.Report report, Function<Placed, Optional<String>> check) {
    Map<RoutingPolicy.Cidr, Subject> subjects = subjects(zone);
    for (CidrCollection collection : zone.zone().cidrCollections()) {
      for (Placed placed : blocks(collection)) {
        check
            .apply(placed)
            .ifPresent(
                message -> report.add(subject(subjects, collection, placed.location()), message));
      }
    }
  }

  private static void inPrivateZone(ZoneIndex zone, Rule.Report report) {
    if (zone.zone().isPrivate()) {
      zone.each(
          RoutingPolicy.Cidr.class,
          (entry, cidr) ->
              report.add(
                  entry.subject(),
                  entry.key(),
                  " has CIDR routing, which private zones do not have; use geolocation, or a"
                      + " private zone for each network"));
    }
  }

  private static void locationName(ZoneIndex zone, Rule.Report report) {
    zone.each(
        RoutingPolicy.Cidr.class,
        (entry, cidr) -> {
          String name = cidr.location();
          if (!name.equals(DEFAULT) && !LOCATION.matcher(name).matches()) {
            report.add(
                entry.subject(),
                "the network \"",
                name,
                "\" of ",
                entry.key(),
                " is not named by 1 to 16 letters, digits, _ and -");
          }
        });
    Map<RoutingPolicy.Cidr, Subject> subjects = subjects(zone);
    for (CidrCollection collection : zone.zone().cidrCollections()) {
      for (String name : collection.locations().keySet()) {
        boolean routed = subjects.containsKey(new RoutingPolicy.Cidr(collection.name(), name));
        if (name.equals(DEFAULT) || (!routed && !LOCATION.matcher(name).matches())) {
          report.add(
              subject(subjects, collection, name),
              "the collection ",
              collection.name(),
              (name.equals(DEFAULT)
                  ? " has blocks for \"*\", which is every other client; remove its blocks"
                  : " has a network \""
                      + name
                      + "\"; names have 1 to 16 letters, digits, _ and -"));
        }
      }
    }
  }

  private static void missing(ZoneIndex zone, Rule.Report report) {
    Map<String, CidrCollection> collections = new HashMap<>();
    zone.zone().cidrCollections().forEach(one -> collections.putIfAbsent(one.name(), one));
    zone.each(
        RoutingPolicy.Cidr.class,
        (entry, cidr) -> {
          CidrCollection collection = collections.get(cidr.collection());
          if (collection == null) {
            report.add(
                entry.subject(),
                entry.key(),
                " goes by the collection ",
                cidr.collection(),
                ", which is none");
          } else if (!cidr.location().equals(DEFAULT)
              && !collection.locations().containsKey(cidr.location())) {
            report.add(
                entry.subject(),
                entry.key(),
                " goes by the network \"",
                cidr.location(),
                "\", which the collection ",
                cidr.collection(),
                " does not have; give it blocks");
          }
        });
  }

  private static void emptyLocation(ZoneIndex zone, Rule.Report report) {
    Map<RoutingPolicy.Cidr, Subject> subjects = subjects(zone);
    for (CidrCollection collection : zone.zone().cidrCollections()) {
      collection
          .locations()
          .forEach(
              (location, blocks) -> {
                if (blocks.isEmpty() && !location.equals(DEFAULT)) {
                  report.add(
                      subject(subjects, collection, location),
                      "the network \"",
                      location,
                      "\" has no blocks; give it one or remove it");
                }
              });
    }
  }

  private static void collectionName(ZoneIndex zone, Rule.Report report) {
    for (CidrCollection collection : zone.zone().cidrCollections()) {
      if (!COLLECTION.matcher(collection.name()).matches()) {
        report.add(
            anyOf(zone, collection),
            "the CIDR collection \"",
            collection.name(),
            "\" is not named by 1 to 64 letters, digits, _ and -; shorten the fleet's or the"
                + " service's name");
      }
    }
  }

  private static void collectionSize(ZoneIndex zone, Rule.Report report) {
    for (CidrCollection collection : zone.zone().cidrCollections()) {
      int size = collection.locations().values().stream().mapToInt(List::size).sum();
      if (size > MAX_BLOCKS) {
        report.add(
            anyOf(zone, collection),
            "the CIDR collection ",
            collection.name(),
            " has ",
            size,
            " blocks, the limit is 1,000; join neighbouring blocks");
      }
    }
  }

  private static Subject anyOf(ZoneIndex zone, CidrCollection collection) {
    Map<RoutingPolicy.Cidr, Subject> subjects = subjects(zone);
    return subjects.entrySet().stream()
        .filter(subject -> subject.getKey().collection().equals(collection.name()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(new Subject.Zone());
  }

  private static void collections(ZoneIndex zone, Rule.Report report) {
    int count = zone.zone().cidrCollections().size();
    if (count > MAX_COLLECTIONS) {
      report.add(
          new Subject.Zone(),
          "the zone needs ",
          count,
          " CIDR collections; above 5 in an account AWS must raise the quota. A pool with the"
              + " cidr route, used in several services, is one collection");
    }
  }

  private static Optional<String> prefix(Placed placed) {
    int length = placed.block().prefixLength();
    int most = placed.block().network().isIpv4() ? 24 : 48;
    if (length == 0) {
      return Optional.of(
          placed.text() + " is every address, which CIDR routing writes as \"*\" without blocks");
    }
    return length <= most
        ? Optional.empty()
        : Optional.of(
            placed.text()
                + " is too small: a prefix is at most /"
                + most
                + "; write "
                + placed.block().shortenedTo(most));
  }

  private static void twice(ZoneIndex zone, Rule.Report report) {
    Map<RoutingPolicy.Cidr, Subject> subjects = subjects(zone);
    for (CidrCollection collection : zone.zone().cidrCollections()) {
      Map<AddressBlock, Placed> seen = new HashMap<>();
      for (Placed placed : blocks(collection)) {
        Placed twin = seen.putIfAbsent(placed.block().canonical(), placed);
        if (twin != null) {
          report.add(
              subject(subjects, collection, placed.location()),
              placed.text(),
              " is already ",
              twin.text(),
              "; remove one");
        }
      }
    }
  }

  private static Optional<String> hostBits(Placed placed) {
    return placed.block().hasHostBits()
        ? Optional.of(
            placed.text()
                + " does not begin at its first address; is "
                + placed.block().canonical()
                + " meant?")
        : Optional.empty();
  }

  private static void overlap(ZoneIndex zone, Rule.Report report) {
    Map<RoutingPolicy.Cidr, Subject> subjects = subjects(zone);
    for (CidrCollection collection : zone.zone().cidrCollections()) {
      List<Placed> blocks = blocks(collection);
      Map<AddressBlock, Placed> known = new HashMap<>();
      blocks.forEach(placed -> known.putIfAbsent(placed.block().canonical(), placed));
      for (Placed placed : blocks) {
        for (int length = placed.block().prefixLength() - 1; length >= 0; length--) {
          Placed around = known.get(placed.block().shortenedTo(length));
          if (around != null && !around.location().equals(placed.location())) {
            report.add(
                subject(subjects, collection, placed.location()),
                placed.text(),
                " lies within ",
                around.text(),
                "; the longer prefix should win, but Route 53 does not say so: cut it out of"
                    + " the other");
            break;
          }
        }
      }
    }
  }

  private static void withoutDefault(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.groups(RoutingPolicy.Cidr.class)) {
      boolean everybody =
          group.stream()
              .flatMap(entry -> entry.policy(RoutingPolicy.Cidr.class).stream())
              .anyMatch(cidr -> cidr.location().equals(DEFAULT));
      if (!everybody) {
        report.add(
            group.get(0).subject(),
            group.get(0).set().group(),
            " has no answer for clients in none of its networks; add \"*\" to the cidr" + " route");
      }
    }
  }
}
