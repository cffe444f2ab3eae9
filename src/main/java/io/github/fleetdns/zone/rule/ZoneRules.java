package io.github.fleetdns.zone.rule;

import io.github.fleetdns.problem.Severity;
import java.util.List;

/** Rules about the hosted zone itself. */
final class ZoneRules {
  private static final int MAX_COMMENT = 256;
  private static final int MAX_RECORD_SETS = 10_000;

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
                if (zone.comment().length() > MAX_COMMENT) {
                  report.add(
                      new Subject.Zone(),
                      "the comment has "
                          + zone.comment().length()
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
              }));

  private ZoneRules() {}
}
