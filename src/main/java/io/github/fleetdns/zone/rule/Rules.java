package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.HostedZone;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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
    return check(zone, Set.of());
  }

  /**
   * Every place of the zone that breaks a rule, by the order of the rules. A rule does not judge
   * what it would have to know more of: what the zone itself does not know, and
   *
   * @param missing what else is not known of it
   */
  public static List<Finding> check(HostedZone zone, Set<Need> missing) {
    ZoneIndex index = ZoneIndex.of(zone);
    Judgement judgement = new Judgement(zone);
    // Rules know nothing of each other; of a large zone each takes some milliseconds.
    return ALL.parallelStream()
        .filter(rule -> Collections.disjoint(rule.needs(), missing))
        .flatMap(rule -> rule.findings(index).stream())
        .filter(judgement::isSound)
        .toList();
  }
}
