package io.github.fleetdns.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private static final Point HERE = new Point(0, 0);

  @Test
  void nextDoorIsTheAccessNetworkAlone() {
    assertThat(Latency.estimateMillis(HERE, HERE)).isEqualTo(10);
  }

  @Test
  void aThousandKilometresAreSixteenMilliseconds() {
    Point there = new Point(0, 1000 / 111.195);
    // There and back, 2000 km · 1.6 at 199.86 km/ms.
    assertThat(Latency.estimateMillis(HERE, there)).isCloseTo(10 + 16.01, within(0.01));
  }

  @Property
  void fartherIsStrictlyLonger(
      @ForAll @DoubleRange(min = 0, max = 180) double near,
      @ForAll @DoubleRange(min = 0, max = 180) double far) {
    Point a = new Point(0, near);
    Point b = new Point(0, far);
    Assume.that(HERE.kmTo(a) < HERE.kmTo(b));
    assertThat(Latency.estimateMillis(HERE, a)).isLessThan(Latency.estimateMillis(HERE, b));
  }
}
