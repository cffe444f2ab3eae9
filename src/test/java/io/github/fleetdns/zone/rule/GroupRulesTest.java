package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RecordType;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about the record sets of one name and type. */
class GroupRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.of(
            "group-policy",
            1,
            zone(set("a").weighted(1), set("b").latency("eu-west-1")),
            zone(set("a").weighted(1), set("b").weighted(0), set("www", "c").multivalue())),
        RuleCase.of(
            "group-simple",
            0,
            zone(set(""), set("b").weighted(1)),
            zone(set("").type(RecordType.AAAA), set("b").weighted(1))),
        RuleCase.of(
            "latency-unique",
            1,
            zone(set("a").latency("eu-west-1"), set("b").latency("eu-west-1")),
            zone(
                set("a").latency("eu-west-1"),
                set("b").latency("eu-west-2"),
                set("c", "c").latency("eu-west-1"))),
        RuleCase.of(
            "geolocation-unique",
            1,
            zone(set("a").country("DE"), set("b").country("DE")),
            zone(set("a").country("NA"), set("b").geo(GeoPlace.Continent.NORTH_AMERICA))),
        RuleCase.of(
            "geolocation-unique",
            1,
            zone(set("a").everywhere(), set("b").everywhere()),
            zone(set("a").state("US", "CA"), set("b").country("US"))),
        RuleCase.of(
            "geoproximity-unique",
            1,
            zone(set("a").near("1.5", "0"), set("b").near("1.50", "-0")),
            zone(
                set("a").near("1.5", "0"), set("b").near("1.51", "0"), set("c").near("north", ""))),
        RuleCase.of(
            "geoproximity-unique",
            1,
            zone(set("a").near(EAST, 1), set("b").near(EAST, 2)),
            zone(set("a").near(EAST, 1), set("b").near(new GeoLocation.LocalZone("us-east-1"), 1))),
        RuleCase.of(
            "cidr-unique",
            1,
            zone(set("a").cidr("c", "x"), set("b").cidr("c", "x")),
            zone(set("a").cidr("c", "x"), set("b").cidr("c", "*"))),
        RuleCase.of(
            "weighted-ttl",
            1,
            zone(set("a").weighted(1).ttl(60), set("b").weighted(1).ttl(61)),
            zone(
                set("a").weighted(1).ttl(60),
                set("b").weighted(1).alias("www"),
                set("c").weighted(1).ttl(60))),
        RuleCase.of(
            "weighted-ttl",
            2,
            zone(
                set("a").weighted(1).alias("www"),
                set("b").weighted(1).ttl(60),
                set("c").weighted(0).ttl(30)),
            zone(set("a").latency("eu-west-1").ttl(60), set("b").latency("eu-west-2").ttl(30))),
        RuleCase.of(
            "weighted-ttl-alias",
            1,
            zone(set("a").weighted(1).lookedUp(), set("b").weighted(1).ttl(300)),
            zone(set("a").weighted(1).lookedUp(), set("b").weighted(1).ttl(60))),
        RuleCase.of(
            "weighted-ttl-alias",
            1,
            zone(set("a").weighted(1).balancer(), set("b").weighted(1).ttl(300)),
            zone(set("a").weighted(1).balancer(), set("b").weighted(1).ttl(60))),
        RuleCase.of(
            "cidr-collection",
            1,
            zone(set("a").cidr("c", "x"), set("b").cidr("d", "y")),
            zone(set("a").cidr("c", "x"), set("b").cidr("c", "y"), set("www", "a").cidr("d", "y"))),
        RuleCase.of("group-size", 0, zone(weighted(101)), zone(weighted(100))),
        RuleCase.of("group-size", 0, zone(near(31)), zone(near(30))),
        RuleCase.of(
            "group-checks",
            1,
            zone(set("a").weighted(1).checked("a"), set("b").weighted(1)),
            zone(
                set("a").weighted(1).checked("a"),
                set("b").weighted(1).checked("b"),
                set("c").weighted(1).balancer())),
        RuleCase.of(
            "group-checks",
            0,
            zone(set("a").multivalue(), set("b").multivalue().checked("b")),
            zone(set("a").primary().checked("a"), set("b").secondary())),
        RuleCase.of(
            "ipv6-partial",
            1,
            zone(
                set("a").weighted(1),
                set("b").weighted(1),
                set("a").weighted(1).type(RecordType.AAAA)),
            zone(set("a").weighted(1), set("b").weighted(1))),
        RuleCase.of(
            "ipv6-partial",
            0,
            zone(
                set("a").weighted(1),
                set("b").weighted(1),
                set("b").weighted(1).type(RecordType.AAAA)),
            zone(
                set("a").weighted(1),
                set("a").weighted(1).type(RecordType.AAAA),
                set("b").weighted(1).type(RecordType.AAAA))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }

  private static final GeoLocation EAST = new GeoLocation.Region("us-east-1");

  private static TestZone.Set[] weighted(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> set("s" + i).weighted(1))
        .toArray(TestZone.Set[]::new);
  }

  private static TestZone.Set[] near(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> set("s" + i).near("0", "" + i))
        .toArray(TestZone.Set[]::new);
  }

  @Test
  void bothOfAClashAreNamed() {
    TestZone zone = zone(set("a").latency("eu-west-1"), set("b").latency("eu-west-1"));

    assertThat(Rules.check(zone.build()))
        .filteredOn(finding -> finding.rule().id().equals("latency-unique"))
        .singleElement()
        .extracting(finding -> finding.message().toString())
        .asString()
        .contains("api.example.com A \"a\"", "api.example.com A \"b\"", "eu-west-1");
  }
}
