package io.github.fleetdns.zone.rule;

import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rules about CNAME records, which leave no room for anything else at their name. */
final class CnameRules {

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "cname-apex",
              Severity.ERROR,
              "The apex has no CNAME record.",
              "R31",
              CnameRules::atApex),
          new Rule(
              "cname-alone",
              Severity.ERROR,
              "A name with a CNAME record has no other records.",
              "R32, R33",
              CnameRules::besideOthers),
          new Rule(
              "cname-loop",
              Severity.ERROR,
              "CNAME records do not lead back to themselves.",
              "R34",
              CnameRules::loop));

  private CnameRules() {}

  private static void atApex(HostedZone zone, Rule.Report report) {
    RecordSetRules.each(
        zone,
        (set, subject) -> {
          if (set.type() == RecordType.CNAME && set.name().equals(zone.name())) {
            report.add(
                subject,
                "a CNAME cannot stand at the apex, where the zone's own NS and SOA records are;"
                    + " use a name below it, or addresses");
          }
        });
  }

  private static void besideOthers(HostedZone zone, Rule.Report report) {
    Map<DomainName, Set<RecordType>> typesAt = new HashMap<>();
    zone.recordSets()
        .forEach(
            set ->
                typesAt
                    .computeIfAbsent(set.name(), name -> EnumSet.noneOf(RecordType.class))
                    .add(set.type()));
    RecordSetRules.each(
        zone,
        (set, subject) -> {
          Set<RecordType> types = typesAt.getOrDefault(set.name(), Set.of());
          boolean apex = set.name().equals(zone.name());
          if (set.type() == RecordType.CNAME && types.size() > 1 && !apex) {
            Set<RecordType> others = new TreeSet<>(types);
            others.remove(RecordType.CNAME);
            report.add(
                subject,
                set.name()
                    + " has a CNAME and also "
                    + String.join(", ", others.stream().map(Enum::name).toList())
                    + "; a CNAME must be alone at its name");
          }
        });
  }

  private static void loop(HostedZone zone, Rule.Report report) {
    Map<DomainName, DomainName> targets = new HashMap<>();
    RecordSetRules.each(
        zone,
        (set, subject) -> {
          if (set.type() == RecordType.CNAME && set.values().size() == 1) {
            ValueRules.nameIn(set.values().get(0)).ifPresent(to -> targets.put(set.name(), to));
          }
        });
    RecordSetRules.each(
        zone,
        (set, subject) -> {
          if (set.type() == RecordType.CNAME && leadsBack(set.name(), targets)) {
            report.add(
                subject,
                "the CNAME at "
                    + set.name()
                    + " leads back to itself: "
                    + path(set.name(), targets));
          }
        });
  }

  private static boolean leadsBack(DomainName start, Map<DomainName, DomainName> targets) {
    DomainName at = targets.get(start);
    for (int steps = 0; at != null && steps <= targets.size(); steps++) {
      if (at.equals(start)) {
        return true;
      }
      at = targets.get(at);
    }
    return false;
  }

  private static String path(DomainName start, Map<DomainName, DomainName> targets) {
    StringBuilder path = new StringBuilder(start.toString());
    DomainName at = targets.get(start);
    while (at != null) {
      path.append(" → ").append(at);
      at = at.equals(start) ? null : targets.get(at);
    }
    return path.toString();
  }
}
