package io.github.fleetdns.traffic;

import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name and type of which the record sets change.
 *
 * @param group the name and type
 * @param before the record sets before; none for a new answer
 * @param after the record sets afterwards; none for a lost answer
 */
public record NameChange(RecordSet.Group group, List<RecordSet> before, List<RecordSet> after) {

  /** Copies the lists. */
  public NameChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Every name and type that changes, in the order of the zones. */
  static List<NameChange> between(HostedZone before, HostedZone after) {
    Map<RecordSet.Group, List<RecordSet>> old = groups(before);
    Map<RecordSet.Group, List<RecordSet>> now = groups(after);
    Set<RecordSet.Group> all = new LinkedHashSet<>(old.keySet());
    all.addAll(now.keySet());
    List<NameChange> changes = new ArrayList<>();
    for (RecordSet.Group group : all) {
      List<RecordSet> was = old.getOrDefault(group, List.of());
      List<RecordSet> is = now.getOrDefault(group, List.of());
      if (!alike(was).equals(alike(is))) {
        changes.add(new NameChange(group, was, is));
      }
    }
    return changes;
  }

  static Map<RecordSet.Group, List<RecordSet>> groups(HostedZone zone) {
    Map<RecordSet.Group, List<RecordSet>> groups = new LinkedHashMap<>();
    zone.recordSets()
        .forEach(set -> groups.computeIfAbsent(set.group(), g -> new ArrayList<>()).add(set));
    return groups;
  }

  /** Route 53 keeps neither the order of record sets nor that of values. */
  private static Set<Object> alike(List<RecordSet> sets) {
    Set<Object> alike = new LinkedHashSet<>();
    for (RecordSet set : sets) {
      Object content =
          set.content()
              .<Object>match(
                  values -> List.of(values.ttl(), new TreeSet<>(values.values())), alias -> alias);
      alike.add(List.of(set.key(), set.routing(), content));
    }
    return alike;
  }

  /** Whether there was nothing before. */
  public boolean isNew() {
    return before.isEmpty();
  }

  /** Whether there is nothing afterwards. */
  public boolean isLost() {
    return after.isEmpty();
  }
}
