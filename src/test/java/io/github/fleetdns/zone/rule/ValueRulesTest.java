package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.simple;
import static io.github.fleetdns.zone.rule.TestZone.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
            "value-relative",
            1,
            simple("@ MX 10~mail.example.org 20~mail"),
            simple("@ MX 10~mail.example.com 20~mail.", "@ NS a.org", "w TXT word", "x MX 0~.")),
        RuleCase.ofValue(
            "value-relative",
            0,
            simple("_sip._tcp SRV 10~5~5060~sip"),
            simple("_sip._tcp SRV 10~5~5060~sip.example.com", "h HTTPS 1~.")),
        RuleCase.ofValue(
            "text-once",
            1,
            simple("@ TXT \"v=spf1~-all\" \"x\" \"V=SPF1~a~-all\""),
            simple("@ TXT \"v=spf1~-all\" \"v=spf10~x\"", "w TXT \"v=spf1~-all\"")),
        RuleCase.ofValue(
            "text-once",
            1,
            simple("_dmarc TXT \"v=DMARC1;~p=none\" \"v=DMARC1;~p=reject\""),
            simple("_dmarc TXT \"v=DMARC1;~p=none\" \"v=spf1~-all\"")),
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

  @Test
  void anEndpointThatIsNoWholeNameIsNamedOnce() {
    HostedZone zone =
        zone(
                set("gpu", "").type(RecordType.CNAME).values("host"),
                set("api", "a").type(RecordType.CNAME).weighted(1).values("host"),
                set("other", "").type(RecordType.CNAME).values("host"))
            .build();

    assertThat(Rules.check(zone))
        .filteredOn(finding -> finding.rule().id().equals("value-relative"))
        .extracting(Finding::subject)
        .containsExactly(new Subject.Value(0, 0), new Subject.Value(2, 0));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }
}
