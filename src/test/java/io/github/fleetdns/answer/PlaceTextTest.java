package io.github.fleetdns.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.GeoPlace;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTextTest {
  @Test
  void countriesStatesContinentsRegionsAndLocations() {
    assertThat(PlaceText.client("de")).isEqualTo(Client.in("DE"));
    assertThat(PlaceText.client("US-CA")).isEqualTo(Client.in("US", "CA"));
    assertThat(PlaceText.client("north-america").continent())
        .contains(GeoPlace.Continent.NORTH_AMERICA);
    assertThat(PlaceText.client("region:eu-west-1"))
        .isEqualTo(PlaceText.client("eu-west-1"))
        .isEqualTo(Client.inRegion("eu-west-1").withVpcRegion("eu-west-1"));
    assertThat(PlaceText.client("52.5, 13.4").at()).contains(new Point(52.5, 13.4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "QQ", "US-XX", "region:moon", "91,0", "0,181", "a,b", "earth", "1,2,3"})
  void whatIsNoPlaceIsSaid(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlaceText.client(text))
        .withMessageMatching("(?s).*(a place is|no AWS region|no state|a location is).*");
  }

  @Test
  void codesAreTheSameHoweverAPlaceWasWritten() {
    assertThat(
            Stream.of(
                "de", "us-ca", "EUROPE", "region:eu-west-1", "52.50, 13.4", "ua-11", "de,1,2"))
        .extracting(text -> PlaceText.place(text).code() + " " + PlaceText.place(text).title())
        .containsExactly(
            "DE Germany",
            "US-CA California",
            "europe europe",
            "eu-west-1 eu-west-1",
            "52.5,13.4 52.5,13.4",
            "UA-11 UA-11",
            "DE,1.0,2.0 Germany");
  }

  static Stream<Arguments> places() {
    Point berlin = new Point(52.5, 13.4);
    return Stream.of(
        Arguments.of("DE", Client.in("DE")),
        Arguments.of(" de ", Client.in("DE")),
        Arguments.of("NA", Client.in("NA")),
        Arguments.of("US-CA", Client.in("US", "CA")),
        Arguments.of("UA-11", Client.in("UA", "11")),
        Arguments.of(
            "north-america", Client.UNKNOWN.withContinent(GeoPlace.Continent.NORTH_AMERICA)),
        Arguments.of("region:us-east-1", Client.inRegion("us-east-1").withVpcRegion("us-east-1")),
        Arguments.of("52.5,13.4", Client.UNKNOWN.withPoint(berlin)),
        Arguments.of("52.5, 13.4", Client.UNKNOWN.withPoint(berlin)),
        Arguments.of("DE,52.5,13.4", Client.in("DE").withPoint(berlin)),
        Arguments.of("-33.9,-70.7", Client.UNKNOWN.withPoint(new Point(-33.9, -70.7))));
  }

  @ParameterizedTest
  @MethodSource("places")
  void aPlaceIsRead(String text, Client client) {
    assertThat(PlaceText.client(text)).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XX           | a place is a country",
        "Germany      | a place is a country",
        "US-XX        | no state XX",
        "region:moon  | moon is no AWS region",
        "91,0         | -90 to 90",
        "0,181        | -180 to 180",
        "52.5         | a place is a country",
        "52.5,        | a place is a country",
        "DE,52.5      | a location is",
        "1,2,3        | a place is a country",
        "DE,x,y       | a location is",
        "NaN,1        | a place is"
      })
  void anythingElseIsRefusedWithAWayOut(String text, String message) {
    assertThatThrownBy(() -> PlaceText.client(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
