package io.github.fleetdns.input;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.read.Source;
import io.github.fleetdns.terraform.read.TerraformZone;
import io.github.fleetdns.zone.rule.Finding;
import io.github.fleetdns.zone.rule.Rules;
import io.github.fleetdns.zone.rule.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Route 53's rules on zones that were read from Terraform, each finding at its resource. */
public final class CheckedZone {
  private final TerraformZone zone;

  private CheckedZone(TerraformZone zone) {
    this.zone = zone;
  }

  /**
   * Everything that is wrong with an input, by place: what could not be read and, of Terraform, the
   * rules that its zones break. A fleet file has its rules checked when it is read.
   */
  public static List<Problem> problems(Input input) {
    List<Problem> problems = new ArrayList<>(beside(input));
    byZone(input).values().forEach(problems::addAll);
    problems.sort(Comparator.comparing(Problem::location));
    return problems;
  }

  /** The same for each zone by itself, in the input's order; in each by place. */
  public static Map<ZoneInput, List<Problem>> byZone(Input input) {
    Map<ZoneInput, List<Problem>> all = new LinkedHashMap<>();
    for (ZoneInput zone : input.zones()) {
      List<Problem> problems = new ArrayList<>(zone.problems());
      for (ZoneInput part : zone.parts()) {
        part.terraform().map(CheckedZone::new).ifPresent(read -> read.check(problems));
      }
      if (!zone.stacks().isEmpty()) {
        acrossStacks(zone, problems);
      }
      problems.sort(Comparator.comparing(Problem::location));
      all.put(zone, problems);
    }
    return all;
  }

  /** What is wrong with an input beside its zones, or between them. */
  public static List<Problem> beside(Input input) {
    List<Problem> problems = new ArrayList<>(input.problems());
    input.zones().forEach(zone -> zone.problems().forEach(problems::remove));
    problems.addAll(Delegations.problems(input.zones()));
    problems.sort(Comparator.comparing(Problem::location));
    return problems;
  }

  /** What breaks a rule only because several inputs hold one zone. */
  public static List<Problem> acrossStacks(Input input) {
    List<Problem> problems = new ArrayList<>();
    input.zones().stream()
        .filter(zone -> !zone.stacks().isEmpty())
        .forEach(zone -> acrossStacks(zone, problems));
    return problems;
  }

  /** What breaks a rule only because of another stack of the zone, at the stack that breaks it. */
  private static void acrossStacks(ZoneInput zone, List<Problem> problems) {
    Set<String> alone = new HashSet<>();
    for (ZoneInput part : zone.stacks()) {
      Rules.check(part.zone()).forEach(f -> alone.add(f.rule().id() + " " + f.message()));
    }
    for (Finding finding : Rules.check(zone.zone())) {
      OptionalInt index = index(finding.subject());
      if (index.isEmpty() || alone.contains(finding.rule().id() + " " + finding.message())) {
        continue;
      }
      int at = index.getAsInt();
      for (ZoneInput part : zone.stacks()) {
        int size = part.zone().recordSets().size();
        if (at < size) {
          problems.add(at(part, at, finding));
          break;
        }
        at -= size;
      }
    }
  }

  private static OptionalInt index(Subject subject) {
    return subject.match(
        zone -> OptionalInt.empty(),
        set -> OptionalInt.of(set.index()),
        value -> OptionalInt.of(value.index()),
        check -> OptionalInt.empty());
  }

  private static Problem at(ZoneInput part, int recordSet, Finding finding) {
    Optional<Source> source = part.terraform().map(t -> t.recordSets().get(recordSet));
    Location location =
        source
            .map(Source::location)
            .or(() -> part.file().map(file -> file.recordSetAt(recordSet)))
            .orElseGet(() -> Location.startOf(part.source()));
    String address = source.map(found -> found.address() + ": ").orElse("");
    return new Problem(
        location,
        finding.rule().severity(),
        finding.rule().id(),
        address + finding.message() + "; the other stacks of the zone count, too");
  }

  private void check(List<Problem> problems) {
    for (Finding finding : Rules.check(zone.zone())) {
      Optional<Source> source = source(finding.subject());
      Location at = source.map(Source::location).orElse(zone.location());
      problems.add(
          new Problem(
              at,
              finding.rule().severity(),
              finding.rule().id(),
              source
                  .map(Source::address)
                  .filter(address -> !finding.message().toString().startsWith(address)),
              finding.message().toString()));
    }
  }

  private Optional<Source> source(Subject subject) {
    return subject.match(
        whole -> Optional.empty(),
        set -> Optional.of(zone.recordSets().get(set.index())),
        value -> Optional.of(zone.recordSets().get(value.index())),
        check -> Optional.ofNullable(zone.healthChecks().get(check.name())));
  }
}
