package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordCidrRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordFailoverRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordGeolocationRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordLatencyRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordWeightedRoutingPolicy;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Routing policies as blocks of {@code aws_route53_record}. */
final class Policies {
  /** The argument of {@code aws_route53_record} that needs a newer provider than the others. */
  static final String GEOPROXIMITY = "geoproximity_routing_policy";

  private Policies() {}

  /**
   * Adds the policy's block.
   *
   * @param existing whether the record set exists, and is taken over
   * @return arguments that the bindings do not have
   */
  static Map<String, Object> add(
      Route53RecordConfig.Builder config,
      RoutingPolicy policy,
      CidrResources collections,
      boolean existing) {
    return policy.accept(new Block(config, collections, existing));
  }

  private record Block(
      Route53RecordConfig.Builder config, CidrResources collections, boolean existing)
      implements RoutingPolicy.Visitor<Map<String, Object>> {
    @Override
    public Map<String, Object> weighted(RoutingPolicy.Weighted policy) {
      config.weightedRoutingPolicy(
          Route53RecordWeightedRoutingPolicy.builder().weight(policy.weight()).build());
      return Map.of();
    }

    @Override
    public Map<String, Object> latency(RoutingPolicy.Latency policy) {
      config.latencyRoutingPolicy(
          Route53RecordLatencyRoutingPolicy.builder().region(policy.region()).build());
      return Map.of();
    }

    @Override
    public Map<String, Object> geolocation(RoutingPolicy.Geolocation policy) {
      config.geolocationRoutingPolicy(place(policy.place()));
      return Map.of();
    }

    @Override
    public Map<String, Object> geoproximity(RoutingPolicy.Geoproximity policy) {
      // Newer than the bindings.
      return Map.of(GEOPROXIMITY, List.of(near(policy, existing)));
    }

    @Override
    public Map<String, Object> failover(RoutingPolicy.Failover policy) {
      config.failoverRoutingPolicy(
          Route53RecordFailoverRoutingPolicy.builder().type(policy.role().name()).build());
      return Map.of();
    }

    @Override
    public Map<String, Object> multivalue(RoutingPolicy.Multivalue policy) {
      config.multivalueAnswerRoutingPolicy(true);
      return Map.of();
    }

    @Override
    public Map<String, Object> cidr(RoutingPolicy.Cidr policy) {
      config.cidrRoutingPolicy(
          Route53RecordCidrRoutingPolicy.builder()
              .collectionId(collections.id(policy))
              .locationName(collections.location(policy))
              .build());
      return Map.of();
    }
  }

  private static Route53RecordGeolocationRoutingPolicy place(GeoPlace place) {
    Route53RecordGeolocationRoutingPolicy.Builder block =
        Route53RecordGeolocationRoutingPolicy.builder();
    place.match(
        subdivision -> block.country(subdivision.country()).subdivision(subdivision.code()),
        country -> block.country(country.code()),
        continent -> block.continent(continent.code()),
        everywhere -> block.country("*"));
    return block.build();
  }

  /** The block of a geoproximity policy, as Terraform JSON. */
  private static Map<String, Object> near(RoutingPolicy.Geoproximity near, boolean existing) {
    Map<String, Object> block = new LinkedHashMap<>();
    near.location()
        .match(
            region -> block.put("aws_region", region.name()),
            localZone -> block.put("local_zone_group", localZone.group()),
            at ->
                block.put(
                    "coordinates",
                    List.of(Map.of("latitude", at.latitude(), "longitude", at.longitude()))));
    // Of a record set that is taken over, a bias of 0 would be a change: Route 53 has none.
    if (near.bias() != 0 || !existing) {
      block.put("bias", near.bias());
    }
    return block;
  }
}
