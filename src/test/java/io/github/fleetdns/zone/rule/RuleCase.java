package io.github.fleetdns.zone.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.HostedZone;

/**
 * A rule, a zone that breaks it at a subject, and one close by that does not.
 *
 * @param rule the rule's id
 * @param subject what the first finding is about
 * @param broken the zone that breaks it
 * @param fine the zone that does not
 */
record RuleCase(String rule, Subject subject, HostedZone broken, HostedZone fine) {

  static RuleCase of(String rule, int set, TestZone broken, TestZone fine) {
    return new RuleCase(rule, new Subject.Set(set), broken.build(), fine.build());
  }

  static RuleCase ofZone(String rule, TestZone broken, TestZone fine) {
    return new RuleCase(rule, new Subject.Zone(), broken.build(), fine.build());
  }

  static RuleCase ofValue(String rule, int value, TestZone broken, TestZone fine) {
    return new RuleCase(rule, new Subject.Value(0, value), broken.build(), fine.build());
  }

  static RuleCase ofCheck(String rule, String check, TestZone broken, TestZone fine) {
    return new RuleCase(rule, new Subject.Check(check), broken.build(), fine.build());
  }

  /** Runs the rule on both zones. */
  void verify() {
    Rule tested =
        Rules.all().stream().filter(one -> one.id().equals(rule)).findFirst().orElseThrow();
    assertThat(tested.findings(broken))
        .isNotEmpty()
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.subject()).isEqualTo(subject);
              assertThat(finding.rule()).isSameAs(tested);
              assertThat(finding.message().toString()).isNotBlank().doesNotContain("\n");
            });
    assertThat(tested.findings(fine)).isEmpty();
  }

  @Override
  public String toString() {
    return rule;
  }
}
