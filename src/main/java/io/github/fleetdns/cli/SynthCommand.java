package io.github.fleetdns.cli;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.config.FleetFiles;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.jsii.MissingEnvironmentException;
import io.github.fleetdns.report.Json;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.report.RecordTable;
import io.github.fleetdns.terraform.Imports;
import io.github.fleetdns.terraform.Synthesizer;
import io.github.fleetdns.zone.HostedZone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleetdns synth}: fleet files become Terraform JSON, a stack each. */
@Command(
    name = "synth",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Writes Terraform JSON for fleet files, a stack each, ready for cdktf or terraform.",
    footer = {"", "Example: fleetdns synth fleet.yaml --out cdktf.out"})
final class SynthCommand implements Callable<Integer> {
  /**
   * From how many record sets on it is worth saying how they are read faster: Route 53 takes 50
   * calls at once and then 10 a second, of all that an account does (docs/route53.md#limits).
   */
  private static final int BATCHED = 100;

  private final Terminal terminal;

  @Mixin private FilesParameter files = new FilesParameter();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "${env:FLEETDNS_OUT:-cdktf.out}",
      description = "The output directory (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("cdktf.out");

  @Mixin private WideOption wide = new WideOption();

  @Option(
      names = "--import",
      description =
          "Takes over what exists already, instead of making it: writes import blocks with the ids"
              + " that `fleetdns import` has put into fleet.imports.json beside fleet.yaml.")
  private boolean takesOver;

  @Mixin private FormatOption format = new FormatOption();

  @Option(names = "--timings", description = "Shows how long each phase took.")
  private boolean showTimings;

  private final Timings timings = Timings.ofThisProcess();

  SynthCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    timings.end("starting Java");
    Synthesizer.begin();
    FleetFiles read = Fleets.read(files.paths(), "synth");
    terminal.problems(ProblemReport.brief(read.problems()));
    timings.end("reading and checking");
    if (read.hasErrors()) {
      terminal.say(ProblemReport.count(read.problems()) + "; nothing was written");
      return ExitCode.INPUT;
    }
    Map<String, Imports> imports = new LinkedHashMap<>();
    if (takesOver) {
      try {
        for (FleetFile file : read.files()) {
          Imports existing = ImportsFile.read(ImportsFile.of(Path.of(file.source())));
          file.fleet().ifPresent(fleet -> imports.put(fleet.name(), existing));
        }
      } catch (IOException e) {
        terminal.say(e.getMessage() + "; nothing was written");
        return ExitCode.INPUT;
      }
    }
    try {
      write(read.compiled(), imports);
    } catch (MissingEnvironmentException e) {
      Ending.await();
      terminal.say(String.valueOf(e.getMessage()));
      return ExitCode.ENVIRONMENT;
    } catch (IOException e) {
      terminal.say(
          "writing to "
              + out
              + " failed: "
              + WrittenFile.reason(e)
              + "; --out names another place");
      return ExitCode.ENVIRONMENT;
    }
    print(read.compiled());
    timings.end("the table");
    if (showTimings) {
      timings.lines().forEach(terminal::explain);
    }
    return ExitCode.OK;
  }

  private void write(List<CompiledZone> fleets, Map<String, Imports> imports)
      throws MissingEnvironmentException, IOException {
    if (Synthesizer.isFirstRun()) {
      terminal.say("first run on this machine: unpacking CDKTF's AWS provider, about ten seconds");
    }
    try (Progress progress = Progress.start(terminal, "Synthesizing")) {
      Synthesizer.synth(fleets, imports, out, timings::end);
    }
  }

  private void print(List<CompiledZone> fleets) {
    if (format.isJson()) {
      terminal.json(Map.of("stacks", fleets.stream().map(this::json).toList()));
    } else {
      NextSteps steps = NextSteps.after(files.paths(), out);
      fleets.forEach(fleet -> text(fleet, steps));
    }
  }

  private Map<String, Object> json(CompiledZone compiled) {
    Fleet fleet = compiled.fleet();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stack", fleet.name());
    json.put("directory", Synthesizer.stackDirectory(out, fleet).toString());
    json.putAll(Json.zone(compiled.zone()));
    return json;
  }

  private void text(CompiledZone compiled, NextSteps steps) {
    Fleet fleet = compiled.fleet();
    HostedZone zone = compiled.zone();
    Path directory = Synthesizer.stackDirectory(out, fleet);
    String sets = ProblemReport.plural(zone.recordSets().size(), "record set");
    terminal.print("");
    terminal.print(fleet.name() + ": zone " + zone.name() + ", " + sets);
    terminal.print("");
    terminal.print(RecordTable.of(zone, wide.columns(terminal)));
    terminal.print("");
    terminal.print("Written to " + directory.resolve("cdk.tf.json"));
    terminal.print("Next" + (steps.withCdktf() ? ", one of" : ""));
    steps.of(fleet, directory).forEach(line -> terminal.print("  " + line));
    if (zone.recordSets().size() >= BATCHED) {
      terminal.print(
          "Each plan reads every record set by a call of its own; with"
              + " TF_AWS_ROUTE53_RECORD_BATCH_READS=1 in the environment, AWS provider 6.67 and"
              + " later read them in pages.");
    }
  }
}
