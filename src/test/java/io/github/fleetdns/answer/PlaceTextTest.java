package io.github.fleetdns.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.GeoPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
