package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.simple;
import static io.github.fleetdns.zone.rule.TestZone.zone;

import io.github.fleetdns.zone.RecordType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about names. */
class NameRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.of(
            "name-outside-zone",
            1,
            simple("a A 8.8.8.8", "notexample.com. A 8.8.8.8"),
            simple("@ A 8.8.8.8", "_a.b A 8.8.8.8")),
        RuleCase.of("name-asterisk", 0, simple("*prod A 8.8.8.8"), simple("*.prod A 8.8.8.8")),
        RuleCase.of("name-asterisk", 0, simple("a.* A 8.8.8.8"), simple("* A 8.8.8.8")),
        RuleCase.of(
            "delegation-hidden",
            1,
            simple("ai NS ns.other.org", "a.b.ai A 8.8.8.8"),
            simple(
                "ai NS ns.ai.example.com", "ns.ai A 8.8.8.8", "ai DS 1~8~2~AB", "ain A 8.8.8.8")),
        RuleCase.of(
            "delegation-hidden",
            1,
            simple("ai NS ns.ai.example.com", "ns.ai TXT \"x\""),
            simple("@ NS ns.other.org", "a TXT \"x\"")),
        RuleCase.of(
            "delegation-hidden",
            0,
            simple("ai A 8.8.8.8", "ai NS ns.other.org"),
            simple("ai NS ns.other.org", "ai2.ai3 A 8.8.8.8")),
        RuleCase.of(
            "delegation-hidden",
            1,
            zone(set("ai", "").type(RecordType.NS), set("a.ai", "").alias("b.ai"), set("b.ai", "")),
            zone(
                set("ai", "").type(RecordType.NS),
                set("a.ai", "").alias("b.ai"),
                set("b.ai", ""),
                set("api", "").alias("a.ai"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }
}
