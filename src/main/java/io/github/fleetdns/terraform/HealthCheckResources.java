package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.route53_health_check.Route53HealthCheck;
import com.hashicorp.cdktf.providers.aws.route53_health_check.Route53HealthCheckConfig;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.IpAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * The {@code aws_route53_health_check} resources of a zone.
 *
 * <p>A check that cannot be changed is made anew, before the old one goes, so that record sets and
 * calculated checks are led to it in between.
 */
final class HealthCheckResources {
  private HealthCheckResources() {}

  /**
   * Creates the checks, calculated ones after what they count; gives their ids by name.
   *
   * @param alarmNames references to the names of the alarms that are created too, by check
   * @param checkTags all the tags of the checks that do not have the zone's and their name
   */
  static Map<String, String> create(
      Construct scope,
      HostedZone zone,
      Map<String, String> alarmNames,
      Map<String, Map<String, String>> checkTags) {
    Map<String, String> ids = new HashMap<>();
    zone.healthChecks()
        .forEach(
            (name, check) -> {
              if (check.children().isEmpty()) {
                ids.put(name, create(scope, zone, name, check, ids, alarmNames, checkTags));
              }
            });
    zone.healthChecks()
        .forEach(
            (name, check) -> {
              if (!check.children().isEmpty()) {
                ids.put(name, create(scope, zone, name, check, ids, alarmNames, checkTags));
              }
            });
    return ids;
  }

  private static String create(
      Construct scope,
      HostedZone zone,
      String name,
      HealthCheck check,
      Map<String, String> ids,
      Map<String, String> alarmNames,
      Map<String, Map<String, String>> checkTags) {
    Map<String, String> tags = new LinkedHashMap<>(zone.tags());
    tags.put("Name", name);
    tags = checkTags.getOrDefault(name, tags);
    Route53HealthCheckConfig.Builder config =
        Route53HealthCheckConfig.builder()
            .lifecycle(TerraformResourceLifecycle.builder().createBeforeDestroy(true).build());
    if (!tags.isEmpty()) {
      config.tags(TerraformText.literals(tags));
    }
    if (check.common().inverted()) {
      config.invertHealthcheck(true);
    }
    if (check.common().disabled()) {
      config.disabled(true);
    }
    check.match(
        endpoint -> endpoint(config, endpoint),
        calculated ->
            config
                .type("CALCULATED")
                .childHealthThreshold(calculated.atLeast())
                .childHealthchecks(
                    calculated.children().stream().map(c -> ids.getOrDefault(c, c)).toList()),
        alarm ->
            config
                .type("CLOUDWATCH_METRIC")
                .cloudwatchAlarmName(
                    alarmNames.getOrDefault(name, TerraformText.literal(alarm.alarm())))
                .cloudwatchAlarmRegion(alarm.region())
                .insufficientDataHealthStatus(alarm.insufficientData().code()),
        control -> config.type("RECOVERY_CONTROL").routingControlArn(control.arn()));
    return new Route53HealthCheck(scope, ResourceNames.ofHealthCheck(name, check), config.build())
        .getId();
  }

  private static Route53HealthCheckConfig.Builder endpoint(
      Route53HealthCheckConfig.Builder config, HealthCheck.Endpoint check) {
    config
        .type(check.protocol() + (check.search().isPresent() ? "_STR_MATCH" : ""))
        .port(check.port())
        .requestInterval(check.interval())
        .failureThreshold(check.failures());
    check.address().map(IpAddress::toString).ifPresent(config::ipAddress);
    check.host().map(TerraformText::literal).ifPresent(config::fqdn);
    check.path().map(TerraformText::literal).ifPresent(config::resourcePath);
    check.search().map(TerraformText::literal).ifPresent(config::searchString);
    check.sni().ifPresent(config::enableSni);
    if (!check.regions().isEmpty()) {
      config.regions(List.copyOf(check.regions()));
    }
    if (check.measureLatency()) {
      config.measureLatency(true);
    }
    return config;
  }
}
