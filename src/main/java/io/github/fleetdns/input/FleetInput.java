package io.github.fleetdns.input;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Fleet files as input. */
final class FleetInput {
  private FleetInput() {}

  static Input read(Path path) {
    return of(FleetFile.read(path));
  }

  static Input of(FleetFile file) {
    List<ZoneInput> zones = file.fleet().map(fleet -> List.of(zone(file, fleet))).orElse(List.of());
    return new Input(zones, List.of(), List.of(), file.problems());
  }

  private static ZoneInput zone(FleetFile file, Fleet fleet) {
    CompiledZone compiled = FleetCompiler.compile(fleet);
    return new ZoneInput(
        compiled.zone(),
        file.source(),
        file.problems(),
        FleetEndpoints.of(fleet, compiled),
        Optional.of(fleet),
        Optional.empty());
  }
}
