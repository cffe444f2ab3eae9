package io.github.fleetdns.input;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.read.TerraformZone;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Zones of an input that no resolver gets to, since the zone above them does not delegate. */
final class Delegations {
  private Delegations() {}

  /** A warning for each public zone that the nearest public zone above it does not delegate to. */
  static List<Problem> problems(List<ZoneInput> zones) {
    List<Problem> problems = new ArrayList<>();
    for (ZoneInput child : zones) {
      parent(child, zones)
          .filter(parent -> !delegates(parent, child.zone().name()))
          .ifPresent(parent -> problems.add(problem(child, parent)));
    }
    return problems;
  }

  private static Optional<ZoneInput> parent(ZoneInput child, List<ZoneInput> zones) {
    DomainName name = child.zone().name();
    return child.zone().isPrivate()
        ? Optional.empty()
        : zones.stream()
            .filter(zone -> !zone.zone().isPrivate())
            .filter(zone -> name.isWithin(zone.zone().name()) && !name.equals(zone.zone().name()))
            .max(Comparator.comparingInt(zone -> zone.zone().name().labels().size()));
  }

  /** Whether there is, or may be, a delegation of the name or of one above it. */
  private static boolean delegates(ZoneInput parent, DomainName child) {
    boolean open =
        parent.zone().unknowns().unplaced().stream()
            .anyMatch(one -> one.mayBe(RecordType.NS) && one.mayBeAbove(child));
    return open
        || parent.zone().recordSets().stream()
            .anyMatch(
                set ->
                    set.type() == RecordType.NS
                        && !set.name().equals(parent.zone().name())
                        && child.isWithin(set.name()));
  }

  private static Problem problem(ZoneInput child, ZoneInput parent) {
    return Problem.warning(
        child.parts().stream()
            .flatMap(part -> part.terraform().stream())
            .map(TerraformZone::location)
            .findFirst()
            .orElseGet(() -> Location.startOf(child.source())),
        "zone-undelegated",
        "resolvers do not get to "
            + child.zone().name()
            + ": "
            + parent.zone().name()
            + ", which is here too, has no NS record set for it; add one with its name servers");
  }
}
