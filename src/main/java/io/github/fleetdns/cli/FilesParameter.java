package io.github.fleetdns.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The files that a command works on. */
final class FilesParameter {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      defaultValue = "fleet.yaml",
      description = "Files, or - for standard input (default: ${DEFAULT-VALUE}).")
  private List<Path> files = List.of();

  /** The files, in the order they were named. */
  List<Path> paths() {
    return files;
  }
}
