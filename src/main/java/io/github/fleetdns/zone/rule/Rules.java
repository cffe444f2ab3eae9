package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.HostedZone;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, and running them all. */
public final class Rules {
  private static final List<Rule> ALL =
      Stream.of(
              ZoneRules.ALL,
              NameRules.ALL,
              RecordSetRules.ALL,
              GroupRules.ALL,
              FailoverRules.ALL,
              CnameRules.ALL,
              AliasRules.ALL,
              PolicyRules.ALL,
              GeolocationRules.ALL,
              CidrRules.ALL,
              HealthCheckRules.ALL,
              CheckUseRules.ALL,
              ValueRules.ALL)
          .flatMap(List::stream)
          .toList();

  private Rules() {}

  /** Every rule, in the order in which they run. */
  public static List<Rule> all() {
    return ALL;
  }

  /** Every place of the zone that breaks a rule, by the order of the rules. */
  public static List<Finding> check(HostedZone zone) {
    ZoneIndex index = ZoneIndex.of(zone);
    // Rules know nothing of each other; of a large zone each takes some milliseconds.
    return ALL.parallelStream().flatMap(rule -> rule.findings(index).stream()).toList();
  }
}
