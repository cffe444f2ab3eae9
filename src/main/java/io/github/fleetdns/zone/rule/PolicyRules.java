package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.Rule.error;
import static io.github.fleetdns.zone.rule.Rule.warning;

import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.LatencyRegions;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Rules about the routing policy of one record set (route53.md#record-shape,
 * route53.md#parameters); those about places and address blocks are in {@link GeolocationRules} and
 * {@link CidrRules}.
 *
 * <p>A policy without a set identifier, the reverse, two policies, and a health check without a
 * policy (route53.md#r3, route53.md#r4, route53.md#r5, route53.md#r9) cannot be written down in
 * {@link Routing}.
 */
final class PolicyRules {
  private static final int MAX_IDENTIFIER = 128;
  private static final int MAX_WEIGHT = 255;
  private static final int MAX_BIAS = 99;
  private static final Set<RecordType> SIMPLE_ONLY =
      EnumSet.of(RecordType.NS, RecordType.SOA, RecordType.DS);
  private static final Pattern LOCAL_ZONE = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-\\d-[a-z]+-\\d");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{1,2})?");

  static final List<Rule> ALL =
      List.of(
          error(
                  "set-identifier-length",
                  "A set identifier has 1 to 128 characters.",
                  Basis.of("r6"),
                  PolicyRules::identifier)
              .needing(Need.SET_IDENTIFIER),
          error("weight-range", "A weight is 0 to 255.", Basis.of("r7"), PolicyRules::weight),
          error(
              "multivalue-alias",
              "Multivalue routing takes no aliases.",
              Basis.of("r14"),
              PolicyRules::multivalueAlias),
          error(
              "routing-type",
              "NS, SOA and DS records have no routing policy.",
              Basis.of("r15"),
              PolicyRules::simpleOnly),
          error(
              "multivalue-cname",
              "Multivalue routing takes no CNAME records.",
              Basis.of("r15"),
              PolicyRules::multivalueCname),
          error(
              "latency-region-format",
              "Latency routing goes by AWS regions.",
              Basis.of("latency-region").and("Cannot find region"),
              (zone, report) ->
                  regions(
                      zone,
                      report,
                      region -> !LatencyRegions.isShapedLikeOne(region),
                      "is no AWS region, such as eu-central-1")),
          warning(
              "latency-region-known",
              "Latency routing goes by regions that Route 53 lists.",
              Basis.of("regions").and("regions are added now and then"),
              (zone, report) ->
                  regions(
                      zone,
                      report,
                      region ->
                          LatencyRegions.isShapedLikeOne(region) && !LatencyRegions.isKnown(region),
                      "is not among the regions that Route 53 had in 2026; check the spelling")),
          error(
              "geoproximity-bias",
              "A bias is −99 to 99.",
              Basis.of("geoproximity-bias"),
              PolicyRules::bias),
          error(
              "geoproximity-coordinates",
              "Coordinates are degrees with at most two decimals.",
              Basis.of("geoproximity-location"),
              PolicyRules::coordinates),
          warning(
              "geoproximity-local-zone",
              "A group of Local Zones is named like its zones without the last letter.",
              Basis.of("local-zones"),
              PolicyRules::localZone));

  private PolicyRules() {}

  private static void identifier(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : zone.entries()) {
      Optional<String> identifier = entry.set().routing().map(Routing::setIdentifier);
      int length = identifier.map(id -> id.codePointCount(0, id.length())).orElse(1);
      if (length < 1 || length > MAX_IDENTIFIER) {
        report.add(
            entry.subject(),
            "a set identifier of ",
            entry.set().group(),
            (length == 0 ? " is empty" : " has " + length + " characters"),
            "; it has 1 to ",
            MAX_IDENTIFIER,
            ": shorten the name of the child it comes from");
      }
    }
  }

  private static void weight(ZoneIndex zone, Rule.Report report) {
    zone.each(
        RoutingPolicy.Weighted.class,
        (entry, weighted) -> {
          if (weighted.weight() < 0 || weighted.weight() > MAX_WEIGHT) {
            report.add(
                entry.subject(),
                "weight ",
                weighted.weight(),
                " of ",
                entry.key(),
                " is outside 0–",
                MAX_WEIGHT,
                "; divide all weights of the group by the same number");
          }
        });
  }

  private static void multivalueAlias(ZoneIndex zone, Rule.Report report) {
    zone.each(
        RoutingPolicy.Multivalue.class,
        (entry, multivalue) -> {
          if (entry.set().alias().isPresent()) {
            report.add(
                entry.subject(),
                entry.key(),
                " is an alias, which multivalue routing does not take; use endpoints with"
                    + " addresses, or weighted");
          }
        });
  }

  private static void simpleOnly(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : zone.entries()) {
      entry
          .set()
          .policy()
          .filter(policy -> SIMPLE_ONLY.contains(entry.set().type()))
          .ifPresent(
              policy ->
                  report.add(
                      entry.subject(),
                      entry.key(),
                      " has ",
                      policy.title(),
                      " routing, which ",
                      entry.set().type(),
                      " records cannot have; put their values into one record set"));
    }
  }

  private static void multivalueCname(ZoneIndex zone, Rule.Report report) {
    zone.each(
        RoutingPolicy.Multivalue.class,
        (entry, multivalue) -> {
          if (entry.set().type() == RecordType.CNAME) {
            report.add(
                entry.subject(),
                entry.key(),
                " is a CNAME, of which an answer has only one; use weighted for endpoints"
                    + " with a hostname");
          }
        });
  }

  private static void regions(
      ZoneIndex zone, Rule.Report report, Function<String, Boolean> isWrong, String wrong) {
    zone.each(
        RoutingPolicy.Latency.class,
        (entry, latency) -> complain(report, entry, latency.region(), isWrong, wrong));
    zone.each(
        RoutingPolicy.Geoproximity.class,
        (entry, near) -> {
          if (near.location() instanceof GeoLocation.Region region) {
            complain(report, entry, region.name(), isWrong, wrong);
          }
        });
  }

  private static void complain(
      Rule.Report report,
      Entry entry,
      String region,
      Function<String, Boolean> isWrong,
      String wrong) {
    if (isWrong.apply(region)) {
      report.add(entry.subject(), "\"", region, "\" of ", entry.key(), " ", wrong);
    }
  }

  private static void bias(ZoneIndex zone, Rule.Report report) {
    zone.each(
        RoutingPolicy.Geoproximity.class,
        (entry, near) -> {
          if (Math.abs((long) near.bias()) > MAX_BIAS) {
            report.add(
                entry.subject(),
                "bias ",
                near.bias(),
                " of ",
                entry.key(),
                " is outside −99 to 99");
          }
        });
  }

  private static void coordinates(ZoneIndex zone, Rule.Report report) {
    zone.each(
        RoutingPolicy.Geoproximity.class,
        (entry, near) -> {
          if (near.location() instanceof GeoLocation.Coordinates point) {
            if (!isDegrees(point.latitude(), 90)) {
              degrees(report, entry, "latitude", point.latitude(), 90);
            }
            if (!isDegrees(point.longitude(), 180)) {
              degrees(report, entry, "longitude", point.longitude(), 180);
            }
          }
        });
  }

  private static boolean isDegrees(String text, int limit) {
    return DECIMAL.matcher(text).matches() && Math.abs(Double.parseDouble(text)) <= limit;
  }

  private static void degrees(
      Rule.Report report, Entry entry, String what, String found, int limit) {
    report.add(
        entry.subject(),
        "the ",
        what,
        " \"",
        found,
        "\" of ",
        entry.key(),
        " is no number from −",
        limit,
        " to ",
        limit,
        " with at most two decimals");
  }

  private static void localZone(ZoneIndex zone, Rule.Report report) {
    zone.each(
        RoutingPolicy.Geoproximity.class,
        (entry, near) -> {
          if (near.location() instanceof GeoLocation.LocalZone local
              && !LOCAL_ZONE.matcher(local.group()).matches()) {
            report.add(
                entry.subject(),
                "\"",
                local.group(),
                "\" of ",
                entry.key(),
                " does not look like a Local Zone group, such as us-west-2-lax-1 (the zone"
                    + " us-west-2-lax-1a without its last letter)");
          }
        });
  }
}
