package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.zone;

import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.RecordType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about the policy of one record set. */
class PolicyRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.of(
            "set-identifier-length", 0, zone(set("").weighted(1)), zone(set("a").weighted(1))),
        RuleCase.of(
            "set-identifier-length",
            0,
            zone(set("x".repeat(129)).weighted(1)),
            zone(set("x".repeat(128)).weighted(1), set("www", ""))),
        RuleCase.of("weight-range", 0, zone(set("a").weighted(256)), zone(set("a").weighted(255))),
        RuleCase.of("weight-range", 0, zone(set("a").weighted(-1)), zone(set("a").weighted(0))),
        RuleCase.of(
            "multivalue-alias",
            0,
            zone(set("a").multivalue().alias("b"), set("b", "")),
            zone(set("a").weighted(1).alias("b"), set("b", ""))),
        RuleCase.of(
            "routing-type",
            0,
            zone(set("a").type(RecordType.NS).weighted(1)),
            zone(set("a").type(RecordType.MX).weighted(1), set("b", "").type(RecordType.NS))),
        RuleCase.of(
            "routing-type",
            0,
            zone(set("a").type(RecordType.DS).primary()),
            zone(set("a").type(RecordType.TXT).primary())),
        RuleCase.of(
            "multivalue-cname",
            0,
            zone(set("a").type(RecordType.CNAME).multivalue()),
            zone(set("a").type(RecordType.CNAME).weighted(1), set("b", "b").multivalue())),
        RuleCase.of(
            "latency-region-format",
            0,
            zone(set("a").latency("frankfurt")),
            zone(set("a").latency("eu-central-1"))),
        RuleCase.of(
            "latency-region-format",
            0,
            zone(set("a").near(new GeoLocation.Region("eu-central-1a"), 0)),
            zone(set("a").near(new GeoLocation.Region("eu-central-1"), 0))),
        RuleCase.of(
            "latency-region-known",
            0,
            zone(set("a").latency("eu-centrl-1")),
            zone(set("a").latency("eusc-de-east-1"), set("b").latency("x"))),
        RuleCase.of(
            "geoproximity-bias",
            0,
            zone(set("a").near(SOMEWHERE, 100)),
            zone(set("a").near(SOMEWHERE, 99))),
        RuleCase.of(
            "geoproximity-bias",
            0,
            zone(set("a").near(SOMEWHERE, Integer.MIN_VALUE)),
            zone(set("a").near(SOMEWHERE, -99), set("b").near("1", "1"))),
        RuleCase.of(
            "geoproximity-coordinates",
            0,
            zone(set("a").near("90.01", "0")),
            zone(set("a").near("-90", "180"))),
        RuleCase.of(
            "geoproximity-coordinates",
            0,
            zone(set("a").near("1.234", "0")),
            zone(set("a").near("1.23", "-179.99"))),
        RuleCase.of(
            "geoproximity-coordinates",
            0,
            zone(set("a").near("0", "181")),
            zone(set("a").near("0.5", "0"))),
        RuleCase.of(
            "geoproximity-coordinates",
            0,
            zone(set("a").near("north", "")),
            zone(set("a").near("+1", "-0"))),
        RuleCase.of(
            "geoproximity-local-zone",
            0,
            zone(set("a").near(new GeoLocation.LocalZone("us-west-2-lax-1a"), 0)),
            zone(set("a").near(new GeoLocation.LocalZone("us-west-2-lax-1"), 0))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }

  private static final GeoLocation SOMEWHERE = new GeoLocation.Region("eu-central-1");
}
