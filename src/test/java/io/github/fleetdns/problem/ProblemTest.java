package io.github.fleetdns.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
  private static final Location PLACE = new Location("fleet.yaml", 14, 9);

  @Test
  void problemSaysWhereWhatAndWhichRule() {
    assertThat(Problem.error(PLACE, "weighted-range", "weight 300 is outside 0–255"))
        .hasToString("fleet.yaml:14:9: error: weight 300 is outside 0–255 (weighted-range)");
    assertThat(Problem.warning(PLACE, "x", "y")).hasToString("fleet.yaml:14:9: warning: y (x)");
  }

  @Test
  void onlyErrorsStopTheWork() {
    assertThat(Problem.error(PLACE, "x", "y").isError()).isTrue();
    assertThat(Problem.warning(PLACE, "x", "y").isError()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\u001b[31m", "\u0000", "\u2028", "\u0085", "\uD83D"})
  void messageStaysOneLineThatIsSafeToPrint(String quoted) {
    assertThat(Problem.error(PLACE, "x", "found a" + quoted + "b").message())
        .startsWith("found a\\u")
        .doesNotContain(quoted);
  }

  @Test
  void everyOtherCharacterIsKept() {
    assertThat(Problem.error(PLACE, "x", "0–255 → é🚀 \\ \"").message())
        .isEqualTo("0–255 → é🚀 \\ \"");
  }
}
