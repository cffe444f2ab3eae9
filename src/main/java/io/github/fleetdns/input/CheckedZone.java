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
import java.util.List;
import java.util.Optional;

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
    List<Problem> problems = new ArrayList<>(input.problems());
    for (ZoneInput zone : input.zones()) {
      zone.terraform().map(CheckedZone::new).ifPresent(read -> read.check(problems));
    }
    problems.addAll(Delegations.problems(input.zones()));
    problems.sort(Comparator.comparing(Problem::location));
    return problems;
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
              source.map(Source::address),
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
