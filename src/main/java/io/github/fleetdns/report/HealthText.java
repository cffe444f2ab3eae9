package io.github.fleetdns.report;

import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.HealthCheck;
import java.math.BigDecimal;

/** Health checks in a few words. */
final class HealthText {
  private HealthText() {}

  /** What a check looks at: {@code HTTPS :443/healthz every 30 s, 3 failures}. */
  static String of(HealthCheck check) {
    return kind(check)
        + (check.common().inverted() ? ", inverted" : "")
        + (check.common().disabled() ? ", disabled" : "");
  }

  private static String kind(HealthCheck check) {
    return check.match(
        endpoint ->
            endpoint.protocol()
                + " :"
                + endpoint.port()
                + endpoint.path().orElse("")
                + " every "
                + endpoint.interval()
                + " s, "
                + ProblemReport.plural(endpoint.failures(), "failure"),
        calculated -> calculated.atLeast() + " of " + String.join(", ", calculated.children()),
        alarm ->
            alarm
                .metric()
                .map(metric -> load(metric, alarm.region()))
                .orElse("the CloudWatch alarm " + alarm.alarm() + " in " + alarm.region()),
        control -> "the routing control " + control.arn());
  }

  private static String load(AlarmMetric metric, String region) {
    return metric.statistic().code()
        + " of "
        + metric.namespace()
        + " "
        + metric.name()
        + " in "
        + region
        + " not "
        + metric.comparison().word().replace('-', ' ')
        + " "
        + new BigDecimal(Double.toString(metric.threshold())).stripTrailingZeros().toPlainString()
        + " for "
        + ProblemReport.plural(metric.evaluationPeriods(), "period")
        + " of "
        + metric.periodSeconds()
        + " s";
  }
}
