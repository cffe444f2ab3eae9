package io.github.fleetdns.input;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.read.TerraformReader;
import io.github.fleetdns.terraform.read.TerraformZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Terraform as input. */
final class TerraformInput {
  private TerraformInput() {}

  /**
   * What was read, as input.
   *
   * @param problems what was wrong before it could be read
   */
  static Input of(String source, TerraformReader.Result result, List<Problem> problems) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(result.problems());
    return new Input(
        result.after().stream().map(zone -> zone(source, zone)).toList(),
        result.before().stream().map(zone -> zone(source, zone)).toList(),
        result.changes(),
        List.of(),
        all,
        result.sensitive());
  }

  private static ZoneInput zone(String source, TerraformZone zone) {
    return new ZoneInput(
        zone.zone(),
        source,
        zone.problems(),
        DerivedServers.of(zone.zone()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(zone),
        List.of());
  }
}
