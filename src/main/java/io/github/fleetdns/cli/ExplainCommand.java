package io.github.fleetdns.cli;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.report.Json;
import io.github.fleetdns.report.ProblemReport;
import io.github.fleetdns.report.RouteTree;
import io.github.fleetdns.source.Source;
import io.github.fleetdns.traffic.RoutedNames;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      description = "A fleet file or Terraform (JSON, plan, state), or - for standard input.")
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
    Input input = Input.read(file);
    terminal.problems(ProblemReport.brief(input.problems()));
    if (input.zones().isEmpty()) {
      return ExitCode.INPUT;
    }
    if (format.isJson()) {
      terminal.out().println(Json.write(json(input)));
      return ExitCode.OK;
    }
    Set<String> names = new LinkedHashSet<>();
    input.zones().forEach(zone -> names.addAll(services(zone)));
    if (names.isEmpty() && service.isEmpty()) {
      terminal.say(
          Source.name(file) + " has no services; name an endpoint or another name of the zone");
      return ExitCode.INPUT;
    }
    int exitCode = ExitCode.OK;
    for (String name : service.isEmpty() ? names : Set.of(service)) {
      boolean found = false;
      for (ZoneInput zone : input.zones()) {
        List<String> lines = tree(zone.zone(), name);
        if (!lines.isEmpty()) {
          if (input.zones().size() > 1) {
            terminal
                .out()
                .println(
                    (zone.zone().isPrivate() ? "private" : "public")
                        + " zone "
                        + zone.zone().name());
          }
          lines.forEach(terminal.out()::println);
          terminal.out().println();
          found = true;
        }
      }
      if (!found) {
        terminal.say("there is no service \"" + name + "\"; services: " + String.join(", ", names));
        exitCode = ExitCode.INPUT;
      }
    }
    return exitCode;
  }

  private static Map<String, Object> json(Input input) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("zone", Json.zone(input.zones().get(0).zone()));
    if (input.zones().size() > 1) {
      json.put("zones", input.zones().stream().map(zone -> Json.zone(zone.zone())).toList());
    }
    return json;
  }

  /** The services of a fleet; of Terraform the routed names. */
  private static List<String> services(ZoneInput input) {
    List<Fleet> fleets = input.fleets();
    if (!fleets.isEmpty()) {
      return fleets.stream()
          .flatMap(fleet -> fleet.services().stream())
          .map(Service::name)
          .distinct()
          .toList();
    }
    return Stream.of(RecordType.A, RecordType.AAAA)
        .flatMap(type -> RoutedNames.of(input.zone(), Optional.of(type)).stream())
        .map(question -> question.name().toString())
        .distinct()
        .toList();
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
}
