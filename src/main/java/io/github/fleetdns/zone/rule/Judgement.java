package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Unknowns;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Whether a finding stands, although not everything of the zone is known. */
final class Judgement {
  private static final Map<Unknowns.Part, Need> NEED_OF =
      new EnumMap<>(
          Map.of(
              Unknowns.Part.TTL, Need.TTL,
              Unknowns.Part.VALUES, Need.VALUES,
              Unknowns.Part.TARGET, Need.TARGET,
              Unknowns.Part.HEALTH_CHECK, Need.HEALTH_CHECK,
              Unknowns.Part.SET_IDENTIFIER, Need.SET_IDENTIFIER,
              Unknowns.Part.ZONE, Need.GROUP));

  private final HostedZone zone;
  private final Unknowns unknowns;
  private final Map<RecordSet.Group, Set<Need>> lacking = new HashMap<>();

  Judgement(HostedZone zone) {
    this.zone = zone;
    this.unknowns = zone.unknowns();
    if (!unknowns.parts().isEmpty()) {
      for (RecordSet set : zone.recordSets()) {
        for (Unknowns.Part part : unknowns.of(set)) {
          Need need = NEED_OF.get(part);
          if (need != null) {
            lacking.computeIfAbsent(set.group(), g -> EnumSet.noneOf(Need.class)).add(need);
          }
        }
      }
    }
  }

  boolean isSound(Finding finding) {
    if (unknowns.isNone()) {
      return true;
    }
    Set<Need> needs = finding.rule().needs();
    if ((needs.contains(Need.ALL_RECORDS) || needs.contains(Need.USES))
        && !(unknowns.unplaced().isEmpty() && unknowns.parts().isEmpty())) {
      return false;
    }
    if (needs.contains(Need.ALL_CHECKS) && !unknowns.checks().isEmpty()) {
      return false;
    }
    return finding
        .subject()
        .match(
            whole -> true,
            set -> isSound(needs, set.index(), true),
            // One value is judged by itself, whatever else may be at its name.
            value -> isSound(needs, value.index(), false),
            check -> !unknowns.checks().contains(check.name()));
  }

  private boolean isSound(Set<Need> needs, int index, boolean comparesGroup) {
    RecordSet.Group group = zone.recordSets().get(index).group();
    Set<Need> lacks = lacking.getOrDefault(group, Set.of());
    boolean whole =
        !needs.contains(Need.GROUP)
            || unknowns.unplaced().stream().noneMatch(one -> one.mayJoin(group));
    // What compares record sets of one name compares what may not be in this zone at all.
    boolean here = !lacks.contains(Need.GROUP) || !comparesGroup;
    return whole && here && needs.stream().noneMatch(lacks::contains);
  }
}
