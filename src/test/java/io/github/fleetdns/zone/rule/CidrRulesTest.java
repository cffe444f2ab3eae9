package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.zone;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about CIDR routing. */
class CidrRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.of(
            "cidr-private",
            0,
            zone(OFFICE).network("c", "office", "8.8.8.0/24").inVpcs("vpc-1"),
            zone(OFFICE).network("c", "office", "8.8.8.0/24")),
        RuleCase.of(
            "cidr-location-name",
            0,
            zone(set("a").cidr("c", "an office")),
            zone(set("a").cidr("c", "office_-1"), set("b").cidr("c", "*"))),
        RuleCase.of(
            "cidr-location-name",
            0,
            zone(set("a").cidr("c", "x".repeat(17))),
            zone(set("a").cidr("c", "x".repeat(16)))),
        RuleCase.of(
            "cidr-location-name",
            0,
            zone(set("a").cidr("c", "*")).network("c", "*", "8.8.8.0/24"),
            zone(OFFICE).network("c", "office", "8.8.8.0/24")),
        RuleCase.ofZone(
            "cidr-location-name",
            zone().network("c", "an office", "8.8.8.0/24"),
            zone().network("c", "office", "8.8.8.0/24")),
        RuleCase.of(
            "cidr-location-exists",
            0,
            zone(OFFICE),
            zone(OFFICE).network("c", "office", "8.8.8.0/24")),
        RuleCase.of(
            "cidr-location-exists",
            0,
            zone(OFFICE).network("c", "home", "8.8.8.0/24"),
            zone(set("a").cidr("c", "*")).network("c", "home", "8.8.8.0/24")),
        RuleCase.of(
            "cidr-location-empty",
            0,
            zone(OFFICE).network("c", "office"),
            zone(set("a").cidr("c", "*")).network("c", "*")),
        RuleCase.ofZone(
            "cidr-collection-name",
            zone().network("a b", "office", "8.8.8.0/24"),
            zone().network("a_-9", "office", "8.8.8.0/24")),
        RuleCase.of(
            "cidr-collection-name",
            0,
            zone(set("a").cidr("c".repeat(65), "x")).network("c".repeat(65), "x", "8.8.8.0/24"),
            zone().network("c".repeat(64), "x")),
        RuleCase.of(
            "cidr-collection-size",
            0,
            zone(OFFICE).network("c", "office", blocks(1001)),
            zone(OFFICE).network("c", "office", blocks(1000))),
        RuleCase.ofZone("cidr-collections", collections(6), collections(5)),
        RuleCase.of(
            "cidr-block-prefix",
            0,
            zone(OFFICE).network("c", "office", "8.8.8.0/25"),
            zone(OFFICE).network("c", "office", "8.8.8.0/24", "2001:db8::/48", "128.0.0.0/1")),
        RuleCase.of(
            "cidr-block-prefix",
            0,
            zone(OFFICE).network("c", "office", "0.0.0.0/0"),
            zone(OFFICE).network("c", "office", "2000::/24")),
        RuleCase.of(
            "cidr-block-prefix",
            0,
            zone(OFFICE).network("c", "office", "2001:db8::/49"),
            zone(OFFICE).network("c", "office", "2001:db8::/1")),
        RuleCase.of(
            "cidr-block-unique",
            0,
            zone(OFFICE).network("c", "home", "8.8.8.0/24").network("c", "office", "8.8.8.1/24"),
            zone(OFFICE).network("c", "home", "8.8.8.0/24").network("c", "office", "8.8.8.0/23")),
        RuleCase.of(
            "cidr-block-host-bits",
            0,
            zone(OFFICE).network("c", "office", "203.0.113.0/22"),
            zone(OFFICE).network("c", "office", "203.0.112.0/22")),
        RuleCase.of(
            "cidr-block-host-bits",
            0,
            zone(OFFICE).network("c", "office", "2001:db8::1/48"),
            zone(OFFICE).network("c", "office", "2001:db8::/33")),
        RuleCase.of(
            "cidr-block-overlap",
            0,
            zone(OFFICE).network("c", "home", "8.0.0.0/8").network("c", "office", "8.8.8.0/24"),
            zone(OFFICE)
                .network("c", "home", "9.0.0.0/8")
                .network("c", "office", "8.8.8.0/24", "8.8.0.0/16")),
        RuleCase.of("cidr-default", 0, zone(OFFICE), zone(OFFICE, set("b").cidr("c", "*"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }

  private static final TestZone.Set OFFICE = set("a").cidr("c", "office");

  private static String[] blocks(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "8." + i / 256 + "." + i % 256 + ".0/24")
        .toArray(String[]::new);
  }

  private static TestZone collections(int count) {
    TestZone zone = zone();
    IntStream.range(0, count).forEach(i -> zone.network("c" + i, "office", "8.8.8.0/24"));
    return zone;
  }
}
