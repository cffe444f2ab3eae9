package io.github.fleetdns.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.geo.States;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldMapTest {
  private static final WorldMap MAP = WorldMap.read();

  @Test
  void whatIsHardToSeeIsKnownToBeSmall() {
    for (String code : MAP.outlines().keySet()) {
      Rectangle2D box = shape(code).getBounds2D();
      if (!MAP.isSmall(code)) {
        assertThat(box.getWidth() * box.getHeight()).as(code).isGreaterThan(400);
      }
    }
    assertThat(MAP.isSmall("SG")).isTrue();
    assertThat(MAP.isSmall("LU")).isTrue();
    assertThat(MAP.isSmall("US-RI")).isTrue();
    assertThat(MAP.isSmall("BE")).isFalse();
  }

  @Test
  void countriesThatNaturalEarthDrawsWithAnotherAreOnTheirOwn() {
    Rectangle2D france = shape("FR").getBounds2D();
    assertThat(france.getWidth() * france.getHeight()).isLessThan(150 * 150);
    assertThat(MAP.outlines()).containsKeys("GF", "RE", "SJ", "XK");
  }

  /** Which proves the projection of points, the outlines and the codes at once. */
  @Test
  void peopleLiveWithinTheOutlineOfTheirCountry() {
    for (Countries.Country country : Countries.all()) {
      if (!MAP.isSmall(country.code())) {
        assertThat(isAt(country.code(), country.point())).as(country.toString()).isTrue();
      }
    }
    for (States.State state : States.all()) {
      if (!MAP.isSmall("US-" + state.code())) {
        assertThat(isAt("US-" + state.code(), state.point())).as(state.toString()).isTrue();
      }
    }
  }

  @Test
  void regionsAreInTheirCountries() {
    for (AwsRegions.Region region : AwsRegions.all()) {
      if (MAP.outline(region.country()).isPresent()) {
        assertThat(isAt(region.country(), region.point())).as(region.name()).isTrue();
      }
      region
          .subdivision()
          .ifPresent(
              state -> assertThat(isAt("US-" + state, region.point())).as(region.name()).isTrue());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 2000, 973.5",
    "0, 180, 4000, 973.5",
    "0, -180, 0, 973.5",
    "90, 0, 2000, 0",
    "-90, 0, 2000, 1947",
    // Equal Earth: the poles are lines of 0.5925 of the equator's length.
    "90, 180, 3185, 0",
  })
  void theCornersOfTheEarthAreTheCornersOfTheMap(double lat, double lon, double x, double y) {
    WorldMap.Position position = MAP.at(new Point(lat, lon));
    assertThat(position.x()).isCloseTo(x, within(1.0));
    assertThat(position.y()).isCloseTo(y, within(1.0));
  }

  @Test
  void partsOfTheMapHaveTheAreaThatTheyHaveOnTheEarth() {
    // 9.98 million km² of 510 in all, 0.36, and 7.69.
    double square = area(shape(MAP.sphere())) / 510.1;
    assertThat(area(shape("CA")) / square).isCloseTo(9.98, within(0.3));
    assertThat(area(shape("DE")) / square).isCloseTo(0.357, within(0.02));
    assertThat(area(shape("AU")) / square).isCloseTo(7.69, within(0.15));
  }

  @Test
  void theSourceIsNamedWithItsLicence() {
    assertThat(MAP.source()).contains("Natural Earth", "public domain", "world-atlas", "d3-geo");
  }

  /** Whether a point is in an outline or within some 25 km of it, as coasts are simplified. */
  private static boolean isAt(String code, Point point) {
    WorldMap.Position p = MAP.at(point);
    return shape(code).intersects(p.x() - 2.5, p.y() - 2.5, 5, 5);
  }

  private static Path2D shape(String codeOrPath) {
    String path = MAP.outline(codeOrPath).orElse(codeOrPath);
    Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    double x = 0;
    double y = 0;
    for (String ring : path.split("m", -1)) {
      List<Double> numbers =
          Pattern.compile("-?\\d+")
              .matcher(ring)
              .results()
              .map(MatchResult::group)
              .map(Double::valueOf)
              .toList();
      for (int i = 0; i + 1 < numbers.size(); i += 2) {
        x += numbers.get(i);
        y += numbers.get(i + 1);
        if (i == 0) {
          shape.moveTo(x, y);
        } else {
          shape.lineTo(x, y);
        }
      }
      if (!numbers.isEmpty()) {
        shape.closePath();
        x = ((Path2D.Double) shape).getCurrentPoint().getX();
        y = shape.getCurrentPoint().getY();
      }
    }
    return shape;
  }

  private static double area(Path2D shape) {
    double area = 0;
    double[] at = new double[6];
    double[] before = new double[2];
    double[] start = new double[2];
    for (var i = new Area(shape).getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      if (kind == java.awt.geom.PathIterator.SEG_MOVETO) {
        start = new double[] {at[0], at[1]};
      } else {
        double[] to = kind == java.awt.geom.PathIterator.SEG_CLOSE ? start : at;
        area += (before[0] * to[1] - to[0] * before[1]) / 2;
      }
      before =
          kind == java.awt.geom.PathIterator.SEG_CLOSE
              ? start.clone()
              : new double[] {at[0], at[1]};
    }
    return Math.abs(area);
  }
}
