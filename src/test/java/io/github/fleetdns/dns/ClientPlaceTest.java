package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.GeoPlace;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClientPlaceTest {
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
    assertThat(ClientPlace.parse(text)).isEqualTo(client);
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
    assertThatThrownBy(() -> ClientPlace.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
