package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.simple;
import static io.github.fleetdns.zone.rule.TestZone.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.RecordType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about CNAME records and loops. */
class CnameRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.of("cname-apex", 0, simple("@ CNAME a.org"), simple("www CNAME a.org")),
        RuleCase.of(
            "cname-apex",
            0,
            zone(set("@", "").type(RecordType.CNAME).alias("www")),
            zone(set("@", "").alias("www"))),
        RuleCase.of(
            "cname-alone",
            0,
            simple("www CNAME a.org", "www TXT \"x\""),
            simple("www CNAME a.org", "w TXT \"x\"")),
        RuleCase.of(
            "cname-loop",
            1,
            simple("a CNAME b.org", "b CNAME c.example.com", "c CNAME B.example.com."),
            simple("a CNAME b.example.com", "b CNAME c.example.com")),
        RuleCase.of(
            "cname-loop",
            0,
            simple("a CNAME a.example.com"),
            simple("a CNAME b.example.com", "b A 8.8.8.8")),
        RuleCase.of(
            "cname-loop",
            1,
            zone(
                set("a", "1").type(RecordType.CNAME).weighted(1).values("x.org"),
                set("a", "2").type(RecordType.CNAME).weighted(1).values("b.example.com"),
                set("b", "").type(RecordType.CNAME).alias("a")),
            zone(set("a", "").alias("a"))),
        RuleCase.of(
            "alias-loop",
            0,
            zone(set("a", "").alias("a")),
            zone(set("a", "").alias("b"), set("b", ""))),
        RuleCase.of(
            "alias-loop",
            1,
            zone(
                set("x", "").alias("a"),
                set("a", "").alias("b"),
                set("b", "").alias("c"),
                set("c", "").alias("a")),
            zone(set("a", "").alias("b"), set("b", "").type(RecordType.AAAA).alias("a"))),
        RuleCase.of(
            "alias-loop",
            1,
            zone(
                set("a", "1").weighted(1).alias("b"),
                set("a", "2").weighted(1).alias("a"),
                set("b", "")),
            zone(
                set("a", "1").weighted(1).alias("b"),
                set("a", "2").weighted(1).alias("c"),
                set("b", "").alias("c"),
                set("c", ""))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }

  @Test
  void loopIsShownFromItsFirstRecordSetToItself() {
    TestZone zone = zone(set("c", "").alias("a"), set("a", "").alias("b"), set("b", "").alias("c"));

    assertThat(Rules.check(zone.build()))
        .filteredOn(finding -> finding.rule().id().equals("alias-loop"))
        .singleElement()
        .extracting(finding -> finding.message().toString())
        .asString()
        .contains("c.example.com → a.example.com → b.example.com → c.example.com");
  }

  @Test
  void twoLoopsAreBothFound() {
    TestZone zone =
        zone(
            set("a", "").alias("b"),
            set("b", "").alias("a"),
            set("c", "").alias("d"),
            set("d", "1").weighted(1).alias("a"),
            set("d", "2").weighted(1).alias("d"));

    assertThat(Rules.check(zone.build()))
        .filteredOn(finding -> finding.rule().id().equals("alias-loop"))
        .extracting(Finding::subject)
        .containsExactlyInAnyOrder(new Subject.Set(0), new Subject.Set(4));
  }
}
