package io.github.fleetdns.cli;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.config.FleetFiles;
import io.github.fleetdns.input.CheckedZone;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.report.Json;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.report.Sarif;
import io.github.fleetdns.report.ZoneTable;
import io.github.fleetdns.source.Source;
import io.github.fleetdns.zone.HostedZone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleetdns check}: every problem of files; needs neither Node.js nor Terraform. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Finds every problem of fleet files, by Route 53's rules too. Writes nothing.",
      "Also of Terraform: JSON, a directory of it, a plan, a state."
    },
    footer = {"", "Example: fleetdns check fleet.yaml"})
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private FilesParameter files = new FilesParameter();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "How to print the result: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). sarif is"
              + " for code scanning.")
  private Format format = Format.text;

  @Mixin private SensitiveOption sensitive = new SensitiveOption();

  @Option(
      names = "--all",
      description = "Every place, also of a mistake that is made more than ten times in a file.")
  private boolean all;

  /** The forms of what it prints on standard output. */
  private enum Format {
    text,
    json,
    sarif
  }

  @Mixin private WideOption wide = new WideOption();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<Path, Input> inputs = new LinkedHashMap<>();
    files
        .paths()
        .forEach(
            path ->
                inputs.computeIfAbsent(
                    path, p -> sensitive.read(terminal, List.of(p), format == Format.text)));
    FleetFiles read =
        FleetFiles.of(inputs.values().stream().flatMap(input -> input.fleets().stream()).toList());
    List<FleetFile> checked = read.files().stream().map(ResidencyCheck::checked).toList();
    List<Problem> problems = new ArrayList<>();
    checked.forEach(file -> problems.addAll(file.problems()));
    List<Problem> together = new ArrayList<>(read.problems());
    read.files().forEach(file -> together.removeAll(new HashSet<>(file.problems())));
    problems.addAll(together);
    problems.addAll(CheckedZone.acrossStacks(Input.of(inputs.values())));
    inputs.values().removeIf(input -> !input.fleets().isEmpty());
    inputs.values().forEach(input -> problems.addAll(CheckedZone.problems(input)));
    if (format == Format.json) {
      terminal.json(Map.of("problems", Json.problems(problems)));
    } else if (format == Format.sarif) {
      terminal.json(Sarif.of(problems, Version.number()));
    } else {
      List<Problem> ordered = inOrder(inputs.values(), problems);
      terminal.problems(all ? ProblemReport.lines(ordered) : ProblemReport.grouped(ordered));
      checked.forEach(this::summary);
      inputs.forEach(this::summary);
    }
    return problems.stream().anyMatch(Problem::isError) ? ExitCode.INPUT : ExitCode.OK;
  }

  /** Of an input with many zones, zone by zone. */
  private static List<Problem> inOrder(Collection<Input> inputs, List<Problem> problems) {
    List<Problem> ordered = new ArrayList<>();
    for (Input input : inputs) {
      if (input.zones().size() >= ZoneTable.MANY) {
        ordered.addAll(CheckedZone.beside(input));
        CheckedZone.byZone(input).values().forEach(ordered::addAll);
      }
    }
    List<Problem> rest = new ArrayList<>(problems);
    rest.removeAll(new HashSet<>(ordered));
    rest.addAll(ordered);
    return rest;
  }

  private void summary(Path path, Input input) {
    String count = ProblemReport.count(CheckedZone.problems(input));
    if (input.zones().size() >= ZoneTable.MANY) {
      ZoneTable table = new ZoneTable();
      CheckedZone.byZone(input).forEach((zone, own) -> table.add(zone.zone(), own));
      terminal.print(table.lines(wide.columns(terminal)));
      terminal.print(Source.name(path) + ": " + input.zones().size() + " zones, " + count);
      return;
    }
    String zones =
        input.zones().stream().map(zone -> describe(zone.zone())).collect(Collectors.joining());
    terminal.print(Source.name(path) + ": " + zones + count);
  }

  private void summary(FleetFile file) {
    String problems = ProblemReport.count(file.problems());
    terminal.print(
        file.source()
            + ": "
            + file.compiled().map(zone -> describe(zone.zone())).orElse("")
            + problems);
  }

  private static String describe(HostedZone zone) {
    int sets = zone.recordSets().size();
    return "zone " + zone.name() + ", " + ProblemReport.plural(sets, "record set") + ", ";
  }
}
