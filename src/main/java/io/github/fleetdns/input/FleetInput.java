package io.github.fleetdns.input;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.config.FleetFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fleet files as input. */
final class FleetInput {
  private FleetInput() {}

  static Input of(FleetFile file) {
    List<ZoneInput> zones = file.compiled().map(zone -> zone(file, zone)).stream().toList();
    return new Input(zones, List.of(), List.of(), List.of(file), file.problems(), Set.of());
  }

  private static ZoneInput zone(FleetFile file, CompiledZone compiled) {
    return new ZoneInput(
        compiled.zone(),
        file.source(),
        file.problems(),
        FleetServers.of(compiled),
        Optional.of(compiled.fleet()),
        Optional.of(file),
        Optional.empty(),
        List.of());
  }
}
