package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.Rule.error;
import static io.github.fleetdns.zone.rule.Rule.warning;

import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rules about the record sets of one name and type, which a routing policy chooses from
 * (route53.md#groups); a pair of failover has rules of its own in {@link FailoverRules}.
 */
final class GroupRules {
  private static final int MAX_SETS = 100;
  private static final int MAX_GEOPROXIMITY = 30;
  private static final long LOAD_BALANCER_TTL = 60;

  static final List<Rule> ALL =
      List.of(
          error(
              "group-policy",
              "The record sets of one name and type have one kind of policy.",
              Basis.of("r20"),
              GroupRules::mixed),
          error(
              "group-simple",
              "A record set without a policy has its name and type for itself.",
              Basis.of("r21"),
              GroupRules::simpleBesideRouted),
          error(
              "latency-unique",
              "A latency group has a region once.",
              Basis.of("r24"),
              unique(RoutingPolicy.Latency.class, "region")),
          error(
              "geolocation-unique",
              "A geolocation group has a place once.",
              Basis.of("r25"),
              unique(RoutingPolicy.Geolocation.class, "place")),
          error(
              "geoproximity-unique",
              "A geoproximity group has a location once.",
              Basis.of("r26"),
              unique(RoutingPolicy.Geoproximity.class, "location")),
          warning(
              "cidr-unique",
              "A CIDR group has a network once.",
              Basis.inferred("r25"),
              unique(RoutingPolicy.Cidr.class, "network")),
          error(
                  "weighted-ttl",
                  "The record sets of a weighted group have one TTL.",
                  Basis.of("r28"),
                  GroupRules::ttls)
              .needing(Need.TTL),
          warning(
                  "weighted-ttl-alias",
                  "Beside an alias to a load balancer, weighted record sets have its TTL of 60.",
                  Basis.of("weighted-ttl-60"),
                  GroupRules::ttlBesideLoadBalancer)
              .needing(Need.TARGET, Need.TTL),
          error(
              "cidr-collection",
              "The record sets of a CIDR group go by one collection.",
              Basis.of("r29"),
              GroupRules::collections),
          error(
              "group-size",
              "A group has at most 100 record sets, and at most 30 with geoproximity.",
              Basis.of("r30"),
              GroupRules::size),
          warning(
                  "group-checks",
                  "In a group, all endpoints have a health check or none has.",
                  Basis.of("partial-checks"),
                  GroupRules::partialChecks)
              .needing(Need.GROUP, Need.HEALTH_CHECK, Need.ALL_CHECKS),
          warning(
                  "ipv6-partial",
                  "A routed name has the same choices over IPv6 as over IPv4.",
                  Basis.inferred("policies").and("each type is a group of its own"),
                  GroupRules::partialIpv6)
              .needing(Need.GROUP, Need.ALL_RECORDS));

  private GroupRules() {}

  /** A check that no two record sets of a group have alike what it has once. */
  private static <P extends RoutingPolicy> Rule.Check unique(Class<P> kind, String noun) {
    return (zone, report) -> {
      for (List<Entry> group : zone.groups(kind)) {
        Map<Object, Entry> seen = new HashMap<>();
        for (Entry entry : group) {
          Object value = entry.policy(kind).flatMap(RoutingPolicy::once).orElseThrow();
          Entry twin = seen.putIfAbsent(value, entry);
          if (twin != null) {
            report.add(
                entry.subject(),
                entry.key(),
                " has the ",
                noun,
                " ",
                value,
                ", and so has ",
                twin.key(),
                "; keep one, or put both into a pool that stands there");
          }
        }
      }
    };
  }

  /** A location as Route 53 compares it: 1.5 degrees are 1.50 degrees. */
  private static void mixed(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.routedGroups()) {
      Optional<Entry> first =
          group.stream().filter(entry -> entry.set().routing().isPresent()).findFirst();
      String kind = first.flatMap(GroupRules::kind).orElse("");
      for (Entry entry : group) {
        kind(entry)
            .filter(other -> !other.equals(kind))
            .ifPresent(
                other ->
                    report.add(
                        entry.subject(),
                        entry.key(),
                        " has ",
                        other,
                        " routing, but ",
                        first.map(Entry::key).orElseThrow(),
                        " has ",
                        kind,
                        "; one name has one policy: nest the other below it"));
      }
    }
  }

  private static Optional<String> kind(Entry entry) {
    return entry.set().policy().map(RoutingPolicy::title);
  }

  private static void simpleBesideRouted(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.routedGroups()) {
      Entry routed =
          group.stream()
              .filter(entry -> entry.set().routing().isPresent())
              .findFirst()
              .orElseThrow();
      for (Entry entry : group) {
        if (entry.set().routing().isEmpty()) {
          report.add(
              entry.subject(),
              entry.key(),
              " has no routing policy, but ",
              routed.key(),
              " has ",
              kind(routed).orElseThrow(),
              "; remove the plain one, or make it a child of the policy");
        }
      }
    }
  }

  private static void ttls(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.groups(RoutingPolicy.Weighted.class)) {
      List<Entry> leaves = group.stream().filter(entry -> ttl(entry).isPresent()).toList();
      for (Entry entry : leaves) {
        if (!ttl(entry).equals(ttl(leaves.get(0)))) {
          report.add(
              entry.subject(),
              entry.key(),
              " has TTL ",
              ttl(entry).orElseThrow(),
              ", but ",
              leaves.get(0).key(),
              " has ",
              ttl(leaves.get(0)).orElseThrow(),
              "; give all of a weighted group the same");
        }
      }
    }
  }

  private static Optional<Long> ttl(Entry entry) {
    return entry.set().content() instanceof Content.Values values
        ? Optional.of(values.ttl())
        : Optional.empty();
  }

  private static void ttlBesideLoadBalancer(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.groups(RoutingPolicy.Weighted.class)) {
      Optional<Entry> balancer =
          group.stream().filter(entry -> entry.leadsTo(AwsService.LOAD_BALANCER)).findFirst();
      Optional<Entry> other =
          group.stream()
              .filter(entry -> ttl(entry).filter(ttl -> ttl != LOAD_BALANCER_TTL).isPresent())
              .findFirst();
      if (balancer.isPresent() && other.isPresent()) {
        report.add(
            other.get().subject(),
            other.get().key(),
            " has TTL ",
            ttl(other.get()).orElseThrow(),
            " beside the load balancer of ",
            balancer.get().key(),
            ", whose answers are kept for 60 seconds: the longer one gets more traffic than"
                + " its weight; set ttl: 60");
      }
    }
  }

  private static void collections(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.groups(RoutingPolicy.Cidr.class)) {
      for (Entry entry : group) {
        if (!collection(entry).equals(collection(group.get(0)))) {
          report.add(
              entry.subject(),
              entry.key(),
              " goes by the CIDR collection ",
              collection(entry),
              ", but ",
              group.get(0).key(),
              " goes by ",
              collection(group.get(0)),
              "; put the networks of one name into one collection");
        }
      }
    }
  }

  private static String collection(Entry entry) {
    return entry.policy(RoutingPolicy.Cidr.class).orElseThrow().collection();
  }

  private static void size(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.routedGroups()) {
      Entry first = group.get(0);
      boolean near =
          group.stream()
              .anyMatch(entry -> entry.policy(RoutingPolicy.Geoproximity.class).isPresent());
      int most = near ? MAX_GEOPROXIMITY : MAX_SETS;
      long sets = group.stream().filter(entry -> entry.set().routing().isPresent()).count();
      if (sets > most) {
        report.add(
            first.subject(),
            first.set().group(),
            " has ",
            sets,
            " record sets, the limit ",
            (near ? "with geoproximity " : ""),
            "is ",
            most,
            "; gather some into pools");
      }
    }
  }

  /**
   * Counts leaves only: an alias has the health of its target. A secondary without a check is the
   * last resort that it is meant to be.
   */
  private static void partialChecks(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.routedGroups()) {
      List<Entry> leaves =
          group.stream()
              .filter(entry -> entry.set().routing().isPresent())
              .filter(entry -> entry.policy(RoutingPolicy.Failover.class).isEmpty())
              .filter(entry -> entry.set().alias().isEmpty())
              .toList();
      Optional<Entry> with = leaves.stream().filter(e -> e.check().isPresent()).findFirst();
      Optional<Entry> without = leaves.stream().filter(e -> e.check().isEmpty()).findFirst();
      if (with.isPresent() && without.isPresent()) {
        report.add(
            without.get().subject(),
            without.get().key(),
            " has no health check, but ",
            with.get().key(),
            " has: it counts as always healthy and gets all traffic when the others fail;"
                + " give its endpoint health too");
      }
    }
  }

  private static void partialIpv6(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.routedGroups()) {
      RecordSet first = group.get(0).set();
      List<Entry> ipv6 = zone.group(new RecordSet.Group(first.name(), RecordType.AAAA));
      if (first.type() != RecordType.A || !isRouted(group) || !isRouted(ipv6)) {
        continue;
      }
      Set<String> covered = new HashSet<>();
      ipv6.forEach(entry -> covered.add(identifier(entry)));
      List<Entry> missing =
          group.stream().filter(entry -> !covered.contains(identifier(entry))).toList();
      if (!missing.isEmpty() && ipv6.size() < group.size()) {
        report.add(
            missing.get(0).subject(),
            first.name(),
            " has ",
            group.size(),
            " choices over IPv4 but ",
            ipv6.size(),
            " over IPv6, without ",
            first(missing),
            "; clients with IPv6 never get there: give the endpoints IPv6 addresses, or take"
                + " those of the others away");
      }
    }
  }

  private static String first(List<Entry> missing) {
    String names =
        String.join(", ", missing.stream().limit(3).map(e -> "\"" + identifier(e) + "\"").toList());
    return missing.size() > 3 ? names + ", …" : names;
  }

  private static boolean isRouted(List<Entry> group) {
    return group.stream().anyMatch(entry -> entry.set().routing().isPresent());
  }

  private static String identifier(Entry entry) {
    return entry.set().routing().map(Routing::setIdentifier).orElse("");
  }
}
