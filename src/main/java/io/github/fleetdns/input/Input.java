package io.github.fleetdns.input;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.read.ResourceChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What commands work on: the hosted zones of the files that a user named, whatever these are.
 *
 * @param after the zones; of a plan, those that it leads to
 * @param before of a plan, the zones as they are before it; else none
 * @param changes of a plan, what it does to each resource of Route 53; else none
 * @param problems every problem of every file, in the order of the files
 */
public record Input(
    List<ZoneInput> after,
    List<ZoneInput> before,
    List<ResourceChange> changes,
    List<Problem> problems) {

  /** Copies the lists. */
  public Input {
    after = List.copyOf(after);
    before = List.copyOf(before);
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /**
   * Reads files and directories; each is told apart by its content. Never throws because of what
   * they hold: problems say what could not be read, and the rest still works.
   *
   * @param paths the files; problems name them as they are written here
   */
  public static Input read(Path... paths) {
    return read(List.of(paths));
  }

  /** The same for a list. */
  public static Input read(List<Path> paths) {
    List<ZoneInput> after = new ArrayList<>();
    List<ZoneInput> before = new ArrayList<>();
    List<ResourceChange> changes = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path path : paths) {
      Input input = FileInput.read(path);
      after.addAll(input.after);
      before.addAll(input.before);
      changes.addAll(input.changes);
      problems.addAll(input.problems);
    }
    return new Input(after, before, changes, problems);
  }

  /** A fleet file that has been read already. */
  public static Input of(FleetFile file) {
    return FleetInput.of(file);
  }

  /** Whether a path is to be read as a fleet file, rather than as Terraform. */
  public static boolean isFleetFile(Path path) {
    return FileInput.isFleet(path);
  }

  /** The zones; of a plan, those that it leads to. */
  public List<ZoneInput> zones() {
    return after;
  }

  /** Whether any problem is an error. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
