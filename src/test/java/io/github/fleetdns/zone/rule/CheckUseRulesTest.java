package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.alarm;
import static io.github.fleetdns.zone.rule.TestZone.calculated;
import static io.github.fleetdns.zone.rule.TestZone.https;
import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.RecordType;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about the use of health checks. */
class CheckUseRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.of(
            "check-exists",
            0,
            zone(set("a").weighted(1).checked("b")).check("a", EIGHT),
            zone(set("a").weighted(1).checked("a"), set("b").weighted(1)).check("a", EIGHT)),
        RuleCase.ofCheck(
            "check-child-exists",
            "a",
            zone().check("a", calculated(1, "b")),
            zone()
                .check(
                    "a",
                    calculated(
                        1,
                        "b",
                        "01234567-89ab-cdef-0123-456789abcdef",
                        "${aws_route53_health_check.x.id}"))
                .check("b", EIGHT)),
        RuleCase.ofCheck(
            "check-child-calculated",
            "a",
            zone().check("a", calculated(1, "b")).check("b", calculated(1, "c")),
            zone().check("a", calculated(1, "b")).check("b", alarm("x", "eu-west-1"))),
        RuleCase.ofCheck(
            "check-unused",
            "b",
            zone(set("a").weighted(1).checked("a")).check("a", EIGHT).check("b", EIGHT),
            zone(set("a").weighted(1).checked("a"))
                .check("a", calculated(1, "b"))
                .check("b", EIGHT)),
        RuleCase.of(
            "check-own-name",
            0,
            zone(set("a").weighted(1).checked("a"))
                .check("a", https().host("API.example.com").build()),
            zone(set("a").weighted(1).checked("a"))
                .check("a", https("8.8.8.8").host("api.example.com").build())),
        RuleCase.ofCheck(
            "check-host-ipv4",
            "a",
            zone(set("").type(RecordType.AAAA)).check("a", https().host("api.example.com").build()),
            zone(set(""), set("").type(RecordType.AAAA))
                .check("a", https().host("api.example.com").build())),
        RuleCase.ofCheck(
            "check-silent-metric",
            "a",
            zone(
                    set("a").weighted(1).ttl(60).checked("a"),
                    set("b").weighted(2).ttl(60).checked("a"))
                .check("a", load(HealthCheck.InsufficientData.LAST_KNOWN_STATUS)),
            zone(
                    set("a").weighted(1).ttl(60).checked("a"),
                    set("b").weighted(2).ttl(60).checked("a"))
                .check("a", load(HealthCheck.InsufficientData.UNHEALTHY))),
        RuleCase.ofCheck(
            "check-silent-metric",
            "a",
            zone(set("a").weighted(1).ttl(60).checked("a"))
                .check("a", load(HealthCheck.InsufficientData.HEALTHY)),
            zone(set("a").weighted(1).ttl(60).checked("both"))
                .check("both", calculated(2, "a", "b"))
                .check("a", load(HealthCheck.InsufficientData.HEALTHY))
                .check("b", EIGHT)),
        RuleCase.of(
            "ttl-detection",
            1,
            zone(
                    set("a").latency("eu-west-1").ttl(91).checked("a"),
                    set("b").latency("eu-west-2").ttl(300).checked("a"))
                .check("a", EIGHT),
            zone(
                    set("a").weighted(1).ttl(90).checked("a"),
                    set("b").weighted(1).ttl(300),
                    set("www", "").ttl(300))
                .check("a", EIGHT)),
        RuleCase.of(
            "ttl-detection",
            0,
            zone(set("a").weighted(1).ttl(91).checked("a"))
                .check("a", calculated(1, "b", "c"))
                .check("b", EIGHT)
                .check("c", alarm("x", "eu-west-1")),
            zone(set("a").weighted(1).ttl(300).checked("c")).check("c", alarm("x", "eu-west-1"))));
  }

  private static HealthCheck load(HealthCheck.InsufficientData lack) {
    AlarmMetric metric =
        new AlarmMetric(
            "CWAgent",
            "gpu",
            Map.of(),
            AlarmMetric.Statistic.AVERAGE,
            60,
            85,
            AlarmMetric.Comparison.GREATER_THAN,
            3);
    return new HealthCheck.CloudWatchAlarm(
        "x", "eu-west-1", lack, Optional.of(metric), HealthCheck.Common.PLAIN);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }

  private static final HealthCheck EIGHT = https("8.8.8.8").build();

  @Test
  void timeToFailOverIsStatedAsARuleAndAtTheWorst() {
    TestZone zone =
        zone(set("a").weighted(1).ttl(300).checked("a"))
            .check("a", https("8.8.8.8").every(10, 2).build());

    assertThat(Rules.check(zone.build()))
        .filteredOn(finding -> finding.rule().id().equals("ttl-detection"))
        .singleElement()
        .extracting(finding -> finding.message().toString())
        .asString()
        .contains("about 320 seconds, at the worst 332", "20 to 32 until", "300 of ttl");
  }
}
