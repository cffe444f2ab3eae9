package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Rules about CNAME records, which leave no room for anything else at their name, and about loops
 * (route53.md#cname).
 */
final class CnameRules {

  static final List<Rule> ALL =
      List.of(
          Rule.error(
              "cname-apex", "The apex has no CNAME record.", Basis.of("r31"), CnameRules::atApex),
          Rule.error(
              "cname-alone",
              "A name with a CNAME record has no other records.",
              Basis.of("r32", "r33"),
              CnameRules::besideOthers),
          Rule.error(
                  "cname-loop",
                  "CNAME records do not lead back to themselves.",
                  Basis.of("r34"),
                  (zone, report) -> loop(zone, report, type -> type == RecordType.CNAME, "CNAME"))
              .needing(Need.VALUES),
          Rule.error(
                  "alias-loop",
                  "Aliases do not lead back to themselves.",
                  Basis.of("r34")
                      .and("loops of several aliases are inferred, and a cycle to Terraform"),
                  (zone, report) -> loop(zone, report, type -> type != RecordType.CNAME, "alias"))
              .needing(Need.TARGET));

  private CnameRules() {}

  private static void atApex(ZoneIndex zone, Rule.Report report) {
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

  private static void besideOthers(ZoneIndex zone, Rule.Report report) {
    RecordSetRules.each(
        zone,
        (set, subject) -> {
          Set<RecordType> types = zone.typesAt(set.name());
          boolean apex = set.name().equals(zone.name());
          if (set.type() == RecordType.CNAME && types.size() > 1 && !apex) {
            Set<RecordType> others = new TreeSet<>(types);
            others.remove(RecordType.CNAME);
            report.add(
                subject,
                set.name(),
                " has a CNAME and also ",
                String.join(", ", others.stream().map(Enum::name).toList()),
                "; a CNAME must be alone at its name");
          }
        });
  }

  private static void loop(
      ZoneIndex zone, Rule.Report report, Predicate<RecordType> wanted, String what) {
    for (List<Entry> loop : Loops.in(zone)) {
      Entry first = loop.get(0);
      if (wanted.test(first.set().type())) {
        report.add(
            first.subject(),
            "the ",
            what,
            " at ",
            first.set().name(),
            " leads back to itself: ",
            Loops.path(loop),
            "; let one of them lead elsewhere");
      }
    }
  }
}
