package io.github.fleetdns.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.geo.AwsRegions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapPinsTest {
  @Test
  void pinsThatAreFarApartStayWhereTheyAre() {
    List<WorldMap.Position> pins =
        List.of(new WorldMap.Position(100, 100), new WorldMap.Position(500, 100));
    assertThat(MapPins.apart(pins)).isEqualTo(pins);
  }

  @Test
  void allRegionsCanBeSeenAtOnce() {
    WorldMap map = WorldMap.read();
    List<WorldMap.Position> anchors =
        AwsRegions.all().stream().map(region -> map.at(region.point())).toList();
    List<WorldMap.Position> pins = MapPins.apart(anchors);
    assertThat(nearest(pins)).isGreaterThan(80);
    for (int i = 0; i < pins.size(); i++) {
      assertThat(distance(pins.get(i), anchors.get(i))).isLessThan(450);
    }
  }

  @Test
  void pinsAtOnePlacePart() {
    List<WorldMap.Position> pins =
        new ArrayList<>(Collections.nCopies(5, new WorldMap.Position(900, 700)));
    assertThat(nearest(MapPins.apart(pins))).isGreaterThan(85);
  }

  private static double nearest(List<WorldMap.Position> pins) {
    double nearest = Double.MAX_VALUE;
    for (int i = 0; i < pins.size(); i++) {
      for (int j = i + 1; j < pins.size(); j++) {
        nearest = Math.min(nearest, distance(pins.get(i), pins.get(j)));
      }
    }
    return nearest;
  }

  private static double distance(WorldMap.Position a, WorldMap.Position b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }
}
