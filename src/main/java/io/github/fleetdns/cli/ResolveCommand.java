package io.github.fleetdns.cli;

import io.github.fleetdns.config.ResolvedFile;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.report.ProblemReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fleetdns resolve}: a fleet file together with what it extends. */
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints a fleet file with everything that it extends as one file, and behind each value where"
          + " it stands."
    },
    footer = {"", "Example: fleetdns resolve fleet.prod.yaml"})
final class ResolveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "fleet.yaml",
      description = "A fleet file, or - for standard input (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("fleet.yaml");

  ResolveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (Files.isDirectory(file)) {
      // No fleet file; what it is instead is said as everywhere.
      terminal.problems(
          ProblemReport.grouped(SensitiveOption.readHidden(terminal, List.of(file)).problems()));
      return ExitCode.INPUT;
    }
    ResolvedFile resolved = ResolvedFile.read(file);
    terminal.problems(ProblemReport.grouped(resolved.problems()));
    if (resolved.problems().stream().anyMatch(Problem::isError)) {
      return ExitCode.INPUT;
    }
    resolved.text().ifPresent(terminal::script);
    return ExitCode.OK;
  }
}
