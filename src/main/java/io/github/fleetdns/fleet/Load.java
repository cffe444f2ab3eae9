package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.HealthCheck;

/**
 * When a server is overloaded: it leaves DNS while a CloudWatch metric is in breach.
 *
 * <p>Lack of data means the last known status unless said otherwise. An agent that stops, or a
 * metrics pipeline that breaks, silences every server at once: {@code UNHEALTHY} would take the
 * whole fleet out for that, and {@code HEALTHY} would bring back a server that was overloaded when
 * it fell silent. The last known status changes nothing until there is data again, and a new check
 * without any counts as healthy (Route 53 Developer Guide, {@code LastKnownStatus}).
 *
 * @param metric the metric and its threshold, in the endpoint's own region
 * @param insufficientData what lack of data means
 */
public record Load(AlarmMetric metric, HealthCheck.InsufficientData insufficientData) {

  /** What lack of data means when nothing is said. */
  public static final HealthCheck.InsufficientData DEFAULT_INSUFFICIENT_DATA =
      HealthCheck.InsufficientData.LAST_KNOWN_STATUS;

  /** The statistic when nothing is said. */
  public static final AlarmMetric.Statistic DEFAULT_STATISTIC = AlarmMetric.Statistic.AVERAGE;

  /** The comparison when nothing is said. */
  public static final AlarmMetric.Comparison DEFAULT_COMPARISON =
      AlarmMetric.Comparison.GREATER_THAN;

  /** The seconds of a period when nothing is said. */
  public static final int DEFAULT_PERIOD = AlarmMetric.MINUTE;

  /** How many periods in a row must be in breach when nothing is said. */
  public static final int DEFAULT_EVALUATION_PERIODS = 3;
}
