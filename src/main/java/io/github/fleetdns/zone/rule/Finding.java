package io.github.fleetdns.zone.rule;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;

/**
 * A rule that a hosted zone breaks, and the part that breaks it.
 *
 * @param rule the broken rule
 * @param subject the part of the zone
 * @param message one line: what is wrong, and the way out
 */
public record Finding(Rule rule, Subject subject, Message message) {

  /** The same as a problem at a place of the input, in these words. */
  public Problem at(Location location, String words) {
    return new Problem(location, rule.severity(), rule.id(), words);
  }
}
