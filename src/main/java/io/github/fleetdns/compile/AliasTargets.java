package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.S3WebsiteZones;
import java.util.Optional;

/** Aliased resources as the targets that Route 53 knows. */
final class AliasTargets {
  /** Of every distribution and accelerator (Route 53 API, AliasTarget.HostedZoneId). */
  private static final String CLOUDFRONT = "Z2FDTNDATAQYW2";

  private static final String GLOBAL_ACCELERATOR = "Z2BJ6XQ5FK7U4H";

  private AliasTargets() {}

  static AliasTarget of(Endpoint endpoint, AliasedResource resource, DomainName zone) {
    if (resource instanceof AliasedResource.LoadBalancer balancer) {
      return new AliasTarget.AwsResource(
          AwsService.LOAD_BALANCER, balancer.dnsName(), balancer.hostedZoneId());
    }
    if (resource instanceof AliasedResource.NamedLoadBalancer balancer) {
      return new AliasTarget.LookedUpLoadBalancer(
          balancer.name(), region(endpoint, balancer.region()));
    }
    if (resource instanceof AliasedResource.CloudFront distribution) {
      return new AliasTarget.AwsResource(AwsService.CLOUDFRONT, distribution.dnsName(), CLOUDFRONT);
    }
    if (resource instanceof AliasedResource.GlobalAccelerator accelerator) {
      return new AliasTarget.AwsResource(
          AwsService.GLOBAL_ACCELERATOR, accelerator.dnsName(), GLOBAL_ACCELERATOR);
    }
    if (resource instanceof AliasedResource.ApiGateway gateway) {
      return new AliasTarget.AwsResource(
          AwsService.API_GATEWAY, gateway.dnsName(), gateway.hostedZoneId());
    }
    if (resource instanceof AliasedResource.VpcEndpoint vpcEndpoint) {
      return new AliasTarget.AwsResource(
          AwsService.VPC_ENDPOINT, vpcEndpoint.dnsName(), vpcEndpoint.hostedZoneId());
    }
    if (resource instanceof AliasedResource.S3Website website) {
      return website(endpoint, website);
    }
    if (resource instanceof AliasedResource.Reference reference) {
      return new AliasTarget.Reference(
          reference.service(), reference.dnsName(), reference.hostedZoneId());
    }
    AliasedResource.OtherRecord other = (AliasedResource.OtherRecord) resource;
    return new AliasTarget.SameZone(FleetCompiler.nameOf(other.name(), zone));
  }

  private static AliasTarget website(Endpoint endpoint, AliasedResource.S3Website website) {
    String region = region(endpoint, website.region());
    String id =
        website
            .hostedZoneId()
            .or(() -> S3WebsiteZones.id(region))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the hosted zone id of S3 websites in " + region + " is not known"));
    return new AliasTarget.AwsResource(AwsService.S3_WEBSITE, S3WebsiteZones.dnsName(region), id);
  }

  private static String region(Endpoint endpoint, Optional<String> own) {
    return own.or(endpoint::region)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "endpoint \"" + endpoint.name() + "\" has no region for its target"));
  }
}
