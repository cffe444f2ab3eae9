package io.github.fleetdns.cli;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.report.Json;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.report.RouteTree;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.InvalidNameException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fleetdns explain}: the compiled tree of a service. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Shows what a service compiles to: names, set identifiers, health checks, failover time.",
    footer = {"", "Example: fleetdns explain fleet.yaml api"})
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A fleet file; Terraform is for fleetdns answer --explain.")
  private Path file = Path.of("fleet.yaml");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SERVICE",
      description = "A service or any name of the zone; all services if not given.")
  private String service = "";

  @Mixin private FormatOption format = new FormatOption();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!Input.isFleetFile(file)) {
      terminal.say(
          file
              + " is Terraform, and explain takes a fleet file; fleetdns answer "
              + file
              + " NAME --explain shows how an answer comes about");
      return ExitCode.INPUT;
    }
    FleetFile read = FleetFile.read(file);
    terminal.problems(ProblemReport.brief(read.problems()));
    if (read.fleet().isEmpty()) {
      return ExitCode.INPUT;
    }
    Fleet fleet = read.fleet().get();
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    List<String> names =
        service.isEmpty()
            ? fleet.services().stream().map(Service::name).toList()
            : List.of(service);
    if (names.isEmpty()) {
      terminal.say(file + " has no services; name an endpoint or another name of the zone");
      return ExitCode.INPUT;
    }
    if (format.isJson()) {
      terminal.out().println(Json.write(Map.of("zone", Json.zone(zone))));
      return ExitCode.OK;
    }
    int exitCode = ExitCode.OK;
    for (String name : names) {
      List<String> lines = tree(zone, name);
      if (lines.isEmpty()) {
        terminal.say("there is no service \"" + name + "\"; services: " + servicesOf(fleet));
        exitCode = ExitCode.INPUT;
      }
      lines.forEach(terminal.out()::println);
      terminal.out().println();
    }
    return exitCode;
  }

  private static List<String> tree(HostedZone zone, String name) {
    try {
      DomainName written = FleetCompiler.nameOf(name, zone.name());
      List<String> lines = RouteTree.of(zone, written);
      boolean complete = lines.isEmpty() && !name.equals("@");
      return complete ? RouteTree.of(zone, DomainName.of(name)) : lines;
    } catch (InvalidNameException e) {
      return List.of();
    }
  }

  private static String servicesOf(Fleet fleet) {
    return String.join(", ", fleet.services().stream().map(Service::name).toList());
  }
}
