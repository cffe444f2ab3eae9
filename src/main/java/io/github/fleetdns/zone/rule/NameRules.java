package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.Rule.error;
import static io.github.fleetdns.zone.rule.Rule.warning;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rules about the names of record sets (route53.md#names).
 *
 * <p>Names that are empty, too long, or of characters that DNS lacks are no {@link DomainName}, so
 * that no rule needs to look for them.
 */
final class NameRules {

  static final List<Rule> ALL =
      List.of(
          error(
                  "name-outside-zone",
                  "A zone's record sets have names within the zone.",
                  Basis.of("name-outside-zone"),
                  NameRules::outside)
              .needing(Need.ZONE_NAME),
          warning(
              "name-asterisk",
              "An asterisk is a wildcard only as the whole first label of a name.",
              Basis.of("name-asterisk"),
              NameRules::asterisk),
          warning(
                  "delegation-hidden",
                  "Nothing but glue stands at or below the name of a delegation.",
                  Basis.of("name-lookup"),
                  NameRules::hidden)
              .needing(Need.VALUES));

  private NameRules() {}

  private static void outside(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : zone.entries()) {
      if (!entry.set().name().isWithin(zone.name())) {
        report.add(
            entry.subject(),
            entry.set().name(),
            " is not within the zone ",
            zone.name(),
            "; records of other zones belong there");
      }
    }
  }

  private static void asterisk(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : zone.entries()) {
      if (entry.set().name().toString().indexOf('*') < 0) {
        continue;
      }
      List<String> labels = entry.set().name().labels();
      boolean partial = !labels.get(0).equals("*") && labels.get(0).contains("*");
      if (partial || labels.subList(1, labels.size()).contains("*")) {
        report.add(
            entry.subject(),
            "the asterisk in ",
            entry.set().name(),
            " is a plain character and matches nothing else; for a wildcard write * as the"
                + " whole first label");
      }
    }
  }

  private static void hidden(ZoneIndex zone, Rule.Report report) {
    Map<String, Set<DomainName>> serversOfCut = new HashMap<>();
    for (Entry entry : zone.entries()) {
      RecordSet set = entry.set();
      if (set.type() == RecordType.NS && !set.name().equals(zone.name())) {
        Set<DomainName> servers =
            serversOfCut.computeIfAbsent(set.name().toString(), name -> new HashSet<>());
        set.values().forEach(value -> ValueRules.nameIn(value).ifPresent(servers::add));
      }
    }
    if (serversOfCut.isEmpty()) {
      return;
    }
    Map<Entry, DomainName> hidden = new LinkedHashMap<>();
    for (Entry entry : zone.entries()) {
      cutAbove(entry.set(), serversOfCut).ifPresent(cut -> hidden.put(entry, cut));
    }
    Set<RecordSet.Group> served = servedByAlias(zone, hidden.keySet());
    hidden.forEach(
        (entry, cut) -> {
          if (!served.contains(entry.set().group())) {
            report.add(
                entry.subject(),
                entry.set().key(),
                " is never served: NS records delegate ",
                cut,
                " and all names below it to other servers; move it to the zone there");
          }
        });
  }

  /** What aliases lead to that are served: Route 53 follows them below a delegation as well. */
  private static Set<RecordSet.Group> servedByAlias(ZoneIndex zone, Set<Entry> hidden) {
    Map<RecordSet.Group, List<RecordSet.Group>> targets = new HashMap<>();
    Deque<RecordSet.Group> open = new ArrayDeque<>();
    for (Entry entry : zone.aliases()) {
      RecordSet.Group group = entry.set().group();
      Optional<RecordSet.Group> target = entry.target();
      target.ifPresent(to -> targets.computeIfAbsent(group, any -> new ArrayList<>()).add(to));
      if (!hidden.contains(entry)) {
        target.ifPresent(open::add);
      }
    }
    Set<RecordSet.Group> served = new HashSet<>();
    while (!open.isEmpty()) {
      RecordSet.Group group = open.remove();
      if (served.add(group)) {
        open.addAll(targets.getOrDefault(group, List.of()));
      }
    }
    return served;
  }

  /** The delegation that keeps a record set from being asked for. */
  private static Optional<DomainName> cutAbove(RecordSet set, Map<String, Set<DomainName>> cuts) {
    boolean address = set.type() == RecordType.A || set.type() == RecordType.AAAA;
    boolean ofTheCut = set.type() == RecordType.NS || set.type() == RecordType.DS;
    String name = set.name().toString();
    for (int at = 0; at >= 0; at = name.indexOf('.', at) + 1) {
      String ancestor = name.substring(at);
      Set<DomainName> servers = cuts.get(ancestor);
      boolean glue = servers != null && address && servers.contains(set.name());
      if (servers != null && !glue && !(at == 0 && ofTheCut)) {
        return Optional.of(DomainName.of(ancestor));
      }
      if (name.indexOf('.', at) < 0) {
        break;
      }
    }
    return Optional.empty();
  }
}
