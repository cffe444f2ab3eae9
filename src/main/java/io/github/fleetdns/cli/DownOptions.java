package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.config.Suggestion;
import io.github.fleetdns.input.Failures;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.zone.HealthCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say what is down. */
final class DownOptions {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--down",
      paramLabel = "X",
      arity = "1..*",
      description =
          "What is down: an endpoint, a health check (by name or Terraform address), the DNS name"
              + " of an alias's target, or region:us-east-1; everything else is up.")
  private List<String> down = new ArrayList<>();

  @Option(
      names = "--no-data",
      paramLabel = "CHECK",
      arity = "1..*",
      description = "Health checks whose CloudWatch alarm lacks data.")
  private List<String> noData = new ArrayList<>();

  /** What is down, as it was written. */
  List<String> names() {
    List<String> names = new ArrayList<>(down);
    noData.forEach(check -> names.add(check + " (no data)"));
    return names;
  }

  /** What is down, a name each; {@link #failure} says whether there is such a thing. */
  List<String> down(List<ZoneInput> zones) {
    return down.stream().flatMap(written -> namesIn(written, zones).stream()).toList();
  }

  /** The alarms of a zone that lack data; {@link #failure} says whether there are such. */
  Outages withoutData(ZoneInput zone) {
    Failures failures = Failures.of(zone);
    Set<String> alarms = new LinkedHashSet<>();
    noData.forEach(
        name ->
            failures.checkNamed(name).filter(check -> isAlarm(zone, check)).ifPresent(alarms::add));
    return new Outages(Set.of(), alarms, Set.of());
  }

  /**
   * What it means for a zone; names that another of the zones has are left out.
   *
   * @param zones all zones of the input
   * @throws CommandLine.ParameterException if none of the zones has something of a name; it names
   *     them all
   */
  Failures.Failure failure(ZoneInput zone, List<ZoneInput> zones) {
    List<String> wrong = new ArrayList<>();
    Failures failures = Failures.of(zone);
    Failures.Failure all = Failures.Failure.NONE;
    for (String written : down) {
      for (String name : namesIn(written, zones)) {
        Optional<Failures.Failure> found = failures.named(name);
        if (found.isPresent()) {
          all = all.and(found.get());
        } else if (zones.stream().allMatch(z -> Failures.of(z).named(name).isEmpty())) {
          wrong.add("--down: there is no " + name + suggestion(name, zones));
        }
      }
    }
    for (String name : noData) {
      Optional<String> check = failures.checkNamed(name).filter(c -> isAlarm(zone, c));
      if (check.isEmpty()
          && zones.stream().allMatch(z -> Failures.of(z).checkNamed(name).isEmpty())) {
        wrong.add("--no-data: there is no health check " + name + " on a CloudWatch alarm");
      }
    }
    if (!wrong.isEmpty()) {
      throw new SeveralWrongException(spec.commandLine(), wrong);
    }
    return all.and(new Failures.Failure(withoutData(zone), List.of()));
  }

  /** The name as a whole or, if no zone has it, its parts between commas. */
  private static List<String> namesIn(String written, List<ZoneInput> zones) {
    boolean whole = zones.stream().anyMatch(z -> Failures.of(z).named(written).isPresent());
    return whole || !written.contains(",") ? List.of(written) : List.of(written.split(","));
  }

  private static boolean isAlarm(ZoneInput zone, String check) {
    return zone.zone().healthChecks().get(check) instanceof HealthCheck.CloudWatchAlarm;
  }

  private static String suggestion(String name, List<ZoneInput> zones) {
    Set<String> known = new LinkedHashSet<>();
    zones.forEach(zone -> known.addAll(Failures.of(zone).names()));
    Optional<String> meant = Suggestion.of(name, known);
    if (meant.isPresent()) {
      return "; did you mean " + meant.get() + "?";
    }
    return known.isEmpty()
        ? "; the input has nothing that can be down"
        : "; there are "
            + String.join(", ", known.stream().limit(12).toList())
            + (known.size() > 12 ? ", …" : "");
  }
}
