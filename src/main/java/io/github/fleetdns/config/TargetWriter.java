package io.github.fleetdns.config;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Load;
import io.github.fleetdns.fleet.Monitoring;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.LoadBalancerZones;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Aliased targets, loads and monitoring as the maps and lists of a fleet file. */
final class TargetWriter {
  private TargetWriter() {}

  /**
   * Adds the keys of a target to an endpoint.
   *
   * @throws IllegalArgumentException if it is a Terraform reference, which files cannot express
   */
  static void put(Map<String, Object> endpoint, Target.Alias target) {
    AliasedResource resource = target.resource();
    if (resource instanceof AliasedResource.LoadBalancer balancer) {
      endpoint.put("load-balancer", loadBalancer(balancer));
    } else if (resource instanceof AliasedResource.NamedLoadBalancer balancer) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("name", balancer.name());
      balancer.region().ifPresent(region -> map.put("region", region));
      endpoint.put("load-balancer", map);
    } else if (resource instanceof AliasedResource.CloudFront distribution) {
      endpoint.put("cloudfront", distribution.dnsName());
    } else if (resource instanceof AliasedResource.GlobalAccelerator accelerator) {
      endpoint.put("global-accelerator", accelerator.dnsName());
    } else if (resource instanceof AliasedResource.ApiGateway gateway) {
      endpoint.put("api-gateway", pair(gateway.dnsName(), gateway.hostedZoneId()));
    } else if (resource instanceof AliasedResource.VpcEndpoint vpcEndpoint) {
      endpoint.put("vpc-endpoint", pair(vpcEndpoint.dnsName(), vpcEndpoint.hostedZoneId()));
    } else if (resource instanceof AliasedResource.S3Website website) {
      Map<String, Object> map = new LinkedHashMap<>();
      website.region().ifPresent(region -> map.put("region", region));
      website.bucket().ifPresent(bucket -> map.put("bucket", bucket));
      website.hostedZoneId().ifPresent(id -> map.put("zone-id", id));
      endpoint.put("s3-website", map);
    } else if (resource instanceof AliasedResource.OtherRecord record) {
      endpoint.put("record", record.name());
    } else {
      throw new IllegalArgumentException(
          "a fleet file cannot refer to another resource of a Terraform configuration");
    }
    target.ipv6().ifPresent(ipv6 -> endpoint.put("ipv6", ipv6));
    target
        .evaluateTargetHealth()
        .ifPresent(evaluate -> endpoint.put("evaluate-target-health", evaluate));
  }

  private static Object loadBalancer(AliasedResource.LoadBalancer balancer) {
    boolean known =
        LoadBalancerZones.idOf(balancer.dnsName()).equals(Optional.of(balancer.hostedZoneId()));
    return known ? balancer.dnsName() : pair(balancer.dnsName(), balancer.hostedZoneId());
  }

  private static Map<String, Object> pair(String dnsName, String zoneId) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dns-name", dnsName);
    map.put("zone-id", zoneId);
    return map;
  }

  /** A load, its defaults left out. */
  static Map<String, Object> load(Load load) {
    AlarmMetric metric = load.metric();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("namespace", metric.namespace());
    map.put("metric", metric.name());
    if (!metric.dimensions().isEmpty()) {
      map.put("dimensions", metric.dimensions());
    }
    if (metric.statistic() != Load.DEFAULT_STATISTIC) {
      map.put("statistic", metric.statistic().code());
    }
    if (metric.periodSeconds() != Load.DEFAULT_PERIOD) {
      map.put("period", metric.periodSeconds());
    }
    map.put("threshold", threshold(metric.threshold()));
    if (metric.comparison() != Load.DEFAULT_COMPARISON) {
      map.put("comparison", metric.comparison().word());
    }
    if (metric.evaluationPeriods() != Load.DEFAULT_EVALUATION_PERIODS) {
      map.put("evaluation-periods", metric.evaluationPeriods());
    }
    if (load.insufficientData() != Load.DEFAULT_INSUFFICIENT_DATA) {
      map.put("insufficient-data", LoadReader.word(load.insufficientData()));
    }
    return map;
  }

  private static Object threshold(double threshold) {
    long whole = (long) threshold;
    return whole == threshold ? (Object) whole : (Object) threshold;
  }

  /** Adds the keys of the monitoring to a fleet. */
  static void put(Map<String, Object> fleet, Monitoring monitoring) {
    monitoring
        .notification()
        .ifPresent(
            notify ->
                fleet.put(
                    "notify",
                    notify instanceof Monitoring.Topic topic
                        ? Map.of("topic", topic.arn())
                        : Map.of("email", ((Monitoring.Email) notify).addresses())));
    if (monitoring.dashboard()) {
      fleet.put("dashboard", true);
    }
  }
}
