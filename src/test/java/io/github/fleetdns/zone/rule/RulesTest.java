package io.github.fleetdns.zone.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule with a zone that breaks it, and one close by that does not. */
class RulesTest {
  private static final String MANY = "example.com ".repeat(401).trim();

  /** A rule, the subject it finds, and record sets that break it and that do not. */
  private record Case(String rule, Subject subject, HostedZone broken, HostedZone fine) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("zone-name-tld", new Subject.Zone(), named("com"), named("example.com")),
        new Case(
            "zone-name-wildcard", new Subject.Zone(), named("*.example.com"), named("a.*.com")),
        new Case(
            "zone-comment-length",
            new Subject.Zone(),
            commented("c".repeat(257)),
            commented("c".repeat(256))),
        new Case("zone-size", new Subject.Zone(), ofSize(10_001), ofSize(10_000)),
        of(
            "record-unique",
            set(1),
            zone("www A 8.8.8.8", "WWW A 8.8.4.4"),
            zone("www A 8.8.8.8", "www AAAA ::")),
        of("record-empty", set(0), zone("www A"), zone("www A 8.8.8.8")),
        of("record-values", set(0), zone("www NS " + MANY), zone("www NS " + MANY.substring(12))),
        of("record-single-value", set(0), zone("www CNAME a.org b.org"), zone("www CNAME a.org")),
        of("ns-wildcard", set(0), zone("*.a NS ns.org"), zone("a.* NS ns.org", "* A 8.8.8.8")),
        of("soa-apex", set(0), zone("www SOA x"), zone("@ SOA x")),
        of("ds-apex", set(0), zone("@ DS x"), zone("www DS x")),
        of("ds-delegation", set(0), zone("www DS x"), zone("www DS x", "www NS ns.org")),
        of("cname-apex", set(0), zone("@ CNAME a.org"), zone("www CNAME a.org")),
        of(
            "cname-alone",
            set(0),
            zone("www CNAME a.org", "www TXT \"x\""),
            zone("www CNAME a.org", "w TXT \"x\"")),
        of(
            "cname-loop",
            set(1),
            zone(
                "a CNAME b.org",
                "b CNAME c.example.com",
                "c CNAME d.example.com",
                "d CNAME B.example.com."),
            zone("a CNAME b.example.com", "b CNAME c.example.com")),
        of("value-format", value(0, 1), zone("www A 8.8.8.8 ::1"), zone("www A 8.8.8.8 8.8.4.4")),
        of(
            "value-length",
            value(0, 0),
            zone("www TXT " + "x".repeat(4001)),
            zone("www TXT " + "x".repeat(4000))),
        of(
            "value-address",
            value(0, 0),
            zone("www CNAME 8.8.8.8"),
            zone("www CNAME 8.8.8.8.org", "w A 8.8.8.8")),
        of("value-duplicate", value(0, 1), zone("www AAAA ::1 0:0::1"), zone("www AAAA ::1 ::2")),
        of(
            "address-reserved",
            value(0, 0),
            zone("www A 10.0.0.1"),
            zone("www A 8.8.8.8", "w TXT 10.0.0.1")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(Case example) {
    Rule rule = rule(example.rule());

    assertThat(rule.findings(example.broken()))
        .isNotEmpty()
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.subject()).isEqualTo(example.subject());
              assertThat(finding.rule()).isSameAs(rule);
              assertThat(finding.message()).isNotBlank().doesNotContain("\n");
            });
    assertThat(rule.findings(example.fine())).isEmpty();
  }

  @Test
  void everyRuleHasAnIdOfItsOwn() {
    assertThat(Rules.all())
        .extracting(Rule::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z-]+"));
  }

  @Test
  void everyRuleIsInThisTest() {
    assertThat(cases().map(Case::rule).toList())
        .containsExactlyInAnyOrderElementsOf(Rules.all().stream().map(Rule::id).toList());
  }

  @Test
  void everyRuleSaysWhatItIsAndWhereItComesFrom() {
    assertThat(Rules.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.says()).endsWith(".");
              assertThat(rule.source()).isNotBlank();
            });
  }

  @Test
  void zoneOfACarefulPersonBreaksNoRule() {
    HostedZone zone =
        zone("@ A 8.8.8.8", "@ MX 10~mail.example.com", "www CNAME a.org", "* TXT \"x\"");
    assertThat(Rules.check(zone)).isEmpty();
  }

  @Test
  void everyBrokenRuleIsFoundInOneRun() {
    HostedZone zone = zone("@ CNAME a.org b.org", "* NS ns.org", "www A 10.0.0.1 x");
    assertThat(Rules.check(zone))
        .extracting(finding -> finding.rule().id())
        .containsExactlyInAnyOrder(
            "cname-apex", "record-single-value", "ns-wildcard", "value-format", "address-reserved");
  }

  @Test
  void warningsAreWhatRoute53WouldTake() {
    assertThat(Rules.all())
        .filteredOn(rule -> rule.severity() == Severity.WARNING)
        .extracting(Rule::id)
        .containsExactlyInAnyOrder(
            "zone-size", "ds-delegation", "value-address", "value-duplicate", "address-reserved");
  }

  @Test
  void reservedAddressOfTheWrongFamilyIsOnlyAWrongValue() {
    assertThat(Rules.check(zone("www A ::1")))
        .extracting(finding -> finding.rule().id())
        .containsExactly("value-format");
  }

  private static Rule rule(String id) {
    return Rules.all().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  private static Case of(String rule, Subject subject, HostedZone broken, HostedZone fine) {
    return new Case(rule, subject, broken, fine);
  }

  private static Subject set(int index) {
    return new Subject.Set(index);
  }

  private static Subject value(int index, int value) {
    return new Subject.Value(index, value);
  }

  private static HostedZone named(String name) {
    return HostedZone.of(DomainName.of(name), List.of());
  }

  private static HostedZone commented(String comment) {
    return new HostedZone(
        DomainName.of("example.com"),
        comment,
        Map.of(),
        new Visibility.Public(),
        List.of(),
        Map.of(),
        List.of());
  }

  private static HostedZone ofSize(int sets) {
    return zone(
        IntStream.range(0, sets).mapToObj(i -> "n" + i + " A 8.8.8.8").toArray(String[]::new));
  }

  /** Record sets as {@code name type value…}; {@code ~} is a space in a value. */
  private static HostedZone zone(String... lines) {
    DomainName apex = DomainName.of("example.com");
    List<RecordSet> sets = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      DomainName name = words[0].equals("@") ? apex : apex.prepend(words[0]);
      List<String> values =
          Arrays.stream(words).skip(2).map(value -> value.replace('~', ' ')).toList();
      sets.add(RecordSet.simple(name, RecordType.valueOf(words[1]), 300, values));
    }
    return HostedZone.of(apex, sets);
  }
}
