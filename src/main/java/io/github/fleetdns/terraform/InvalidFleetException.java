package io.github.fleetdns.terraform;

import io.github.fleetdns.zone.rule.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A fleet whose zone Route 53 would refuse; the message lists every reason. */
public final class InvalidFleetException extends IllegalArgumentException {
  private final transient List<Finding> findings;

  InvalidFleetException(String fleet, List<Finding> findings) {
    super(
        findings.stream()
            .map(finding -> finding.message() + " (" + finding.rule().id() + ")")
            .collect(
                Collectors.joining(
                    "\n  ", "Route 53 would refuse the zone of fleet \"" + fleet + "\":\n  ", "")));
    this.findings = List.copyOf(findings);
  }

  /** The broken rules, each an error. */
  public List<Finding> findings() {
    return findings;
  }
}
