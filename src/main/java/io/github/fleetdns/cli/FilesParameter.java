package io.github.fleetdns.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The fleet files that a command works on. */
final class FilesParameter {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      defaultValue = "fleet.yaml",
      description = "Fleet files (default: ${DEFAULT-VALUE}).")
  private List<Path> files = List.of();

  /** The files, in the order they were named. */
  List<Path> paths() {
    return files;
  }
}
