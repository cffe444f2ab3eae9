package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimingsTest {
  @Test
  void theLauncherTellsWhenItStarted() {
    assertThat(Timings.launch("1795536000.250000"))
        .contains(Instant.parse("2026-11-24T16:00:00.250Z"));
    assertThat(Timings.launch("1795536000,250000")).isEqualTo(Timings.launch("1795536000.250000"));
    assertThat(Timings.launch("")).isEmpty();
    assertThat(Timings.launch("yesterday")).isEmpty();
  }

  @Test
  void phasesFollowEachOtherAndAddUp() {
    Instant start = Instant.ofEpochMilli(1_000);
    Timings timings = new Timings(start);
    timings.end("starting", start.plusMillis(120));
    timings.end("reading", start.plusMillis(1_500));
    timings.end("starting", start.plusMillis(1_600));
    assertThat(timings.lines())
        .containsExactly("   220 ms  starting", "  1380 ms  reading", "  1600 ms  all");
  }
}
