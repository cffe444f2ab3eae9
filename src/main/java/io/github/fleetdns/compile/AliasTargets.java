package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AliasZoneIds;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.S3WebsiteZones;
import java.util.Optional;

/** Aliased resources as the targets that Route 53 knows. */
final class AliasTargets implements AliasedResource.Visitor<AliasTarget> {
  private final Endpoint endpoint;
  private final DomainName zone;

  private AliasTargets(Endpoint endpoint, DomainName zone) {
    this.endpoint = endpoint;
    this.zone = zone;
  }

  static AliasTarget of(Endpoint endpoint, AliasedResource resource, DomainName zone) {
    return resource.accept(new AliasTargets(endpoint, zone));
  }

  @Override
  public AliasTarget loadBalancer(AliasedResource.LoadBalancer resource) {
    return new AliasTarget.AwsResource(
        AwsService.LOAD_BALANCER, resource.dnsName(), resource.hostedZoneId());
  }

  @Override
  public AliasTarget namedLoadBalancer(AliasedResource.NamedLoadBalancer resource) {
    return new AliasTarget.LookedUpLoadBalancer(resource.name(), region(resource.region()));
  }

  @Override
  public AliasTarget cloudFront(AliasedResource.CloudFront resource) {
    return new AliasTarget.AwsResource(
        AwsService.CLOUDFRONT,
        resource.dnsName(),
        AliasZoneIds.of(resource.dnsName()).orElse(AliasZoneIds.CLOUDFRONT));
  }

  @Override
  public AliasTarget globalAccelerator(AliasedResource.GlobalAccelerator resource) {
    return new AliasTarget.AwsResource(
        AwsService.GLOBAL_ACCELERATOR, resource.dnsName(), AliasZoneIds.GLOBAL_ACCELERATOR);
  }

  @Override
  public AliasTarget apiGateway(AliasedResource.ApiGateway resource) {
    return new AliasTarget.AwsResource(
        AwsService.API_GATEWAY, resource.dnsName(), resource.hostedZoneId());
  }

  @Override
  public AliasTarget vpcEndpoint(AliasedResource.VpcEndpoint resource) {
    return new AliasTarget.AwsResource(
        AwsService.VPC_ENDPOINT, resource.dnsName(), resource.hostedZoneId());
  }

  @Override
  public AliasTarget otherRecord(AliasedResource.OtherRecord resource) {
    return new AliasTarget.SameZone(FleetCompiler.nameOf(resource.name(), zone));
  }

  @Override
  public AliasTarget reference(AliasedResource.Reference resource) {
    return new AliasTarget.Reference(
        resource.service(), resource.dnsName(), resource.hostedZoneId());
  }

  @Override
  public AliasTarget s3Website(AliasedResource.S3Website resource) {
    String region = region(resource.region());
    String id =
        resource
            .hostedZoneId()
            .or(() -> S3WebsiteZones.id(region))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the hosted zone id of S3 websites in " + region + " is not known"));
    return new AliasTarget.AwsResource(AwsService.S3_WEBSITE, S3WebsiteZones.dnsName(region), id);
  }

  private String region(Optional<String> own) {
    return own.or(endpoint::region)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "endpoint \"" + endpoint.name() + "\" has no region for its target"));
  }
}
