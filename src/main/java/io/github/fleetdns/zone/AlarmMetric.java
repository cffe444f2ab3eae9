package io.github.fleetdns.zone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The metric that a CloudWatch alarm watches, and when it is in alarm.
 *
 * <p>The limits are those of alarms that Route 53 can follow: standard resolution, a plain
 * statistic, no metric math, every evaluated period in breach (Route 53 Developer Guide, "Values
 * that you specify when you create or update health checks").
 *
 * @param namespace the metric's namespace, such as {@code AWS/EC2}
 * @param name the metric's name
 * @param dimensions which of the metric's series, in the author's order
 * @param statistic what is made of the values of a period
 * @param periodSeconds the length of a period, a multiple of 60
 * @param threshold what the statistic is compared with
 * @param comparison how it is compared
 * @param evaluationPeriods how many periods in a row must be in breach, 1 or more
 */
public record AlarmMetric(
    String namespace,
    String name,
    Map<String, String> dimensions,
    Statistic statistic,
    int periodSeconds,
    double threshold,
    Comparison comparison,
    int evaluationPeriods) {

  /** The shortest period, and what every other is a multiple of. */
  public static final int MINUTE = 60;

  /** The most dimensions that a metric has. */
  public static final int MAX_DIMENSIONS = 30;

  private static final int HOUR = 3600;
  private static final int DAY = 86_400;
  private static final int WEEK = 604_800;

  /** Requires values in range; copies the dimensions. */
  public AlarmMetric {
    if (periodSeconds < MINUTE || periodSeconds % MINUTE != 0) {
      throw new IllegalArgumentException(
          "a period of " + periodSeconds + " s is no multiple of 60 s");
    }
    if (evaluationPeriods < 1) {
      throw new IllegalArgumentException(evaluationPeriods + " evaluation periods");
    }
    if (!Double.isFinite(threshold)) {
      throw new IllegalArgumentException("the threshold " + threshold + " is no number");
    }
    if ((long) periodSeconds * evaluationPeriods > maxWindowSeconds(periodSeconds)) {
      throw new IllegalArgumentException(
          evaluationPeriods + " periods of " + periodSeconds + " s are too long a window");
    }
    threshold += 0.0; // -0.0 is 0.0
    dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
  }

  /** The seconds that the alarm looks back, and after which it can be in alarm. */
  public long windowSeconds() {
    return (long) periodSeconds * evaluationPeriods;
  }

  /**
   * The longest window that CloudWatch takes for periods of this length: a day for those below an
   * hour, else seven days (PutMetricAlarm, {@code Period}).
   */
  public static long maxWindowSeconds(int periodSeconds) {
    return periodSeconds < HOUR ? DAY : WEEK;
  }

  /** The statistics of alarms that Route 53 can follow; percentiles are none of them. */
  public enum Statistic {
    AVERAGE("Average"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum"),
    SUM("Sum"),
    SAMPLE_COUNT("SampleCount");

    private final String code;

    Statistic(String code) {
      this.code = code;
    }

    /** CloudWatch's word. */
    public String code() {
      return code;
    }
  }

  /** When a period is in breach. */
  public enum Comparison {
    GREATER_THAN("greater-than", "GreaterThanThreshold"),
    GREATER_OR_EQUAL("greater-or-equal", "GreaterThanOrEqualToThreshold"),
    LESS_THAN("less-than", "LessThanThreshold"),
    LESS_OR_EQUAL("less-or-equal", "LessThanOrEqualToThreshold");

    private final String word;
    private final String code;

    Comparison(String word, String code) {
      this.word = word;
      this.code = code;
    }

    /** Fleet files' word. */
    public String word() {
      return word;
    }

    /** CloudWatch's word. */
    public String code() {
      return code;
    }
  }
}
