package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.TestZone.set;
import static io.github.fleetdns.zone.rule.TestZone.zone;

import io.github.fleetdns.zone.GeoPlace;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about the places of geolocation routing. */
class GeolocationRulesTest {

  static Stream<RuleCase> cases() {
    return Stream.of(
        RuleCase.of(
            "geolocation-country",
            0,
            zone(set("a").country("ZZ")),
            zone(set("a").country("DE"), set("b").everywhere())),
        RuleCase.of(
            "geolocation-country",
            0,
            zone(set("a").country("HM")),
            zone(set("a").country("XK"), set("b").geo(GeoPlace.Continent.ASIA))),
        RuleCase.of(
            "geolocation-country", 0, zone(set("a").country("us")), zone(set("a").country("US"))),
        RuleCase.of(
            "geolocation-state", 0, zone(set("a").state("CA", "ON")), zone(set("a").country("CA"))),
        RuleCase.of(
            "geolocation-state",
            0,
            zone(set("a").state("US", "XX")),
            zone(
                set("a").state("US", "DC"),
                set("b").state("UA", "11"),
                set("c").state("US", "PR"))),
        RuleCase.of(
            "geolocation-state-unverified",
            0,
            zone(set("a").state("UA", "11")),
            zone(set("a").country("UA"))),
        RuleCase.of(
            "geolocation-state-unverified",
            0,
            zone(set("a").state("US", "PR")),
            zone(set("a").country("PR"), set("b").state("US", "CA"))),
        RuleCase.of(
            "geolocation-default",
            0,
            zone(set("a").country("DE"), set("b").country("FR")),
            zone(set("a").country("DE"), set("b").everywhere())),
        RuleCase.of(
            "geolocation-us",
            0,
            zone(set("a").state("US", "CA"), set("b").everywhere()),
            zone(set("a").state("US", "CA"), set("b").country("US"))),
        RuleCase.of(
            "geolocation-us",
            0,
            zone(set("a").state("US", "CA")),
            zone(set("a").state("UA", "11"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleFindsWhatBreaksItAndNothingElse(RuleCase example) {
    example.verify();
  }
}
