package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.simple;
import static io.github.fleetdns.zone.rule.TestZone.zone;

import io.github.fleetdns.zone.RecordType;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about a record set as a whole. */
class RecordSetRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.of(
            "record-unique",
            1,
            simple("www A 8.8.8.8", "WWW A 8.8.4.4"),
            simple("www A 8.8.8.8", "www AAAA ::")),
        RuleCase.of(
            "record-unique",
            1,
            zone(set("a").weighted(1), set("a").weighted(2)),
            zone(set("a").weighted(1), set("b").weighted(1))),
        RuleCase.of("record-empty", 0, simple("www A"), simple("www A 8.8.8.8")),
        RuleCase.of(
            "record-values", 0, simple("www NS " + MANY), simple("www NS " + MANY.substring(12))),
        RuleCase.of("record-characters", 0, zone(texts(9)), zone(texts(8))),
        RuleCase.of("record-characters-update", 0, zone(texts(5)), zone(texts(4))),
        RuleCase.of(
            "record-single-value",
            0,
            simple("www CNAME a.org b.org"),
            simple("www CNAME a.org", "m MX 1~a.org 2~b.org")),
        RuleCase.of(
            "ns-wildcard", 0, simple("*.a NS ns.org"), simple("a.* NS ns.org", "* A 8.8.8.8")),
        RuleCase.of("soa-apex", 0, simple("www SOA x"), simple("@ SOA x")),
        RuleCase.of("ds-apex", 0, simple("@ DS x"), simple("www DS x")),
        RuleCase.of("ds-delegation", 0, simple("www DS x"), simple("www DS x", "www NS ns.org")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }

  private static final String MANY = "example.com ".repeat(401).trim();

  private static TestZone.Set texts(int count) {
    return set("")
        .type(RecordType.TXT)
        .values(
            IntStream.range(0, count).mapToObj(i -> "x".repeat(3999) + i).toArray(String[]::new));
  }
}
