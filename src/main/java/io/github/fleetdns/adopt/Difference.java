package io.github.fleetdns.adopt;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.compile.Origin;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where what is compiled from a draft differs from the zone that it was drafted from. */
final class Difference {
  private Difference() {}

  /** The groups of the zone that must be left as Route 53 has them; none if all is equal. */
  static Set<RecordSet.Group> groups(Draft draft, HostedZone zone) {
    CompiledZone compiled;
    try {
      compiled = FleetCompiler.compile(draft.fleet());
    } catch (InvalidNameException e) {
      return draft.routedGroups();
    } catch (IllegalArgumentException e) {
      return draft.routedGroups();
    }
    Map<String, String> names = draft.checkNames();
    Map<RecordSet.Key, RecordSet> wanted = new LinkedHashMap<>();
    zone.recordSets().forEach(set -> wanted.put(set.key(), renamed(set, names)));
    Set<RecordSet.Group> different = new HashSet<>();
    Map<RecordSet.Key, RecordSet> made = new HashMap<>();
    for (int i = 0; i < compiled.zone().recordSets().size(); i++) {
      RecordSet set = compiled.zone().recordSets().get(i);
      RecordSet other = wanted.get(set.key());
      if (made.put(set.key(), set) != null || !set.equals(other)) {
        different.add(set.group());
        if (other == null) {
          different.addAll(draft.groupsBehind(set, owner(compiled.origins().get(i))));
        }
      }
    }
    wanted.keySet().stream()
        .filter(key -> !made.containsKey(key))
        .forEach(key -> different.add(new RecordSet.Group(key.name(), key.type())));
    return different;
  }

  private static Optional<String> owner(Origin origin) {
    return origin.match(
        endpoint -> Optional.empty(),
        stated -> Optional.empty(),
        routed ->
            Optional.of((routed.path().pool() ? "pool " : "service ") + routed.path().owner()));
  }

  /** A record set with the fleet's name for its health check. */
  static RecordSet renamed(RecordSet set, Map<String, String> names) {
    Optional<Routing> routing =
        set.routing()
            .map(
                of ->
                    new Routing(
                        of.setIdentifier(),
                        of.policy(),
                        of.healthCheck().map(check -> names.getOrDefault(check, check))));
    return new RecordSet(set.name(), set.type(), routing, set.content());
  }

  /** A check with the fleet's names for those that it counts. */
  static HealthCheck renamed(HealthCheck check, Map<String, String> names) {
    return check.match(
        endpoint -> endpoint,
        calculated -> {
          List<String> children =
              calculated.children().stream()
                  .map(child -> names.getOrDefault(child, child))
                  .toList();
          return new HealthCheck.Calculated(children, calculated.atLeast(), calculated.common());
        },
        alarm -> alarm,
        control -> control);
  }
}
