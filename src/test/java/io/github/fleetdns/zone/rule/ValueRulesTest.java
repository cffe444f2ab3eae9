package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.simple;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about single values. */
class ValueRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.ofValue(
            "value-format", 1, simple("www A 8.8.8.8 ::1"), simple("www A 8.8.8.8 8.8.4.4")),
        RuleCase.ofValue(
            "value-length",
            0,
            simple("www TXT " + "x".repeat(4001)),
            simple("www TXT " + "x".repeat(4000))),
        RuleCase.ofValue(
            "value-address",
            0,
            simple("www CNAME 8.8.8.8"),
            simple("www CNAME 8.8.8.8.org", "w A 8.8.8.8")),
        RuleCase.ofValue(
            "value-duplicate", 1, simple("www AAAA ::1 0:0::1"), simple("www AAAA ::1 ::2")),
        RuleCase.ofValue(
            "address-reserved",
            0,
            simple("www A 10.0.0.1"),
            simple("www A 8.8.8.8", "w TXT 10.0.0.1")),
        RuleCase.ofValue(
            "address-reserved",
            0,
            simple("www A 10.0.0.1"),
            simple("www A 10.0.0.1").inVpcs("vpc-1")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }
}
