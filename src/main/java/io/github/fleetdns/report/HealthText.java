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
    if (check instanceof HealthCheck.Endpoint endpoint) {
      return endpoint.protocol()
          + " :"
          + endpoint.port()
          + endpoint.path().orElse("")
          + " every "
          + endpoint.interval()
          + " s, "
          + ProblemReport.plural(endpoint.failures(), "failure");
    }
    if (check instanceof HealthCheck.Calculated calculated) {
      return calculated.atLeast() + " of " + String.join(", ", calculated.children());
    }
    if (check instanceof HealthCheck.CloudWatchAlarm alarm && alarm.metric().isPresent()) {
      return load(alarm.metric().get(), alarm.region());
    }
    if (check instanceof HealthCheck.CloudWatchAlarm alarm) {
      return "the CloudWatch alarm " + alarm.alarm() + " in " + alarm.region();
    }
    return "the routing control " + ((HealthCheck.RoutingControl) check).arn();
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
