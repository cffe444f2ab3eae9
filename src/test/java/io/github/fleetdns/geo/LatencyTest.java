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
    assertThat(Latency.byDistance(HERE, HERE)).isEqualTo(10);
  }

  @Test
  void aThousandKilometresAreSixteenMilliseconds() {
    Point there = new Point(0, 1000 / 111.195);
    // There and back, 2000 km · 1.6 at 199.86 km/ms.
    assertThat(Latency.byDistance(HERE, there)).isCloseTo(10 + 16.01, within(0.01));
  }

  @Test
  void whoIsAtARegionIsLedOnAsThatWasMeasured() {
    AwsRegions.Region telAviv = AwsRegions.of("il-central-1").orElseThrow();
    AwsRegions.Region emirates = AwsRegions.of("me-central-1").orElseThrow();
    Latency.Estimate estimate = Latency.from(telAviv.point()).to(emirates);
    // The access network and what was measured, 147 ms, however near it is by distance.
    assertThat(estimate).isEqualTo(new Latency.Estimate(157, 15));
    assertThat(Latency.byDistance(telAviv.point(), emirates.point())).isLessThan(50);
  }

  @Test
  void ofSeveralNearRegionsTheShortestWayCounts() {
    // Between Frankfurt and Zurich: one of them is a little nearer, the other nearer to Milan.
    Point karlsruhe = new Point(49.01, 8.40);
    RegionLatencies measured = RegionLatencies.all();
    double viaFrankfurt = via(karlsruhe, "eu-central-1", "eu-south-1", measured);
    double viaZurich = via(karlsruhe, "eu-central-2", "eu-south-1", measured);
    assertThat(viaZurich).isLessThan(viaFrankfurt);
    assertThat(Latency.from(karlsruhe).to(AwsRegions.of("eu-south-1").orElseThrow()).millis())
        .isEqualTo(viaZurich);
  }

  private static double via(Point from, String near, String to, RegionLatencies measured) {
    return Latency.byDistance(from, AwsRegions.of(near).orElseThrow().point())
        + measured.between(near, to).orElseThrow();
  }

  @Test
  void whatWasNeverMeasuredIsEstimatedByDistanceWithItsOwnError() {
    Point wellington = new Point(-41.29, 174.78);
    AwsRegions.Region taipei = AwsRegions.of("ap-east-2").orElseThrow();
    double millis = Latency.byDistance(wellington, taipei.point());
    assertThat(Latency.from(wellington).to(taipei))
        .isEqualTo(new Latency.Estimate(millis, 0.3 * millis));
    AwsRegions.Region auckland = AwsRegions.of("ap-southeast-6").orElseThrow();
    assertThat(Latency.from(wellington).to(auckland).error()).isEqualTo(15);
  }

  @Property
  void fartherIsStrictlyLonger(
      @ForAll @DoubleRange(min = 0, max = 180) double near,
      @ForAll @DoubleRange(min = 0, max = 180) double far) {
    Point a = new Point(0, near);
    Point b = new Point(0, far);
    Assume.that(HERE.kmTo(a) < HERE.kmTo(b));
    assertThat(Latency.byDistance(HERE, a)).isLessThan(Latency.byDistance(HERE, b));
  }
}
