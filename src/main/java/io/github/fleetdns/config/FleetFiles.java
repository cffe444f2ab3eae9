package io.github.fleetdns.config;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.fleet.Backend;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.Visibility;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several fleet files of one run, each of which becomes a stack.
 *
 * @param files the files, in the order they were named
 * @param problems every problem of every file, and of the files with each other, in their order
 */
public record FleetFiles(List<FleetFile> files, List<Problem> problems) {

  /** Copies the lists. */
  public FleetFiles {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** Reads the files. */
  public static FleetFiles read(List<Path> paths) {
    return of(paths.stream().map(FleetFile::read).toList());
  }

  /** Files that have been read, with what they must not have in common. */
  public static FleetFiles of(List<FleetFile> files) {
    List<Problem> problems = new ArrayList<>();
    Clashes clashes = new Clashes();
    for (FleetFile file : files) {
      List<Problem> own = new ArrayList<>(file.problems());
      file.keys().name().ifPresent(name -> clashes.checkName(name, file.keys(), own));
      file.fleet().ifPresent(fleet -> clashes.check(fleet, file.keys(), own));
      problems.addAll(FleetReader.sorted(own));
    }
    return new FleetFiles(files, problems);
  }

  /** Whether any problem is an error. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** The fleets of the files without errors. */
  public List<Fleet> fleets() {
    return files.stream().map(FleetFile::fleet).flatMap(Optional::stream).toList();
  }

  /** The fleets of the files without errors, and their zones. */
  public List<CompiledZone> compiled() {
    return files.stream().map(FleetFile::compiled).flatMap(Optional::stream).toList();
  }

  /** What two fleets of one run must not have in common. */
  private static final class Clashes {
    private final Map<String, Location> fleets = new HashMap<>();
    private final Map<String, Location> zones = new HashMap<>();
    private final Map<Backend, Location> backends = new HashMap<>();

    void checkName(String name, FleetFile.Keys keys, List<Problem> problems) {
      Location sameName = fleets.putIfAbsent(name, keys.fleet());
      if (sameName != null) {
        problems.add(
            Problem.error(
                keys.fleet(),
                "fleet-duplicate",
                "the fleet \""
                    + name
                    + "\" is already described in "
                    + sameName
                    + "; the stacks would overwrite each other, so give each a name of its own"));
      }
    }

    void check(Fleet fleet, FleetFile.Keys keys, List<Problem> problems) {
      String zone = fleet.zone().name().toString();
      // Several fleets may add to one existing zone, and a private zone may shadow a public one.
      boolean onlyPublic =
          fleet.zone().source() instanceof Zone.Source.Created
              && fleet.zone().visibility() instanceof Visibility.Public;
      Location sameZone = onlyPublic ? zones.putIfAbsent(zone, keys.zone()) : null;
      if (sameZone != null) {
        problems.add(
            Problem.warning(
                keys.zone(),
                "zone-duplicate",
                "the zone "
                    + zone
                    + " is also created by "
                    + sameZone
                    + "; Route 53 keeps them"
                    + " apart, and clients see only the one that its parent delegates to"));
      }
      if (sharesState(fleet.backend())) {
        Location sameState = backends.putIfAbsent(fleet.backend(), keys.backend());
        if (sameState != null) {
          problems.add(
              Problem.error(
                  keys.backend(),
                  "backend-shared",
                  "the state is kept in the same place as that of "
                      + sameState
                      + "; one of them would destroy the other's resources"));
        }
      }
    }

    /** Whether two stacks with this backend would use one state. */
    private static boolean sharesState(Backend backend) {
      return backend.match(
          local -> local.path().filter(path -> Path.of(path).isAbsolute()).isPresent(),
          cloud -> true,
          s3 -> s3.key().isPresent(),
          remote -> true);
    }
  }
}
