package io.github.fleetdns.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs that a command may name for the user to run.
 *
 * @param path the folders that a shell looks in, as in the environment variable {@code PATH}
 */
record Installed(String path) {
  /** Those of this process. */
  static Installed here() {
    return new Installed(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /** Where a program is. */
  Optional<Path> find(String program) {
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The first of some programs that is there; if none is, the first. */
  String firstOf(String... programs) {
    return List.of(programs).stream()
        .filter(program -> find(program).isPresent())
        .findFirst()
        .orElse(programs[0]);
  }
}
