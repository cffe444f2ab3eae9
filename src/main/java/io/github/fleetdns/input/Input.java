package io.github.fleetdns.input;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.source.Source;
import io.github.fleetdns.terraform.read.ResourceChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What commands work on: the hosted zones of the files that a user named, whatever these are.
 *
 * @param after the zones; of a plan, those that it leads to
 * @param before of a plan, the zones as they are before it; else none
 * @param changes of a plan, what it does to each resource of Route 53; else none
 * @param fleets the fleet files among them, as they were read
 * @param problems every problem of every file, in the order of the files
 * @param sensitive texts of it that are not to be shown to others
 */
public record Input(
    List<ZoneInput> after,
    List<ZoneInput> before,
    List<ResourceChange> changes,
    List<FleetFile> fleets,
    List<Problem> problems,
    Set<String> sensitive) {

  /** Copies the lists. */
  public Input {
    after = List.copyOf(after);
    before = List.copyOf(before);
    changes = List.copyOf(changes);
    fleets = List.copyOf(fleets);
    problems = List.copyOf(problems);
    sensitive = Set.copyOf(sensitive);
  }

  /**
   * Reads files, pipes and directories, each once; {@code -} is standard input. Each is told apart
   * by its content. Never throws because of what they hold: problems say what could not be read,
   * and the rest still works.
   *
   * @param paths the files; problems name them as they are written here
   */
  public static Input read(Path... paths) {
    return read(List.of(paths));
  }

  /** The same for a list. */
  public static Input read(List<Path> paths) {
    Map<Format, List<Text>> pages = new LinkedHashMap<>();
    List<Input> read = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path) && !path.equals(Source.STANDARD_INPUT)) {
        read.add(Directory.read(path));
        continue;
      }
      Source source = Source.read(path);
      if (source.text().isEmpty()) {
        read.add(of(source.problems()));
        continue;
      }
      Text text = new Text(source.name(), source.text().get());
      Format format = Formats.of(text);
      if (format.belongsTogether()) {
        pages.computeIfAbsent(format, f -> new ArrayList<>()).add(text);
      } else {
        read.add(format.read(text));
      }
    }
    pages.forEach((format, texts) -> read.add(format.readTogether(texts.get(0).name(), texts)));
    return all(read).together();
  }

  /** Several inputs as one, with the stacks of one zone put together. */
  public static Input of(Collection<Input> inputs) {
    return all(List.copyOf(inputs)).together();
  }

  static Input all(List<Input> inputs) {
    List<ZoneInput> after = new ArrayList<>();
    List<ZoneInput> before = new ArrayList<>();
    List<ResourceChange> changes = new ArrayList<>();
    List<FleetFile> fleets = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> sensitive = new HashSet<>();
    for (Input input : inputs) {
      after.addAll(input.after);
      before.addAll(input.before);
      changes.addAll(input.changes);
      fleets.addAll(input.fleets);
      problems.addAll(input.problems);
      sensitive.addAll(input.sensitive);
    }
    return new Input(after, before, changes, fleets, problems, sensitive);
  }

  /** The same, with the stacks of one zone put together. */
  private Input together() {
    return new Input(
        Stacks.together(after), Stacks.together(before), changes, fleets, problems, sensitive);
  }

  /** A fleet file that has been read already. */
  public static Input of(FleetFile file) {
    return FleetInput.of(file);
  }

  /** Nothing but problems. */
  static Input of(List<Problem> problems) {
    return new Input(List.of(), List.of(), List.of(), List.of(), problems, Set.of());
  }

  /** Nothing but a problem. */
  static Input of(Problem problem) {
    return of(List.of(problem));
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
