package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.alarm;
import static io.github.fleetdns.zone.rule.TestZone.calculated;
import static io.github.fleetdns.zone.rule.TestZone.https;
import static io.github.fleetdns.zone.rule.TestZone.routingControl;
import static io.github.fleetdns.zone.rule.TestZone.tcp;
import static io.github.fleetdns.zone.rule.TestZone.zone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about one health check. */
class HealthCheckRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.ofCheck(
            "check-path",
            "a",
            zone().check("a", https("8.8.8.8").path("https://a.org/h").build()),
            zone().check("a", https("8.8.8.8").path("healthz").build())),
        RuleCase.ofCheck(
            "check-path",
            "a",
            zone().check("a", https("8.8.8.8").path("//a.org/h").build()),
            zone().check("a", https("8.8.8.8").path("/ok?next=http://a.org/h").build())),
        RuleCase.ofCheck(
            "check-path",
            "a",
            zone().check("a", https("8.8.8.8").path("gpu.a.org/h").build()),
            zone().check("a", https("8.8.8.8").path("v1.0.0-rc/h").build())),
        RuleCase.ofCheck(
            "check-path",
            "a",
            zone().check("a", https("8.8.8.8").path("localhost:8080/h").build()),
            zone().check("a", https("8.8.8.8").path("health.php/all").build())),
        RuleCase.ofCheck(
            "check-endpoint",
            "a",
            zone().check("a", https().build()),
            zone().check("a", https().host("a.org").build())),
        RuleCase.ofCheck(
            "check-endpoint",
            "a",
            zone().check("a", https().host("").build()),
            zone().check("a", https("8.8.8.8").build())),
        RuleCase.ofCheck(
            "check-address-public",
            "a",
            zone().check("a", https("10.0.0.1").build()),
            zone().check("a", https("8.8.8.8").build())),
        RuleCase.ofCheck(
            "check-address-public",
            "a",
            zone().check("a", https("203.0.113.10").build()),
            zone().check("a", https("2001:db8::1").build())),
        RuleCase.ofCheck(
            "check-address-public",
            "a",
            zone().check("a", https("fd00::1").build()),
            zone().check("a", https("2600:1f18::1").build())),
        RuleCase.ofCheck(
            "check-address-reserved",
            "a",
            zone().check("a", https("2001:db8::1").build()),
            zone().check("a", https("10.0.0.1").build())),
        RuleCase.ofCheck(
            "check-interval",
            "a",
            zone().check("a", https("8.8.8.8").every(20, 3).build()),
            zone().check("a", https("8.8.8.8").every(10, 3).build())),
        RuleCase.ofCheck(
            "check-failures",
            "a",
            zone().check("a", https("8.8.8.8").every(30, 11).build()),
            zone().check("a", https("8.8.8.8").every(30, 10).build())),
        RuleCase.ofCheck(
            "check-failures",
            "a",
            zone().check("a", https("8.8.8.8").every(30, 0).build()),
            zone().check("a", https("8.8.8.8").every(30, 1).build())),
        RuleCase.ofCheck(
            "check-port",
            "a",
            zone().check("a", https("8.8.8.8").port(0).build()),
            zone().check("a", https("8.8.8.8").port(1).build())),
        RuleCase.ofCheck(
            "check-port",
            "a",
            zone().check("a", https("8.8.8.8").port(65536).build()),
            zone().check("a", https("8.8.8.8").port(65535).build())),
        RuleCase.ofCheck(
            "check-tcp",
            "a",
            zone().check("a", tcp("8.8.8.8").path("/").build()),
            zone().check("a", https("8.8.8.8").path("/").build())),
        RuleCase.ofCheck(
            "check-tcp",
            "a",
            zone().check("a", tcp("8.8.8.8").search("ok").build()),
            zone().check("a", tcp("8.8.8.8").build())),
        RuleCase.ofCheck(
            "check-length",
            "a",
            zone().check("a", https("8.8.8.8").path("x".repeat(256)).build()),
            zone().check("a", https("8.8.8.8").path("x".repeat(255)).build())),
        RuleCase.ofCheck(
            "check-length",
            "a",
            zone().check("a", https("8.8.8.8").host("x".repeat(256)).build()),
            zone().check("a", https("8.8.8.8").host("x".repeat(255)).build())),
        RuleCase.ofCheck(
            "check-length",
            "a",
            zone().check("a", https("8.8.8.8").search("x".repeat(256)).build()),
            zone().check("a", https("8.8.8.8").search("x".repeat(255)).build())),
        RuleCase.ofCheck(
            "check-search",
            "a",
            zone().check("a", https("8.8.8.8").search("").build()),
            zone().check("a", https("8.8.8.8").search(" ").build())),
        RuleCase.ofCheck(
            "check-regions",
            "a",
            zone().check("a", https("8.8.8.8").from("us-east-1", "us-west-1").build()),
            zone()
                .check("a", https("8.8.8.8").from("us-east-1", "us-west-1", "eu-west-1").build())),
        RuleCase.ofCheck(
            "check-regions",
            "a",
            zone()
                .check(
                    "a", https("8.8.8.8").from("us-east-1", "us-west-1", "eu-central-1").build()),
            zone().check("a", https("8.8.8.8").build())),
        RuleCase.ofCheck(
            "check-sni",
            "a",
            zone().check("a", tcp("8.8.8.8").sni(false).build()),
            zone().check("a", https("8.8.8.8").sni(true).build())),
        RuleCase.ofCheck(
            "check-children",
            "a",
            zone().check("a", calculated(1, children(257))),
            zone().check("a", calculated(1, children(256)))),
        RuleCase.ofCheck(
            "check-children-quota",
            "a",
            zone().check("a", calculated(1, children(256))),
            zone().check("a", calculated(1, children(255)))),
        RuleCase.ofCheck(
            "check-at-least",
            "a",
            zone().check("a", calculated(257, "b")),
            zone().check("a", calculated(256, "b"))),
        RuleCase.ofCheck(
            "check-at-least",
            "a",
            zone().check("a", calculated(-1, "b")),
            zone().check("a", calculated(0, "b"))),
        RuleCase.ofCheck(
            "check-at-least-constant",
            "a",
            zone().check("a", calculated(0, "b")),
            zone().check("a", calculated(1, "b"))),
        RuleCase.ofCheck(
            "check-at-least-constant",
            "a",
            zone().check("a", calculated(3, "b", "c")),
            zone().check("a", calculated(2, "b", "c"))),
        RuleCase.ofCheck(
            "check-alarm",
            "a",
            zone().check("a", alarm("", "eu-west-1")),
            zone().check("a", alarm("busy", "eu-west-1"))),
        RuleCase.ofCheck(
            "check-alarm",
            "a",
            zone().check("a", alarm("busy", "")),
            zone().check("a", alarm("${aws_cloudwatch_metric_alarm.x.alarm_name}", "eu-west-1"))),
        RuleCase.ofCheck(
            "check-routing-control",
            "a",
            zone().check("a", routingControl("")),
            zone().check("a", routingControl("arn:aws:x"))),
        RuleCase.ofCheck(
            "check-routing-control",
            "a",
            zone().check("a", routingControl("x".repeat(256))),
            zone().check("a", routingControl("x".repeat(255)))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }

  private static String[] children(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toArray(String[]::new);
  }

  @Test
  void whoHasNoPublicAddressIsToldWhatToDoInstead() {
    TestZone zone = zone().check("gpu-1", https("10.0.0.1").build());

    assertThat(Rules.check(zone.build()))
        .filteredOn(finding -> finding.rule().id().equals("check-address-public"))
        .singleElement()
        .extracting(finding -> finding.message().toString())
        .asString()
        .contains("gpu-1", "10.0.0.1", "load:", "calculated:", "routing-control:");
  }
}
