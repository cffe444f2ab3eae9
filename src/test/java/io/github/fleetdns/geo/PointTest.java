package io.github.fleetdns.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointTest {
  @ParameterizedTest
  @CsvSource({
    // A degree of a great circle is 6371.0088 km · π / 180.
    "0, 0, 0, 1, 111.195",
    "0, 0, 1, 0, 111.195",
    "0, 179.5, 0, -179.5, 111.195",
    "0, 0, 0, 180, 20015.11",
    "90, 0, -90, 77, 20015.11",
    "90, 12, 90, -99, 0",
    // Frankfurt to Singapore.
    "50.12, 8.68, 1.29, 103.85, 10265",
  })
  void distanceIsThatOfTheGreatCircle(
      double lat, double lon, double otherLat, double otherLon, double km) {
    assertThat(new Point(lat, lon).kmTo(new Point(otherLat, otherLon)))
        .isCloseTo(km, within(Math.max(0.01, km / 2000)));
  }

  @Test
  void metresAreToldApart() {
    assertThat(new Point(50, 8).kmTo(new Point(50.00001, 8))).isCloseTo(0.00111, within(0.00001));
  }

  @Property
  void distanceIsTheSameBothWaysAndAtMostHalfWayRound(
      @ForAll @DoubleRange(min = -90, max = 90) double lat,
      @ForAll @DoubleRange(min = -180, max = 180) double lon,
      @ForAll @DoubleRange(min = -90, max = 90) double otherLat,
      @ForAll @DoubleRange(min = -180, max = 180) double otherLon) {
    Point a = new Point(lat, lon);
    Point b = new Point(otherLat, otherLon);
    assertThat(a.kmTo(b)).isCloseTo(b.kmTo(a), within(1e-6)).isBetween(0.0, 20015.12);
    assertThat(a.kmTo(a)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"90.01, 0", "-90.01, 0", "0, 180.01", "0, -180.01", "NaN, 0", "0, NaN"})
  void outsideOfTheEarthIsNoPoint(double latitude, double longitude) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Point(latitude, longitude))
        .withMessageContaining("no point on the earth");
  }
}
