package io.github.fleetdns.report;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.Locale;

/** Routing policies and alias targets in a few words. */
final class PolicyText {
  private PolicyText() {}

  /** The policy and what it chooses by: {@code weighted 3}, {@code geolocation europe}. */
  static String of(RoutingPolicy policy) {
    return policy.title() + " " + parameter(policy);
  }

  private static String parameter(RoutingPolicy policy) {
    if (policy instanceof RoutingPolicy.Weighted weighted) {
      return Long.toString(weighted.weight());
    }
    if (policy instanceof RoutingPolicy.Latency latency) {
      return latency.region();
    }
    if (policy instanceof RoutingPolicy.Geolocation geolocation) {
      return geolocation.place().toString();
    }
    if (policy instanceof RoutingPolicy.Geoproximity near) {
      return near.location() + (near.bias() == 0 ? "" : String.format(" %+d", near.bias()));
    }
    if (policy instanceof RoutingPolicy.Failover failover) {
      return failover.role().name().toLowerCase(Locale.ROOT);
    }
    if (policy instanceof RoutingPolicy.Cidr cidr) {
      return cidr.location();
    }
    return "answer";
  }

  /** What an alias points at. */
  static String target(AliasTarget target) {
    if (target instanceof AliasTarget.SameZone sameZone) {
      return sameZone.name().toString();
    }
    if (target instanceof AliasTarget.LookedUpLoadBalancer balancer) {
      return "load balancer " + balancer.name() + " in " + balancer.region();
    }
    return target instanceof AliasTarget.AwsResource resource
        ? resource.dnsName()
        : ((AliasTarget.Reference) target).dnsName();
  }
}
