package io.github.fleetdns.zone.rule;

import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that Route 53 refuses or that surprises its users.
 *
 * @param id the stable identifier that messages end with
 * @param severity an error if the API refuses it
 * @param says the rule in one sentence
 * @param source where Route 53 says so
 * @param check finds the places that break it
 */
public record Rule(String id, Severity severity, String says, String source, Check check) {

  /** Looks for broken places in a zone. */
  @FunctionalInterface
  public interface Check {
    /** Reports each place of the zone that breaks the rule. */
    void run(HostedZone zone, Report report);
  }

  /** Takes what a {@link Check} finds. */
  @FunctionalInterface
  public interface Report {
    /** One broken place, and one line that says what is wrong and what to do. */
    void add(Subject subject, String message);
  }

  /** The places of the zone that break this rule, in the zone's order. */
  public List<Finding> findings(HostedZone zone) {
    List<Finding> findings = new ArrayList<>();
    check.run(zone, (subject, message) -> findings.add(new Finding(this, subject, message)));
    return findings;
  }
}
