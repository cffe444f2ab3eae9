package io.github.fleetdns.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {

  @Test
  void locationIsWrittenTheWayEditorsOpenIt() {
    assertThat(new Location("a/fleet.yaml", 14, 9)).hasToString("a/fleet.yaml:14:9");
    assertThat(Location.startOf("f")).hasToString("f:1:1");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "-1, 1"})
  void linesAndColumnsCountFromOne(int line, int column) {
    assertThatThrownBy(() -> new Location("f", line, column))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void locationsAreInTheOrderOfFileLineAndColumn() {
    assertThat(new Location("a", 2, 1)).isGreaterThan(new Location("a", 1, 9));
    assertThat(new Location("a", 10, 2)).isGreaterThan(new Location("a", 9, 3));
    assertThat(new Location("a", 1, 10)).isGreaterThan(new Location("a", 1, 9));
    assertThat(new Location("b", 1, 1)).isGreaterThan(new Location("a", 9, 9));
  }

  @Test
  void placeBehindATextCountsLinesOfEveryKindAndWholeCharacters() {
    assertThat(Location.after("f", "")).hasToString("f:1:1");
    assertThat(Location.after("f", "a\nb\r\nc\rd🚀")).hasToString("f:4:3");
    assertThat(Location.after("f", "a\n")).hasToString("f:2:1");
  }
}
