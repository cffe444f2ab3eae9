package io.github.fleetdns.zone.rule;

import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules about a record set as a whole. */
final class RecordSetRules {
  private static final int MAX_VALUES = 400;

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "record-unique",
              Severity.ERROR,
              "A zone has one record set of a name and type.",
              "R23: CREATE of a record set that exists",
              RecordSetRules::unique),
          new Rule(
              "record-empty",
              Severity.ERROR,
              "A record set has at least one value.",
              "R1: neither alias nor values",
              RecordSetRules::empty),
          new Rule(
              "record-values",
              Severity.ERROR,
              "A record set has at most 400 values.",
              "R11: Route 53 quotas",
              RecordSetRules::tooMany),
          new Rule(
              "record-single-value",
              Severity.ERROR,
              "CNAME and SOA record sets have exactly one value.",
              "R13",
              RecordSetRules::single),
          new Rule(
              "ns-wildcard",
              Severity.ERROR,
              "A wildcard name has no NS records.",
              "R16",
              RecordSetRules::wildcardNs),
          new Rule(
              "soa-apex",
              Severity.ERROR,
              "The SOA record stands at the apex.",
              "Route 53 Developer Guide, Supported DNS record types",
              RecordSetRules::soaElsewhere),
          new Rule(
              "ds-apex",
              Severity.ERROR,
              "DS records stand in the parent zone, at the name of a delegation.",
              "Route 53 Developer Guide, Supported DNS record types",
              RecordSetRules::dsAtApex),
          new Rule(
              "ds-delegation",
              Severity.WARNING,
              "DS records stand beside the NS records of a delegation.",
              "Route 53 Developer Guide, Supported DNS record types",
              RecordSetRules::dsWithoutNs));

  private RecordSetRules() {}

  /** Calls {@code visit} with each record set and its subject. */
  static void each(HostedZone zone, Visit visit) {
    List<RecordSet> sets = zone.recordSets();
    for (int i = 0; i < sets.size(); i++) {
      visit.accept(sets.get(i), new Subject.Set(i));
    }
  }

  /** What {@link #each} calls. */
  interface Visit {
    void accept(RecordSet set, Subject.Set subject);
  }

  private static void unique(HostedZone zone, Rule.Report report) {
    Set<RecordSet.Key> seen = new HashSet<>();
    each(
        zone,
        (set, subject) -> {
          if (!seen.add(set.key())) {
            report.add(
                subject,
                "the zone already has "
                    + set.key()
                    + ", from an endpoint or another entry; put all values of one name and type"
                    + " into one place");
          }
        });
  }

  private static void empty(HostedZone zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          if (set.alias().isEmpty() && set.values().isEmpty()) {
            report.add(subject, set.key() + " has no values; give it one or remove it");
          }
        });
  }

  private static void tooMany(HostedZone zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          if (set.values().size() > MAX_VALUES) {
            report.add(
                subject,
                set.key() + " has " + set.values().size() + " values, the limit is " + MAX_VALUES);
          }
        });
  }

  private static void single(HostedZone zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          boolean one = set.type() == RecordType.CNAME || set.type() == RecordType.SOA;
          if (one && set.values().size() > 1) {
            report.add(
                subject,
                set.key()
                    + " has "
                    + set.values().size()
                    + " values; the type "
                    + set.type()
                    + " has exactly one");
          }
        });
  }

  private static void wildcardNs(HostedZone zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          if (set.type() == RecordType.NS && set.name().isWildcard()) {
            report.add(
                subject, "Route 53 refuses NS records at a wildcard; delegate each name by itself");
          }
        });
  }

  private static void soaElsewhere(HostedZone zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          if (set.type() == RecordType.SOA && !set.name().equals(zone.name())) {
            report.add(
                subject,
                "SOA at " + set.name() + ": a zone has one SOA record, at the apex (\"@\")");
          }
        });
  }

  private static void dsAtApex(HostedZone zone, Rule.Report report) {
    each(
        zone,
        (set, subject) -> {
          if (set.type() == RecordType.DS && set.name().equals(zone.name())) {
            report.add(subject, "the DS record of " + zone.name() + " belongs in its parent zone");
          }
        });
  }

  private static void dsWithoutNs(HostedZone zone, Rule.Report report) {
    Set<RecordSet.Group> groups = new HashSet<>();
    zone.recordSets().forEach(set -> groups.add(set.group()));
    each(
        zone,
        (set, subject) -> {
          boolean delegated = groups.contains(new RecordSet.Group(set.name(), RecordType.NS));
          if (set.type() == RecordType.DS && !set.name().equals(zone.name()) && !delegated) {
            report.add(
                subject,
                "DS at "
                    + set.name()
                    + " has no NS records beside it; resolvers look at it only at a delegation");
          }
        });
  }
}
