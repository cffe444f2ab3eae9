package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarmConfig;
import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import java.util.HashMap;
import java.util.Map;
import software.constructs.Construct;

/**
 * The CloudWatch alarms that health checks follow, each in the region of its metric.
 *
 * <p>Route 53 reads the alarm's settings when a check is made or changed, so an alarm that is tuned
 * gets another name; the new one must exist before the check is told of it, and the old one must
 * not go before.
 */
final class AlarmResources {
  private AlarmResources() {}

  /** Creates the alarms of a zone's checks; gives references to their names by check. */
  static Map<String, String> create(Construct scope, HostedZone zone, RegionalProviders providers) {
    Map<String, String> names = new HashMap<>();
    zone.healthChecks()
        .forEach(
            (check, kind) -> {
              if (kind instanceof HealthCheck.CloudWatchAlarm alarm && alarm.metric().isPresent()) {
                names.put(check, create(scope, zone, check, alarm, providers));
              }
            });
    return names;
  }

  private static String create(
      Construct scope,
      HostedZone zone,
      String check,
      HealthCheck.CloudWatchAlarm alarm,
      RegionalProviders providers) {
    AlarmMetric metric = alarm.metric().orElseThrow();
    CloudwatchMetricAlarmConfig.Builder config =
        CloudwatchMetricAlarmConfig.builder()
            .alarmName(TerraformText.literal(alarm.alarm()))
            .alarmDescription(
                TerraformText.literal(
                    "While in alarm, Route 53 health check " + check + " is unhealthy."))
            .namespace(TerraformText.literal(metric.namespace()))
            .metricName(TerraformText.literal(metric.name()))
            .statistic(metric.statistic().code())
            .period(metric.periodSeconds())
            .threshold(metric.threshold())
            .comparisonOperator(metric.comparison().code())
            .evaluationPeriods(metric.evaluationPeriods())
            .lifecycle(TerraformResourceLifecycle.builder().createBeforeDestroy(true).build());
    if (!metric.dimensions().isEmpty()) {
      config.dimensions(TerraformText.literals(metric.dimensions()));
    }
    if (!zone.tags().isEmpty()) {
      config.tags(TerraformText.literals(zone.tags()));
    }
    providers.in(alarm.region()).ifPresent(config::provider);
    return new CloudwatchMetricAlarm(scope, ResourceNames.ofAlarm(check), config.build())
        .getAlarmName();
  }
}
