package io.github.fleetdns.cli;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.config.FleetFiles;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.source.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fleet files for commands that take nothing else. */
final class Fleets {
  private Fleets() {}

  /**
   * Reads fleet files, each once. Whatever else is named is a problem that says what takes it.
   *
   * @param command the command, as messages call it
   */
  static FleetFiles read(List<Path> paths, String command) {
    List<FleetFile> fleets = new ArrayList<>();
    for (Path path : paths) {
      Input input = Input.read(path);
      if (input.fleets().isEmpty()) {
        String name = Source.name(path);
        boolean other = !input.zones().isEmpty() || !input.before().isEmpty();
        fleets.add(
            FleetFile.unreadable(
                name, other ? List.of(isTerraform(name, input, command)) : input.problems()));
      } else {
        fleets.addAll(input.fleets());
      }
    }
    return FleetFiles.of(fleets);
  }

  private static Problem isTerraform(String name, Input input, String command) {
    String what = input.before().isEmpty() && input.changes().isEmpty() ? "Terraform" : "a plan";
    return Problem.error(
        Location.startOf(name),
        "fleet-file",
        "this is "
            + what
            + ", and "
            + command
            + " takes a fleet file; check, explain, answer, traffic, diff, report and serve take"
            + " both");
  }
}
