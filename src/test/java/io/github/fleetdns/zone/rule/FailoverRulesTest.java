package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.https;
import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.zone;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about the pair of a failover. */
class FailoverRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.of(
            "failover-unique",
            1,
            zone(set("a").primary(), set("b").primary()),
            zone(set("a").primary(), set("b").secondary())),
        RuleCase.of(
            "failover-unique",
            2,
            zone(set("a").secondary(), set("b").primary(), set("c").secondary()),
            zone(set("a").primary(), set("www", "b").primary())),
        RuleCase.of(
            "failover-primary-check",
            0,
            zone(set("a").primary(), set("b").secondary()),
            zone(set("a").primary().checked("a"), set("b").secondary())),
        RuleCase.of(
            "failover-primary-alias",
            0,
            zone(set("a").primary().alias("x").blind()),
            zone(set("a").primary().alias("x"))),
        RuleCase.of(
            "failover-primary-alias",
            0,
            zone(set("a").primary().balancer().blind()),
            zone(
                set("a").primary().alias("x").blind().checked("a"),
                set("b").secondary().alias("x").blind())),
        RuleCase.of(
            "failover-cloudfront",
            1,
            zone(set("a").primary().cloudfront(), set("b").secondary().cloudfront()),
            zone(set("a").primary().balancer(), set("b").secondary().cloudfront())),
        RuleCase.of(
            "failover-pair",
            0,
            zone(set("a").primary()),
            zone(set("a").primary(), set("b").secondary())),
        RuleCase.of("failover-pair", 0, zone(set("a").secondary()), zone(set("a").weighted(1))),
        RuleCase.of(
            "failover-same",
            1,
            zone(
                set("a").primary().values("8.8.8.8", "8.8.4.4"),
                set("b").secondary().values("8.8.4.4", "8.8.8.8")),
            zone(
                set("a").primary().values("8.8.8.8"),
                set("b").secondary().values("8.8.4.4", "8.8.8.8"))),
        RuleCase.of(
            "failover-same",
            0,
            zone(set("b").secondary().alias("x"), set("a").primary().alias("x")),
            zone(set("b").secondary().alias("x"), set("a").primary().alias("y"))),
        RuleCase.of(
            "failover-same",
            1,
            zone(set("a").primary().balancer(), set("b").secondary().balancer().blind()),
            zone(set("a").primary().balancer(), set("b").secondary().cloudfront())),
        RuleCase.of(
            "failover-never",
            0,
            zone(set("a").primary().bucket(), set("b").secondary()),
            zone(set("a").primary().bucket().checked("a"), set("b").secondary())
                .check("a", https("8.8.8.8").build())),
        RuleCase.of(
            "failover-never",
            0,
            zone(
                    set("a").primary().alias("x"),
                    set("b").secondary(),
                    set("x", "c").weighted(1).checked("a"),
                    set("x", "d").weighted(0))
                .check("a", https("8.8.8.8").build()),
            zone(
                    set("a").primary().alias("x"),
                    set("b").secondary(),
                    set("x", "c").weighted(1).checked("a"),
                    set("x", "d").weighted(0).balancer())
                .check("a", https("8.8.8.8").build())),
        RuleCase.of(
            "failover-never",
            0,
            zone(
                set("a").primary().alias("x"),
                set("b").secondary(),
                set("x", "").alias("y"),
                set("y", "").values("8.8.4.4")),
            zone(
                set("a").primary().alias("x"),
                set("b").secondary(),
                set("x", "").alias("y"),
                set("y", "").balancer())),
        RuleCase.of(
            "failover-never",
            0,
            zone(set("a").primary().checked("a"), set("b").secondary())
                .check("a", https("8.8.8.8").disabled().build()),
            zone(set("a").primary().checked("a"), set("b").secondary())
                .check("a", https("8.8.8.8").build())),
        RuleCase.of(
            "failover-never",
            0,
            zone(set("a").primary().bucket(), set("b").secondary()),
            zone(set("a").primary().balancer(), set("b").secondary())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }
}
