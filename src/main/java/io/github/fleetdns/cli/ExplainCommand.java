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
import java.util.ArrayList;
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
  /** More names than that nobody reads. */
  private static final int MOST_PLAIN = 30;

  private final Terminal terminal;

  @Parameters(
      arity = "0..2",
      paramLabel = DefaultFile.FILE_SERVICE,
      hideParamSyntax = true,
      description = {
        "FILE: a fleet file or Terraform (JSON, plan, state), or - for standard input (default:"
            + " fleet.yaml).",
        "SERVICE: a service or any name of the zone; all services if not given."
      })
  private List<String> arguments = List.of();

  @Mixin private FormatOption format = new FormatOption();

  @Mixin private SensitiveOption sensitive = new SensitiveOption();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean named = arguments.size() > 1 || arguments.stream().anyMatch(DefaultFile::isFile);
    Path file = named ? Path.of(arguments.get(0)) : DefaultFile.PATH;
    String service = arguments.size() > (named ? 1 : 0) ? arguments.get(named ? 1 : 0) : "";
    Input input = sensitive.read(terminal, List.of(file), !format.isJson());
    terminal.problems(ProblemReport.brief(input.problems()));
    if (input.zones().isEmpty()) {
      return ExitCode.INPUT;
    }
    if (format.isJson()) {
      terminal.json(json(input));
      return ExitCode.OK;
    }
    Set<String> names = new LinkedHashSet<>();
    input.zones().forEach(zone -> names.addAll(services(zone)));
    if (names.isEmpty() && service.isEmpty()) {
      List<String> first = FirstService.of(input.zones());
      List<String> lines = new ArrayList<>(first);
      String start = Source.name(file) + " has no services; its plain names follow";
      if (lines.isEmpty()) {
        lines.add(start);
      } else {
        lines.set(0, start + ". " + first.get(0));
      }
      terminal.say(lines);
      input.zones().forEach(zone -> names.addAll(plain(zone.zone())));
    }
    int exitCode = ExitCode.OK;
    for (String name : service.isEmpty() ? names : Set.of(service)) {
      boolean found = false;
      for (ZoneInput zone : input.zones()) {
        List<String> lines = tree(zone.zone(), name);
        if (!lines.isEmpty()) {
          if (input.zones().size() > 1) {
            terminal.print(
                (zone.zone().isPrivate() ? "private" : "public") + " zone " + zone.zone().name());
          }
          terminal.print(lines);
          terminal.print("");
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

  /** The names of servers, which answer everybody the same. */
  private static List<String> plain(HostedZone zone) {
    return zone.recordSets().stream()
        .filter(
            set ->
                Set.of(RecordType.A, RecordType.AAAA, RecordType.CNAME).contains(set.type())
                    && !set.name().toString().contains("*"))
        .map(set -> set.name().toString())
        .distinct()
        .limit(MOST_PLAIN)
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
