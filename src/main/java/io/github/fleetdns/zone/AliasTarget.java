package io.github.fleetdns.zone;

/** What an alias record set points at. */
public sealed interface AliasTarget {

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
   * @param dnsName its DNS name, or a Terraform expression for it
   * @param hostedZoneId the hosted zone id that AWS publishes for it, or a Terraform expression
   */
  record AwsResource(AwsService service, String dnsName, String hostedZoneId)
      implements AliasTarget {}
}
