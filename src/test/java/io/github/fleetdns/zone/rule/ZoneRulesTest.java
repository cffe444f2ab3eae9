package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.https;
import static io.github.fleetdns.zone.rule.TestZone.simple;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about the zone itself. */
class ZoneRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.ofZone("zone-name-tld", simple().named("com"), simple()),
        RuleCase.ofZone(
            "zone-name-wildcard", simple().named("*.example.com"), simple().named("a.*.com")),
        RuleCase.ofZone(
            "zone-comment-length",
            simple().commented("c".repeat(257)),
            simple().commented("c".repeat(256))),
        RuleCase.ofZone("zone-size", ofSize(10_001), ofSize(10_000)),
        RuleCase.ofZone("zone-vpcs", inVpcs(301), inVpcs(300)),
        RuleCase.ofZone(
            "zone-vpc-unique",
            simple().inVpcs("vpc-1", "vpc-1"),
            simple().inVpcs("vpc-1", "vpc-2")),
        RuleCase.ofZone("zone-health-checks", withChecks(201), withChecks(200)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }

  private static TestZone ofSize(int sets) {
    return simple(
        IntStream.range(0, sets).mapToObj(i -> "n" + i + " A 8.8.8.8").toArray(String[]::new));
  }

  private static TestZone inVpcs(int vpcs) {
    return simple()
        .inVpcs(IntStream.range(0, vpcs).mapToObj(i -> "vpc-" + i).toArray(String[]::new));
  }

  private static TestZone withChecks(int checks) {
    TestZone zone = simple();
    IntStream.range(0, checks).forEach(i -> zone.check("c" + i, https("8.8.8.8").build()));
    return zone;
  }
}
