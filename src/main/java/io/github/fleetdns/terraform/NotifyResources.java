package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm;
import com.hashicorp.cdktf.providers.aws.cloudwatch_metric_alarm.CloudwatchMetricAlarmConfig;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopic;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopicConfig;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscription;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscriptionConfig;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Monitoring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * Alarms on the results of health checks, and the topic that they tell. Route 53 has its metrics in
 * us-east-1 only, and an alarm tells topics of its own region only.
 */
final class NotifyResources {
  private final Construct scope;
  private final Fleet fleet;
  private final Optional<TerraformProvider> provider;

  private NotifyResources(Construct scope, Fleet fleet, Optional<TerraformProvider> provider) {
    this.scope = scope;
    this.fleet = fleet;
    this.provider = provider;
  }

  /** Creates what tells of the checks, given by name and id, if the fleet asks for it. */
  static void create(
      Construct scope, Fleet fleet, Map<String, String> checkIds, RegionalProviders providers) {
    Optional<Monitoring.Notify> notify = fleet.monitoring().notification();
    if (notify.isEmpty()) {
      return;
    }
    NotifyResources resources =
        new NotifyResources(scope, fleet, providers.in(RegionalProviders.ROUTE53));
    String topic = resources.topic(notify.get());
    new TreeMap<>(checkIds).forEach((check, id) -> resources.alarm(check, id, topic));
  }

  /** The ARN of the topic. */
  private String topic(Monitoring.Notify notify) {
    return notify.match(Monitoring.Topic::arn, this::topic);
  }

  private String topic(Monitoring.Email notify) {
    SnsTopicConfig.Builder config = SnsTopicConfig.builder().name(fleet.name() + "-health");
    if (!fleet.tags().isEmpty()) {
      config.tags(TerraformText.literals(fleet.tags()));
    }
    provider.ifPresent(config::provider);
    String arn = new SnsTopic(scope, "health-topic", config.build()).getArn();
    for (String address : notify.addresses()) {
      SnsTopicSubscriptionConfig.Builder subscription =
          SnsTopicSubscriptionConfig.builder()
              .topicArn(arn)
              .protocol("email")
              .endpoint(TerraformText.literal(address));
      provider.ifPresent(subscription::provider);
      new SnsTopicSubscription(scope, ResourceNames.ofSubscription(address), subscription.build());
    }
    return arn;
  }

  private void alarm(String check, String id, String topic) {
    CloudwatchMetricAlarmConfig.Builder config =
        CloudwatchMetricAlarmConfig.builder()
            .alarmName(fleet.name() + "-" + check + "-unhealthy")
            .alarmDescription(
                TerraformText.literal(
                    "Health check " + check + " of zone " + fleet.zone().name() + " is unhealthy."))
            .namespace(Route53Metrics.NAMESPACE)
            .metricName(Route53Metrics.STATUS)
            .dimensions(Map.of(Route53Metrics.CHECK, id))
            .statistic("Minimum")
            .period(60)
            .threshold(1)
            .comparisonOperator("LessThanThreshold")
            .evaluationPeriods(1)
            .alarmActions(List.of(topic))
            .okActions(List.of(topic));
    if (!fleet.tags().isEmpty()) {
      config.tags(TerraformText.literals(fleet.tags()));
    }
    provider.ifPresent(config::provider);
    new CloudwatchMetricAlarm(scope, ResourceNames.ofNotification(check), config.build());
  }
}
