package io.github.fleetdns.input;

import io.github.fleetdns.change.Clash;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Unknowns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is not known of a change and may stand in its way: a record set that is somewhere in a zone
 * may be in the place of one that goes.
 */
public final class Doubts {
  private Doubts() {}

  /** The doubts, none of which is certain. */
  public static List<Clash> of(List<ZoneInput> before, List<ZoneInput> after) {
    Map<String, HostedZone> old =
        before.stream()
            .collect(
                Collectors.toMap(
                    zone -> StackChanges.key(zone.zone()), ZoneInput::zone, (a, b) -> a));
    List<Clash> doubts = new ArrayList<>();
    for (ZoneInput zone : after) {
      HostedZone was = old.get(StackChanges.key(zone.zone()));
      if (was != null) {
        between(was, zone.zone(), doubts);
      }
    }
    return doubts;
  }

  private static void between(HostedZone before, HostedZone after, List<Clash> doubts) {
    Set<RecordSet> gone = new LinkedHashSet<>(before.recordSets());
    new HashSet<>(after.recordSets()).forEach(gone::remove);
    for (Unknowns.Unplaced unplaced : after.unknowns().unplaced()) {
      gone.stream()
          .filter(set -> unplaced.mayBeAt(set.name()))
          .findFirst()
          .ifPresent(
              set ->
                  doubts.add(
                      new Clash(
                          Clash.Kind.EXISTS,
                          unplaced.why()
                              + " of "
                              + unplaced.what()
                              + " is not known: it may be in the place of "
                              + set.key(),
                          false)));
    }
  }
}
