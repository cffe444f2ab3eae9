package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.Suggestion;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.report.RecordTable;
import io.github.fleetdns.traffic.RoutedNames;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say which names are looked at. */
final class ServiceOption {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description =
          "A service, or any name of the zone; all services and routed names if not given.")
  private @Nullable String service;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "What clients ask for: A or AAAA (default: A, or AAAA of a name without A).")
  private @Nullable String type;

  /** The questions about a zone; empty if it does not have the name, or has no routed name. */
  List<Question> questions(ZoneInput input) {
    Optional<RecordType> asked = type();
    String name = service;
    if (name != null) {
      return named(name, input).map(n -> RoutedNames.of(input.zone(), n, asked)).stream().toList();
    }
    Set<Question> questions = new LinkedHashSet<>();
    for (DomainName of : services(input)) {
      questions.add(RoutedNames.of(input.zone(), of, asked));
    }
    questions.addAll(RoutedNames.of(input.zone(), asked));
    return List.copyOf(questions);
  }

  /** What to say when no zone has anything to look at. */
  List<String> nothing(List<ZoneInput> zones) {
    Set<String> names = new LinkedHashSet<>();
    for (ZoneInput input : zones) {
      services(input).forEach(n -> names.add(n.relativeTo(input.zone().name())));
      RoutedNames.of(input.zone(), Optional.empty())
          .forEach(q -> names.add(q.name().relativeTo(input.zone().name())));
    }
    names.remove("");
    if (service == null) {
      List<String> first = FirstService.of(zones);
      List<String> lines = new ArrayList<>();
      lines.add("no name is routed here; --service names one of the zone to look at");
      if (!first.isEmpty()) {
        lines.addAll(first);
        lines.add("");
      }
      lines.addAll(plain(zones));
      return lines;
    }
    return List.of(
        "there is no name \""
            + service
            + "\" in the zone"
            + Suggestion.of(service, names).map(s -> "; did you mean " + s + "?").orElse("")
            + (names.isEmpty() ? "" : "; routed names: " + String.join(", ", names)));
  }

  /** The names that are there all the same, with what they answer. */
  private static List<String> plain(List<ZoneInput> zones) {
    List<String> lines = new ArrayList<>();
    for (ZoneInput input : zones) {
      lines.add("The names of " + input.zone().name() + ":");
      RecordTable.of(input.zone()).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private Optional<RecordType> type() {
    String text = type;
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        RecordType.named(text.toUpperCase(Locale.ROOT))
            .filter(t -> t == RecordType.A || t == RecordType.AAAA)
            .orElseThrow(
                () ->
                    new CommandLine.ParameterException(
                        spec.commandLine(), "--type: A or AAAA, not \"" + text + "\"")));
  }

  private static List<DomainName> services(ZoneInput input) {
    return input.fleets().stream()
        .flatMap(fleet -> fleet.services().stream())
        .map(Service::name)
        .map(name -> FleetCompiler.nameOf(name, input.zone().name()))
        .distinct()
        .toList();
  }

  /** The name as it is written if it is in the zone, else in front of the zone's. */
  private static Optional<DomainName> named(String name, ZoneInput input) {
    DomainName zone = input.zone().name();
    try {
      DomainName relative = FleetCompiler.nameOf(name, zone);
      DomainName written = name.equals("@") ? zone : DomainName.of(name);
      return List.of(relative, written).stream()
          .filter(n -> input.zone().recordSets().stream().anyMatch(set -> set.name().equals(n)))
          .findFirst();
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
