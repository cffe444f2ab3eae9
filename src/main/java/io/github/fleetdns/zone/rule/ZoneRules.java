package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.Visibility;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules about the hosted zone itself (route53.md#zones, route53.md#limits).
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
          Rule.error(
              "zone-name-tld",
              "A hosted zone is not a top-level domain.",
              Basis.of("zone-name"),
              (zone, report) -> {
                if (zone.name().labels().size() == 1) {
                  report.add(
                      new Subject.Zone(),
                      "zone \"",
                      zone.name(),
                      "\" is a bare top-level domain; name a domain that you own, such as"
                          + " ai.example.com");
                }
              }),
          Rule.error(
              "zone-name-wildcard",
              "A hosted zone's name does not begin with an asterisk.",
              Basis.of("zone-name"),
              (zone, report) -> {
                if (zone.name().isWildcard()) {
                  report.add(
                      new Subject.Zone(),
                      "zone \"",
                      zone.name(),
                      "\" begins with *; wildcards are records of a zone");
                }
              }),
          Rule.error(
              "zone-comment-length",
              "A zone's comment has at most 256 characters.",
              Basis.of("zones").and("Route 53 API, HostedZoneConfig.Comment"),
              (zone, report) -> {
                if (zone.zone().comment().length() > MAX_COMMENT) {
                  report.add(
                      new Subject.Zone(),
                      "the comment has ",
                      zone.zone().comment().length(),
                      " characters, the limit is ",
                      MAX_COMMENT);
                }
              }),
          Rule.warning(
              "zone-size",
              "A zone has at most 10,000 record sets, unless AWS raised the quota.",
              Basis.of("limits"),
              (zone, report) -> {
                if (zone.recordSets().size() > MAX_RECORD_SETS) {
                  report.add(
                      new Subject.Zone(),
                      "the zone has ",
                      zone.recordSets().size(),
                      " record sets; above 10,000 AWS must raise the quota, and charges more");
                }
              }),
          Rule.error(
              "zone-vpcs",
              "A private zone is associated with at most 300 VPCs.",
              Basis.of("limits"),
              ZoneRules::vpcs),
          Rule.warning(
              "zone-vpc-unique",
              "A private zone is associated with a VPC once.",
              Basis.inferred("zone-vpc"),
              ZoneRules::vpcTwice),
          Rule.warning(
              "zone-health-checks",
              "An account has at most 200 health checks, unless AWS raised the quota.",
              Basis.of("limits"),
              ZoneRules::healthChecks));

  private ZoneRules() {}

  private static void vpcs(ZoneIndex zone, Rule.Report report) {
    int vpcs = vpcsOf(zone).size();
    if (vpcs > MAX_VPCS) {
      report.add(
          new Subject.Zone(),
          "the zone is associated with ",
          vpcs,
          " VPCs, the limit is ",
          MAX_VPCS,
          "; share it by a Route 53 profile, or make a second zone");
    }
  }

  private static void vpcTwice(ZoneIndex zone, Rule.Report report) {
    Set<String> seen = new HashSet<>();
    for (Visibility.Vpc vpc : vpcsOf(zone)) {
      if (!seen.add(vpc.id())) {
        report.add(
            new Subject.Zone(),
            "the zone is associated with ",
            vpc.id(),
            " twice; remove one of them");
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
          "the zone has ",
          checks,
          " health checks; above 200 in an account AWS must raise the quota");
    }
  }
}
