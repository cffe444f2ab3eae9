package io.github.fleetdns.zone.rule;

import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.zone.Visibility;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules about the hosted zone itself (§4.8, §4.9).
 *
 * <p>A private zone without VPCs is not judged: it may exist already, with associations of its own.
 */
final class ZoneRules {
  private static final int MAX_COMMENT = 256;
  private static final int MAX_RECORD_SETS = 10_000;
  private static final int MAX_VPCS = 300;
  private static final int MAX_HEALTH_CHECKS = 200;

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "zone-name-tld",
              Severity.ERROR,
              "A hosted zone is not a top-level domain.",
              "Route 53 Developer Guide, DNS domain name format",
              (zone, report) -> {
                if (zone.name().labels().size() == 1) {
                  report.add(
                      new Subject.Zone(),
                      "zone \""
                          + zone.name()
                          + "\" is a bare top-level domain; name a domain that you own, such as"
                          + " ai.example.com");
                }
              }),
          new Rule(
              "zone-name-wildcard",
              Severity.ERROR,
              "A hosted zone's name does not begin with an asterisk.",
              "Route 53 Developer Guide, DNS domain name format",
              (zone, report) -> {
                if (zone.name().isWildcard()) {
                  report.add(
                      new Subject.Zone(),
                      "zone \""
                          + zone.name()
                          + "\" begins with *; wildcards are records of a zone");
                }
              }),
          new Rule(
              "zone-comment-length",
              Severity.ERROR,
              "A zone's comment has at most 256 characters.",
              "Route 53 API, HostedZoneConfig.Comment",
              (zone, report) -> {
                if (zone.zone().comment().length() > MAX_COMMENT) {
                  report.add(
                      new Subject.Zone(),
                      "the comment has "
                          + zone.zone().comment().length()
                          + " characters, the limit is "
                          + MAX_COMMENT);
                }
              }),
          new Rule(
              "zone-size",
              Severity.WARNING,
              "A zone has at most 10,000 record sets, unless AWS raised the quota.",
              "Route 53 Developer Guide, Quotas",
              (zone, report) -> {
                if (zone.recordSets().size() > MAX_RECORD_SETS) {
                  report.add(
                      new Subject.Zone(),
                      "the zone has "
                          + zone.recordSets().size()
                          + " record sets; above 10,000 AWS must raise the quota, and charges more");
                }
              }),
          Rule.error(
              "zone-vpcs",
              "A private zone is associated with at most 300 VPCs.",
              "§4.9: Route 53 Developer Guide, Quotas",
              ZoneRules::vpcs),
          Rule.warning(
              "zone-vpc-unique",
              "A private zone is associated with a VPC once.",
              "Inferred from §4.8: ConflictingDomainExists",
              ZoneRules::vpcTwice),
          Rule.warning(
              "zone-health-checks",
              "An account has at most 200 health checks, unless AWS raised the quota.",
              "§4.9: Route 53 Developer Guide, Quotas",
              ZoneRules::healthChecks));

  private ZoneRules() {}

  private static void vpcs(ZoneIndex zone, Rule.Report report) {
    int vpcs = vpcsOf(zone).size();
    if (vpcs > MAX_VPCS) {
      report.add(
          new Subject.Zone(),
          "the zone is associated with "
              + vpcs
              + " VPCs, the limit is "
              + MAX_VPCS
              + "; share it by a Route 53 profile, or make a second zone");
    }
  }

  private static void vpcTwice(ZoneIndex zone, Rule.Report report) {
    Set<String> seen = new HashSet<>();
    for (Visibility.Vpc vpc : vpcsOf(zone)) {
      if (!seen.add(vpc.id())) {
        report.add(
            new Subject.Zone(),
            "the zone is associated with " + vpc.id() + " twice; remove one of them");
      }
    }
  }

  private static List<Visibility.Vpc> vpcsOf(ZoneIndex zone) {
    return zone.zone().visibility() instanceof Visibility.Private hidden
        ? hidden.vpcs()
        : List.of();
  }

  private static void healthChecks(ZoneIndex zone, Rule.Report report) {
    int checks = zone.zone().healthChecks().size();
    if (checks > MAX_HEALTH_CHECKS) {
      report.add(
          new Subject.Zone(),
          "the zone has "
              + checks
              + " health checks; above 200 in an account AWS must raise the quota");
    }
  }
}
