package io.github.fleetdns.cli;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.config.FleetFiles;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.report.Json;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.zone.HostedZone;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleetdns check}: every problem of fleet files; needs neither Node.js nor Terraform. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Finds every problem of fleet files, by Route 53's rules too. Writes nothing.",
    footer = {"", "Example: fleetdns check fleet.yaml"})
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private FilesParameter files = new FilesParameter();

  @Mixin private FormatOption format = new FormatOption();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    FleetFiles read = FleetFiles.read(files.paths());
    List<FleetFile> checked = read.files().stream().map(ResidencyCheck::checked).toList();
    List<Problem> problems = checked.stream().flatMap(f -> f.problems().stream()).toList();
    if (format.isJson()) {
      terminal.out().println(Json.write(Map.of("problems", Json.problems(problems))));
    } else {
      terminal.problems(ProblemReport.lines(problems));
      checked.forEach(this::summary);
    }
    return problems.stream().anyMatch(Problem::isError) ? ExitCode.INPUT : ExitCode.OK;
  }

  private void summary(FleetFile file) {
    String problems = ProblemReport.count(file.problems());
    terminal
        .out()
        .println(file.source() + ": " + file.fleet().map(this::zone).orElse("") + problems);
  }

  private String zone(Fleet fleet) {
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    int sets = zone.recordSets().size();
    return "zone " + zone.name() + ", " + ProblemReport.plural(sets, "record set") + ", ";
  }
}
