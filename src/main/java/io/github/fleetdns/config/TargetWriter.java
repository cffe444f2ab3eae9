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
  static Map<String, Object> put(Map<String, Object> endpoint, Target.Alias target) {
    endpoint.putAll(target.resource().accept(WRITTEN));
    target.ipv6().ifPresent(ipv6 -> endpoint.put("ipv6", ipv6));
    target
        .evaluateTargetHealth()
        .ifPresent(evaluate -> endpoint.put("evaluate-target-health", evaluate));
    return endpoint;
  }

  private static final AliasedResource.Visitor<Map<String, Object>> WRITTEN = new Written();

  /** The key of a resource with its value. */
  private static final class Written implements AliasedResource.Visitor<Map<String, Object>> {
    @Override
    public Map<String, Object> loadBalancer(AliasedResource.LoadBalancer resource) {
      return Map.of("load-balancer", TargetWriter.loadBalancer(resource));
    }

    @Override
    public Map<String, Object> namedLoadBalancer(AliasedResource.NamedLoadBalancer resource) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("name", resource.name());
      resource.region().ifPresent(region -> map.put("region", region));
      return Map.of("load-balancer", map);
    }

    @Override
    public Map<String, Object> cloudFront(AliasedResource.CloudFront resource) {
      return Map.of("cloudfront", resource.dnsName());
    }

    @Override
    public Map<String, Object> globalAccelerator(AliasedResource.GlobalAccelerator resource) {
      return Map.of("global-accelerator", resource.dnsName());
    }

    @Override
    public Map<String, Object> apiGateway(AliasedResource.ApiGateway resource) {
      return Map.of("api-gateway", pair(resource.dnsName(), resource.hostedZoneId()));
    }

    @Override
    public Map<String, Object> s3Website(AliasedResource.S3Website resource) {
      Map<String, Object> map = new LinkedHashMap<>();
      resource.region().ifPresent(region -> map.put("region", region));
      resource.bucket().ifPresent(bucket -> map.put("bucket", bucket));
      resource.hostedZoneId().ifPresent(id -> map.put("zone-id", id));
      return Map.of("s3-website", map);
    }

    @Override
    public Map<String, Object> vpcEndpoint(AliasedResource.VpcEndpoint resource) {
      return Map.of("vpc-endpoint", pair(resource.dnsName(), resource.hostedZoneId()));
    }

    @Override
    public Map<String, Object> otherRecord(AliasedResource.OtherRecord resource) {
      return Map.of("record", resource.name());
    }

    @Override
    public Map<String, Object> reference(AliasedResource.Reference resource) {
      throw new IllegalArgumentException(
          "a fleet file cannot refer to another resource of a Terraform configuration");
    }
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
                    notify.<Map<String, Object>>match(
                        topic -> Map.of("topic", topic.arn()),
                        email -> Map.of("email", email.addresses()))));
    if (monitoring.dashboard()) {
      fleet.put("dashboard", true);
    }
  }
}
