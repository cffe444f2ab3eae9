package io.github.fleetdns.zone;

import java.util.Optional;

/** What an alias record set points at. */
public sealed interface AliasTarget {

  /** The AWS service of the target; empty for record sets of the same zone. */
  default Optional<AwsService> awsService() {
    if (this instanceof AwsResource resource) {
      return Optional.of(resource.service());
    }
    if (this instanceof Reference reference) {
      return Optional.of(reference.service());
    }
    return this instanceof LookedUpLoadBalancer
        ? Optional.of(AwsService.LOAD_BALANCER)
        : Optional.empty();
  }

  /**
   * The record sets of the alias's own type at another name of the zone.
   *
   * @param name the name
   */
  record SameZone(DomainName name) implements AliasTarget {}

  /**
   * An AWS resource that Route 53 knows the addresses of.
   *
   * @param service the service it belongs to
   * @param dnsName its DNS name
   * @param hostedZoneId the hosted zone id that AWS publishes for it
   */
  record AwsResource(AwsService service, String dnsName, String hostedZoneId)
      implements AliasTarget {}

  /**
   * A load balancer whose DNS name and hosted zone Terraform looks up when it plans.
   *
   * @param name the load balancer's name
   * @param region the AWS region it is in
   */
  record LookedUpLoadBalancer(String name, String region) implements AliasTarget {}

  /**
   * An AWS resource of the same Terraform configuration.
   *
   * @param service the service it belongs to
   * @param dnsName a Terraform expression for its DNS name
   * @param hostedZoneId a Terraform expression for its hosted zone id
   */
  record Reference(AwsService service, String dnsName, String hostedZoneId)
      implements AliasTarget {}
}
