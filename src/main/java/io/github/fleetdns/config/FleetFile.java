package io.github.fleetdns.config;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.source.Source;
import io.github.fleetdns.zone.GeoPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fleet file that was read, with everything that is wrong with it.
 *
 * @param source the file as the user named it
 * @param compiled the fleet and its zone; empty if there are errors
 * @param problems every problem of the file, in the order of the file
 * @param keys where in the file the keys stand that several files are compared by
 */
public record FleetFile(
    String source, Optional<CompiledZone> compiled, List<Problem> problems, Keys keys) {

  /** Copies the problems. */
  public FleetFile {
    problems = List.copyOf(problems);
  }

  /** The fleet; empty if there are errors. */
  public Optional<Fleet> fleet() {
    return compiled.map(CompiledZone::fleet);
  }

  /** Whether any problem is an error. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /**
   * The places of some keys.
   *
   * @param name the fleet's name as it is written, if it is
   * @param fleet where it is written
   * @param zone the zone's name
   * @param backend the backend
   * @param residency the places of {@code residency}
   * @param recordSets for each record set of the zone, where what it comes from is written
   */
  record Keys(
      Optional<String> name,
      Location fleet,
      Location zone,
      Location backend,
      Map<GeoPlace, Location> residency,
      List<Location> recordSets) {
    /** Copies the collections. */
    Keys {
      residency = Map.copyOf(residency);
      recordSets = List.copyOf(recordSets);
    }
  }

  /** Where it is written what a record set of the zone comes from, by its position there. */
  public Location recordSetAt(int recordSet) {
    return keys.recordSets().get(recordSet);
  }

  /** Where the residency of a place stands; the file's beginning if it does not state one. */
  public Location residencyAt(GeoPlace place) {
    return keys.residency().getOrDefault(place, Location.startOf(source));
  }

  /** The same file with further problems. */
  public FleetFile with(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return new FleetFile(source, compiled, FleetReader.sorted(all), keys);
  }

  /**
   * Reads a fleet file.
   *
   * @param file the file; problems name it as it is written here
   */
  public static FleetFile read(Path file) {
    Source source = Source.read(file);
    return source
        .text()
        .map(text -> parse(source.name(), text))
        .orElseGet(() -> broken(source.name(), source.problems()));
  }

  /**
   * Reads a fleet from a text.
   *
   * @param source what problems call the text
   */
  public static FleetFile parse(String source, String text) {
    List<Problem> problems = new ArrayList<>();
    // The parser miscounts a lone carriage return; all line ends are the same to YAML.
    String content =
        Source.of(source, text).text().orElse("").replace("\r\n", "\n").replace('\r', '\n');
    Optional<YamlNode> root = YamlReader.read(source, content, problems);
    return root.map(node -> Extended.of(source, node, problems))
        .map(node -> FleetReader.read(source, node, problems))
        .orElseGet(() -> broken(source, problems));
  }

  /** A file that no fleet can be read from, and why. */
  public static FleetFile unreadable(String source, List<Problem> problems) {
    return broken(source, problems);
  }

  private static FleetFile broken(String source, List<Problem> problems) {
    Location start = Location.startOf(source);
    return new FleetFile(
        source,
        Optional.empty(),
        FleetReader.sorted(problems),
        new Keys(Optional.empty(), start, start, start, Map.of(), List.of()));
  }
}
