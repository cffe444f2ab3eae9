package io.github.fleetdns.zone.rule;

import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One thing that Route 53 refuses or that surprises its users.
 *
 * @param id the stable identifier that messages end with
 * @param severity an error if the API refuses it
 * @param says the rule in one sentence
 * @param basis where it is said
 * @param check finds the places that break it
 * @param needs what it has to know to judge
 */
public record Rule(
    String id, Severity severity, String says, Basis basis, Check check, Set<Need> needs) {

  /** Copies the needs. */
  public Rule {
    needs = Set.copyOf(needs);
  }

  /** A rule that judges whatever else is known. */
  public Rule(String id, Severity severity, String says, Basis basis, Check check) {
    this(id, severity, says, basis, check, Set.of());
  }

  /** The same rule, which has to know this to judge. */
  Rule needing(Need... what) {
    return new Rule(id, severity, says, basis, check, Set.of(what));
  }

  /** Looks for broken places in a zone. */
  @FunctionalInterface
  public interface Check {
    /** Reports each place of the zone that breaks the rule. */
    void run(ZoneIndex zone, Report report);
  }

  /** Takes what a {@link Check} finds. */
  @FunctionalInterface
  public interface Report {
    /** One broken place, and one line that says what is wrong and what to do. */
    void add(Subject subject, Message message);

    /** The same, with the line in its parts. */
    default void add(Subject subject, Object... parts) {
      add(subject, Message.of(parts));
    }
  }

  /** A rule about what Route 53 refuses. */
  static Rule error(String id, String says, Basis basis, Check check) {
    return new Rule(id, Severity.ERROR, says, basis, check);
  }

  /** A rule about what Route 53 takes, and its user hardly means. */
  static Rule warning(String id, String says, Basis basis, Check check) {
    return new Rule(id, Severity.WARNING, says, basis, check);
  }

  /** The places of the zone that break this rule. */
  public List<Finding> findings(HostedZone zone) {
    return findings(ZoneIndex.of(zone));
  }

  /** The same, for those who run several rules on one zone. */
  List<Finding> findings(ZoneIndex zone) {
    List<Finding> findings = new ArrayList<>();
    check.run(zone, (subject, message) -> findings.add(new Finding(this, subject, message)));
    return findings;
  }
}
