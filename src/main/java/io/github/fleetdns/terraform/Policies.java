package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordCidrRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordFailoverRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordGeolocationRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordLatencyRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordWeightedRoutingPolicy;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Routing policies as blocks of {@code aws_route53_record}. */
final class Policies {
  private Policies() {}

  /** Adds the policy's block; geoproximity is an override of its own. */
  static void add(
      Route53RecordConfig.Builder config, RoutingPolicy policy, Map<String, String> collectionIds) {
    if (policy instanceof RoutingPolicy.Weighted weighted) {
      config.weightedRoutingPolicy(
          Route53RecordWeightedRoutingPolicy.builder().weight(weighted.weight()).build());
    } else if (policy instanceof RoutingPolicy.Latency latency) {
      config.latencyRoutingPolicy(
          Route53RecordLatencyRoutingPolicy.builder().region(latency.region()).build());
    } else if (policy instanceof RoutingPolicy.Geolocation geolocation) {
      config.geolocationRoutingPolicy(place(geolocation.place()));
    } else if (policy instanceof RoutingPolicy.Failover failover) {
      config.failoverRoutingPolicy(
          Route53RecordFailoverRoutingPolicy.builder().type(failover.role().name()).build());
    } else if (policy instanceof RoutingPolicy.Multivalue) {
      config.multivalueAnswerRoutingPolicy(true);
    } else if (policy instanceof RoutingPolicy.Cidr cidr) {
      config.cidrRoutingPolicy(
          Route53RecordCidrRoutingPolicy.builder()
              .collectionId(collectionIds.getOrDefault(cidr.collection(), cidr.collection()))
              .locationName(cidr.location())
              .build());
    }
  }

  private static Route53RecordGeolocationRoutingPolicy place(GeoPlace place) {
    Route53RecordGeolocationRoutingPolicy.Builder block =
        Route53RecordGeolocationRoutingPolicy.builder();
    if (place instanceof GeoPlace.Continent continent) {
      block.continent(continent.code());
    } else if (place instanceof GeoPlace.Country country) {
      block.country(country.code());
    } else if (place instanceof GeoPlace.Subdivision subdivision) {
      block.country(subdivision.country()).subdivision(subdivision.code());
    } else {
      block.country("*");
    }
    return block.build();
  }

  /** The block of a geoproximity policy, as Terraform JSON. */
  static Map<String, Object> geoproximity(RoutingPolicy.Geoproximity near) {
    Map<String, Object> block = new LinkedHashMap<>();
    GeoLocation location = near.location();
    if (location instanceof GeoLocation.Region region) {
      block.put("aws_region", region.name());
    } else if (location instanceof GeoLocation.LocalZone localZone) {
      block.put("local_zone_group", localZone.group());
    } else if (location instanceof GeoLocation.Coordinates at) {
      block.put(
          "coordinates", List.of(Map.of("latitude", at.latitude(), "longitude", at.longitude())));
    }
    block.put("bias", near.bias());
    return block;
  }
}
