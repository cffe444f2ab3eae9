package io.github.fleetdns.cli;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.input.ZoneInput;
import java.util.List;
import java.util.Optional;

/** What a service is, for those whose fleet has none yet, with the lines that add one. */
final class FirstService {
  private static final int MOST = 4;

  private FirstService() {}

  /** The lines; none if no zone comes from a fleet file. */
  static List<String> of(List<ZoneInput> zones) {
    return zones.stream()
        .flatMap(zone -> zone.fleets().stream())
        .filter(fleet -> !fleet.endpoints().isEmpty())
        .findFirst()
        .map(FirstService::lines)
        .orElse(List.of());
  }

  private static List<String> lines(Fleet fleet) {
    List<Endpoint> some = fleet.endpoints().stream().limit(MOST).toList();
    List<Optional<String>> regions = some.stream().map(Endpoint::region).distinct().toList();
    boolean nearest =
        regions.size() == some.size() && regions.stream().allMatch(Optional::isPresent);
    String route =
        some.size() == 1
            ? some.get(0).name()
            : "{%s: [%s]}"
                .formatted(
                    nearest ? "latency" : "weighted",
                    String.join(", ", some.stream().map(Endpoint::name).toList()));
    return List.of(
        "A service is a name whose answer is chosen among endpoints; these lines make one:",
        "  services:",
        "    api:",
        "      route: " + route);
  }
}
