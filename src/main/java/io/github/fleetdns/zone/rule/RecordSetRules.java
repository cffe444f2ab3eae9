package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules about a record set as a whole (route53.md#record-shape).
 *
 * <p>An alias with values or a TTL (route53.md#r2), an unknown type (route53.md#r8) and a TTL out
 * of range (route53.md#r7) are no {@link RecordSet}.
 */
final class RecordSetRules {
  private static final int MAX_VALUES = 400;
  private static final int MAX_CHARACTERS = 32_000;

  static final List<Rule> ALL =
      List.of(
          Rule.error(
                  "record-unique",
                  "A zone has one record set of a name, a type and a set identifier.",
                  Basis.of("r22", "r23").and("CREATE of a record set that exists"),
                  RecordSetRules::unique)
              .needing(Need.SET_IDENTIFIER),
          Rule.error(
                  "record-empty",
                  "A record set has at least one value.",
                  Basis.of("r1").and("neither alias nor values"),
                  RecordSetRules::empty)
              .needing(Need.VALUES),
          Rule.error(
                  "record-values",
                  "A record set has at most 400 values.",
                  Basis.of("r11"),
                  RecordSetRules::tooMany)
              .needing(Need.VALUES),
          Rule.error(
                  "record-characters",
                  "The values of a record set have at most 32,000 characters together.",
                  Basis.of("limits").and("RDATA character limit of 32000 exceeded"),
                  (zone, report) -> characters(zone, report, MAX_CHARACTERS, Integer.MAX_VALUE))
              .needing(Need.VALUES),
          Rule.warning(
                  "record-characters-update",
                  "The values of a record set have at most 16,000 characters, to be changed later.",
                  Basis.of("limits").and("a change counts them twice"),
                  (zone, report) -> characters(zone, report, MAX_CHARACTERS / 2, MAX_CHARACTERS))
              .needing(Need.VALUES),
          Rule.error(
                  "record-single-value",
                  "CNAME and SOA record sets have exactly one value.",
                  Basis.of("r13"),
                  RecordSetRules::single)
              .needing(Need.VALUES),
          Rule.error(
              "ns-wildcard",
              "A wildcard name has no NS records.",
              Basis.of("r16"),
              RecordSetRules::wildcardNs),
          Rule.error(
              "soa-apex",
              "The SOA record stands at the apex.",
              Basis.of("types"),
              RecordSetRules::soaElsewhere),
          Rule.error(
              "ds-apex",
              "DS records stand in the parent zone, at the name of a delegation.",
              Basis.of("types"),
              RecordSetRules::dsAtApex),
          Rule.warning(
                  "ds-delegation",
                  "DS records stand beside the NS records of a delegation.",
                  Basis.of("types"),
                  RecordSetRules::dsWithoutNs)
              .needing(Need.ALL_RECORDS));

  private RecordSetRules() {}

  /** Calls {@code visit} with each record set and its subject. */
  static void each(ZoneIndex zone, Visit visit) {
    List<RecordSet> sets = zone.recordSets();
    for (int i = 0; i < sets.size(); i++) {
      visit.accept(sets.get(i), new Subject.Set(i));
    }
  }

  /** What {@link #each} calls. */
  interface Visit {
    void accept(RecordSet set, Subject.Set subject);
  }

  private static void unique(ZoneIndex zone, Rule.Report report) {
    Set<RecordSet.Key> seen = new HashSet<>();
    each(
        zone,
        (set, subject) -> {
          if (!seen.add(set.key())) {
            report.add(
                subject,
                "the zone already has ",
                set.key(),
                (set.routing().isPresent()
                    ? "; two children of a policy cannot have one name"
                    : ", from an endpoint or another entry; put all values of one name and"
                        + " type into one place"));
          }
        });
  }

  private static void empty(ZoneIndex zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          if (set.alias().isEmpty() && set.values().isEmpty()) {
            report.add(subject, set.key(), " has no values; give it one or remove it");
          }
        });
  }

  private static void tooMany(ZoneIndex zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          if (set.values().size() > MAX_VALUES) {
            report.add(
                subject,
                set.key(),
                " has ",
                set.values().size(),
                " values, the limit is ",
                MAX_VALUES);
          }
        });
  }

  private static void characters(ZoneIndex zone, Rule.Report report, int over, int atMost) {
    each(
        zone,
        (set, subject) -> {
          int characters = set.values().stream().mapToInt(String::length).sum();
          if (characters > over && characters <= atMost) {
            report.add(
                subject,
                "the values of ",
                set.key(),
                " have ",
                characters,
                " characters; Route 53 takes 32,000 in one request, and a change counts twice:"
                    + " spread them over several names");
          }
        });
  }

  private static void single(ZoneIndex zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          boolean one = set.type() == RecordType.CNAME || set.type() == RecordType.SOA;
          if (one && set.values().size() > 1) {
            report.add(
                subject,
                set.key(),
                " has ",
                set.values().size(),
                " values; the type ",
                set.type(),
                " has exactly one");
          }
        });
  }

  private static void wildcardNs(ZoneIndex zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          if (set.type() == RecordType.NS && set.name().isWildcard()) {
            report.add(
                subject, "Route 53 refuses NS records at a wildcard; delegate each name by itself");
          }
        });
  }

  private static void soaElsewhere(ZoneIndex zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          if (set.type() == RecordType.SOA && !set.name().equals(zone.name())) {
            report.add(
                subject, "SOA at ", set.name(), ": a zone has one SOA record, at the apex (\"@\")");
          }
        });
  }

  private static void dsAtApex(ZoneIndex zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          if (set.type() == RecordType.DS && set.name().equals(zone.name())) {
            report.add(subject, "the DS record of ", zone.name(), " belongs in its parent zone");
          }
        });
  }

  private static void dsWithoutNs(ZoneIndex zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          boolean delegated = zone.typesAt(set.name()).contains(RecordType.NS);
          if (set.type() == RecordType.DS && !set.name().equals(zone.name()) && !delegated) {
            report.add(
                subject,
                "DS at ",
                set.name(),
                " has no NS records beside it; resolvers look at it only at a delegation");
          }
        });
  }
}
