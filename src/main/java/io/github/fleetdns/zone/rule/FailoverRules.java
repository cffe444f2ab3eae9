package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.Rule.error;
import static io.github.fleetdns.zone.rule.Rule.warning;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.RoutingPolicy.Failover;
import io.github.fleetdns.zone.RoutingPolicy.Failover.Role;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules about the primary and the secondary of a failover group (route53.md#failover,
 * route53.md#r27).
 */
final class FailoverRules {

  static final List<Rule> ALL =
      List.of(
          error(
              "failover-unique",
              "A failover group has one primary and one secondary.",
              Basis.of("r27"),
              FailoverRules::twice),
          error(
                  "failover-primary-check",
                  "A primary with values has a health check.",
                  Basis.of("r27a"),
                  FailoverRules::primaryWithoutCheck)
              .needing(Need.HEALTH_CHECK, Need.ALL_CHECKS),
          error(
                  "failover-primary-alias",
                  "A primary alias evaluates the health of its target, or has a health check.",
                  Basis.of("r27b"),
                  FailoverRules::primaryAlias)
              .needing(Need.HEALTH_CHECK),
          error(
                  "failover-cloudfront",
                  "Not both of a failover pair are CloudFront distributions.",
                  Basis.of("failover-cloudfront"),
                  FailoverRules::twoDistributions)
              .needing(Need.TARGET),
          warning(
                  "failover-pair",
                  "A failover group has a primary and a secondary.",
                  Basis.of("failover-lone"),
                  FailoverRules::alone)
              .needing(Need.GROUP),
          warning(
                  "failover-same",
                  "The secondary of a failover is not the primary.",
                  Basis.inferred("failover").and("an outage takes both"),
                  FailoverRules::same)
              .needing(Need.VALUES, Need.TARGET),
          warning(
                  "failover-never",
                  "A primary can become unhealthy.",
                  Basis.of("unchecked-leaf", "target-health"),
                  FailoverRules::never)
              .needing(Need.ALL_RECORDS, Need.TARGET, Need.HEALTH_CHECK, Need.ALL_CHECKS));

  private FailoverRules() {}

  /** The first record set of each role, for every failover group. */
  private static List<Map<Role, Entry>> pairs(ZoneIndex zone) {
    return zone.groups(Failover.class).stream().map(FailoverRules::pair).toList();
  }

  private static Map<Role, Entry> pair(List<Entry> group) {
    Map<Role, Entry> pair = new EnumMap<>(Role.class);
    group.forEach(entry -> pair.putIfAbsent(role(entry), entry));
    return pair;
  }

  private static Role role(Entry entry) {
    return entry.policy(Failover.class).orElseThrow().role();
  }

  private static String word(Role role) {
    return role == Role.PRIMARY ? "primary" : "secondary";
  }

  private static void twice(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.groups(Failover.class)) {
      Map<Role, Entry> pair = pair(group);
      for (Entry entry : group) {
        Optional<Entry> first =
            Optional.ofNullable(pair.get(role(entry))).filter(other -> !other.equals(entry));
        if (first.isPresent()) {
          report.add(
              entry.subject(),
              entry.key(),
              " is a second ",
              word(role(entry)),
              " beside ",
              first.get().key(),
              "; for more than two choices nest a failover in the secondary");
        }
      }
    }
  }

  private static List<Entry> primaries(ZoneIndex zone) {
    return zone.groups(Failover.class).stream()
        .flatMap(List::stream)
        .filter(entry -> role(entry) == Role.PRIMARY)
        .toList();
  }

  private static void primaryWithoutCheck(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : primaries(zone)) {
      if (entry.set().alias().isEmpty() && entry.check().isEmpty()) {
        report.add(
            entry.subject(),
            entry.key(),
            " is the primary of a failover without a health check, so that nothing would ever"
                + " fail over; give its endpoint health");
      }
    }
  }

  private static void primaryAlias(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : primaries(zone)) {
      if (entry.set().alias().isPresent() && entry.check().isEmpty() && !entry.evaluatesTarget()) {
        report.add(
            entry.subject(),
            entry.key(),
            " is the primary of a failover, but neither evaluates the health of its target"
                + " nor has a health check, so that the secondary would never answer; turn one on");
      }
    }
  }

  private static void twoDistributions(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.groups(Failover.class)) {
      List<Entry> distributions =
          group.stream().filter(entry -> entry.leadsTo(AwsService.CLOUDFRONT)).toList();
      if (distributions.size() > 1) {
        report.add(
            distributions.get(1).subject(),
            distributions.get(0).key(),
            " and ",
            distributions.get(1).key(),
            " both lead to CloudFront, but only one distribution can have their name; use an"
                + " origin group of one distribution");
      }
    }
  }

  private static void alone(ZoneIndex zone, Rule.Report report) {
    for (Map<Role, Entry> pair : pairs(zone)) {
      if (pair.size() == 1) {
        Entry entry = pair.values().iterator().next();
        Role role = role(entry);
        report.add(
            entry.subject(),
            entry.key(),
            " is a ",
            word(role),
            " without a ",
            word(role == Role.PRIMARY ? Role.SECONDARY : Role.PRIMARY),
            "; name both, or leave failover out");
      }
    }
  }

  private static void same(ZoneIndex zone, Rule.Report report) {
    for (Map<Role, Entry> pair : pairs(zone)) {
      Optional<Entry> primary = Optional.ofNullable(pair.get(Role.PRIMARY));
      Optional<Entry> secondary = Optional.ofNullable(pair.get(Role.SECONDARY));
      if (primary.isPresent()
          && secondary.isPresent()
          && answer(primary.get()).equals(answer(secondary.get()))) {
        report.add(
            secondary.get().subject(),
            secondary.get().key(),
            " answers the same as ",
            primary.get().key(),
            ", so that failing over changes nothing; name another endpoint or pool");
      }
    }
  }

  /** What a set answers, apart from how long and in which order. */
  private static Object answer(Entry entry) {
    return entry
        .set()
        .content()
        .match(
            values -> new HashSet<Object>(values.values()),
            alias ->
                alias
                    .target()
                    .<Object>match(
                        sameZone -> sameZone,
                        // Whichever hosted zone id goes with it.
                        AliasTarget.AwsResource::dnsName,
                        balancer -> balancer,
                        reference -> reference));
  }

  /** Primaries that break route53.md#r27a or route53.md#r27b are left to those rules. */
  private static void never(ZoneIndex zone, Rule.Report report) {
    List<Map<Role, Entry>> pairs = pairs(zone);
    if (pairs.isEmpty()) {
      return;
    }
    AlwaysHealthy healthy = AlwaysHealthy.in(zone);
    for (Map<Role, Entry> pair : pairs) {
      Optional<Entry> primary =
          Optional.ofNullable(pair.get(Role.PRIMARY))
              .filter(entry -> entry.check().isPresent() || entry.evaluatesTarget());
      Optional<Entry> cause = primary.flatMap(healthy::cause);
      if (primary.isPresent() && cause.isPresent() && pair.containsKey(Role.SECONDARY)) {
        report.add(primary.get().subject(), primary.get().key(), never(primary.get(), cause.get()));
      }
    }
  }

  private static Message never(Entry primary, Entry cause) {
    String start = " never fails over: ";
    if (cause.check().isPresent()) {
      return Message.of(
          start,
          cause.equals(primary) ? "its" : Message.of(cause.key(), " has a disabled check, and a"),
          " disabled health check is always healthy; remove disabled, or invert it");
    }
    Optional<AwsService> service = cause.service();
    if (service.filter(AlwaysHealthy::isWithoutHealth).isPresent()) {
      return Message.of(
          start,
          "Route 53 does not look at the health of ",
          service.orElseThrow().one(),
          cause.equals(primary) ? "" : Message.of(", which ", cause.key(), " leads to"),
          "; give it a health check");
    }
    return Message.of(
        start, cause.key(), " has no health check and keeps it healthy; give that endpoint health");
  }
}
