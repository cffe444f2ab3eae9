package io.github.fleetdns.cli;

import io.github.fleetdns.source.Source;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** The files that a command works on. */
final class FilesParameter {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      defaultValue = "fleet.yaml",
      description = "Files, or - for standard input (default: ${DEFAULT-VALUE}).")
  private List<Path> files = List.of();

  /** The files, in the order they were named. */
  List<Path> paths() {
    if (Source.namesStandardInputTwice(files)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "standard input is named twice, and can be read once");
    }
    return files;
  }
}
