package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.https;
import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.simple;
import static io.github.fleetdns.zone.rule.TestZone.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All rules together; each of them is tested beside its class. */
class RulesTest {
  private static final List<Supplier<Stream<RuleCase>>> TESTED =
      List.of(
          ZoneRulesTest::cases,
          NameRulesTest::cases,
          RecordSetRulesTest::cases,
          PolicyRulesTest::cases,
          GeolocationRulesTest::cases,
          CidrRulesTest::cases,
          GroupRulesTest::cases,
          FailoverRulesTest::cases,
          CnameRulesTest::cases,
          AliasRulesTest::cases,
          HealthCheckRulesTest::cases,
          CheckUseRulesTest::cases,
          ValueRulesTest::cases);

  /** What a stricter validator would refuse, and Route 53 takes. */
  static Stream<Arguments> accepted() {
    return Stream.of(
        accepted(
            "an alias with a health check and a weight",
            zone(set("a").weighted(1).alias("b").checked("a"), set("b", "").values("8.8.8.8"))
                .check("a", https("8.8.8.8").build())),
        accepted(
            "a failover with one alias member",
            zone(set("a").primary().balancer(), set("b").secondary().values("8.8.4.4").checked("b"))
                .check("b", https("8.8.4.4").build())),
        accepted(
            "a secondary without a health check",
            zone(set("a").primary().checked("a"), set("b").secondary().values("8.8.4.4"))
                .check("a", https("8.8.8.8").build())),
        accepted(
            "a secondary alias without any health",
            zone(
                    set("a").primary().checked("a"),
                    set("b").secondary().alias("www").blind(),
                    set("www", "").values("8.8.4.4"))
                .check("a", https("8.8.8.8").build())),
        accepted("weight 0 everywhere", zone(set("a").weighted(0), set("b").weighted(0))),
        accepted(
            "an alias primary with a health check that does not evaluate its target",
            zone(
                    set("a").primary().balancer().blind().checked("a"),
                    set("b").secondary().values("8.8.4.4"))
                .check("a", https("8.8.8.8").build())),
        accepted(
            "two values in a weighted record set",
            zone(set("a").weighted(1).values("8.8.8.8", "8.8.4.4"))),
        accepted(
            "two values in a latency record set",
            zone(set("a").latency("eu-west-1").values("8.8.8.8", "8.8.4.4"))),
        accepted("names with underscores", simple("_dmarc TXT \"x\"", "_a._tcp SRV 1~1~1~a.org")),
        accepted("bias 0", zone(set("a").near("52.52", "13.4"), set("b").near("-33.9", "151"))),
        accepted("several mail servers", simple("@ MX 10~a.org 20~b.org")),
        accepted("a wildcard with a policy", zone(set("*", "a").weighted(1))),
        accepted(
            "Namibia beside North America",
            zone(
                set("a").country("NA"),
                set("b").geo(GeoPlace.Continent.NORTH_AMERICA),
                set("c").everywhere())),
        accepted(
            "an endpoint in a private zone with a private address and no check",
            zone(set("a").weighted(1).values("8.8.8.8")).inVpcs("vpc-1")),
        accepted("a group of CNAMEs", zone(cname("a", "a.org"), cname("b", "b.org"))));
  }

  private static Arguments accepted(String what, TestZone zone) {
    return Arguments.of(what, zone.build());
  }

  private static TestZone.Set cname(String id, String to) {
    return set(id).type(RecordType.CNAME).weighted(1).values(to);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void nothingIsSaidOf(String what, HostedZone zone) {
    assertThat(Rules.check(zone)).as(what).isEmpty();
  }

  @Test
  void everyRuleHasAnIdOfItsOwn() {
    assertThat(Rules.all())
        .extracting(Rule::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)+"));
  }

  @Test
  void everyRuleHasACaseThatBreaksItAndOneThatDoesNot() {
    assertThat(TESTED.stream().flatMap(Supplier::get).map(RuleCase::rule).distinct())
        .containsExactlyInAnyOrderElementsOf(Rules.all().stream().map(Rule::id).toList());
  }

  @Test
  void everyRuleSaysWhatItIs() {
    assertThat(Rules.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.says()).endsWith(".");
            });
  }

  @Test
  void everyRejectionOfTheApiHasARuleOrAReason() {
    List<String> without =
        List.of(
            // RecordSet and Routing cannot hold them: one of values and alias; a policy exactly
            // together with a set identifier; one policy; a type that exists; no check without one.
            "r2",
            "r3",
            "r4",
            "r5",
            "r8",
            "r9",
            // Dependencies of Terraform; and a case of two others.
            "r42",
            "r44");
    List<String> cited =
        Rules.all().stream().flatMap(rule -> rule.basis().anchors().stream()).toList();
    assertThat(
            Stream.of(
                    IntStream.rangeClosed(1, 16).mapToObj(i -> "r" + i),
                    IntStream.rangeClosed(20, 34).mapToObj(i -> "r" + i),
                    Stream.of("r27a", "r27b"),
                    IntStream.rangeClosed(40, 49).mapToObj(i -> "r" + i))
                .flatMap(rejections -> rejections))
        .allSatisfy(
            rejection ->
                assertThat(cited.contains(rejection))
                    .as(rejection)
                    .isNotEqualTo(without.contains(rejection)));
  }

  @Test
  void zoneOfACarefulPersonBreaksNoRule() {
    TestZone zone =
        simple("@ A 8.8.8.8", "@ MX 10~mail.example.com", "www CNAME a.org", "* TXT \"x\"");
    assertThat(Rules.check(zone.build())).isEmpty();
  }

  @Test
  void everyBrokenRuleIsFoundInOneRun() {
    TestZone zone = simple("@ CNAME a.org b.org", "* NS ns.org", "www A 10.0.0.1 x");
    assertThat(Rules.check(zone.build()))
        .extracting(finding -> finding.rule().id())
        .containsExactlyInAnyOrder(
            "cname-apex", "record-single-value", "ns-wildcard", "value-format", "address-reserved");
  }

  @Test
  void whatIsInferredIsNoError() {
    assertThat(Rules.all())
        .filteredOn(rule -> rule.basis().inferred())
        .isNotEmpty()
        .allMatch(rule -> rule.severity() == Severity.WARNING);
  }
}
