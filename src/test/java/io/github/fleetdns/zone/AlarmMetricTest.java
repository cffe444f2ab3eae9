package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmMetricTest {
  @ParameterizedTest
  @CsvSource({"60, 1440", "300, 288", "3600, 168", "86400, 7"})
  void aWindowOfADayOrAWeekIsTheLongest(int period, int periods) {
    assertThat(metric(period, periods, 1).windowSeconds())
        .isEqualTo(AlarmMetric.maxWindowSeconds(period));
    assertThatIllegalArgumentException().isThrownBy(() -> metric(period, periods + 1, 1));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "10, 1", "90, 1", "-60, 1", "60, 0"})
  void periodsAreMultiplesOfAMinute(int period, int periods) {
    assertThatIllegalArgumentException().isThrownBy(() -> metric(period, periods, 1));
  }

  @Test
  void aThresholdIsANumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> metric(60, 1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> metric(60, 1, Double.POSITIVE_INFINITY));
    assertThat(metric(60, 1, -0.0)).isEqualTo(metric(60, 1, 0.0));
  }

  private static AlarmMetric metric(int period, int periods, double threshold) {
    return new AlarmMetric(
        "AWS/EC2",
        "CPUUtilization",
        Map.of(),
        AlarmMetric.Statistic.AVERAGE,
        period,
        threshold,
        AlarmMetric.Comparison.GREATER_THAN,
        periods);
  }
}
