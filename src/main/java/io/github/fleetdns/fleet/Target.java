package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where an endpoint is. */
public sealed interface Target {

  /** What is made of the kind of target that this is. */
  <T> T match(
      Function<Addresses, T> atAddresses,
      Function<Hostname, T> atHostname,
      Function<Alias, T> alias);

  /**
   * IP addresses: an A record for the IPv4 ones, an AAAA record for the IPv6 ones.
   *
   * @param addresses at least one, in the author's order
   */
  record Addresses(List<IpAddress> addresses) implements Target {
    /** Requires an address; copies the list. */
    public Addresses {
      addresses = List.copyOf(addresses);
      if (addresses.isEmpty()) {
        throw new IllegalArgumentException("an endpoint needs at least one address");
      }
    }

    @Override
    public <T> T match(
        Function<Addresses, T> atAddresses,
        Function<Hostname, T> atHostname,
        Function<Alias, T> alias) {
      return atAddresses.apply(this);
    }
  }

  /**
   * Another name: a CNAME record.
   *
   * @param hostname the name
   */
  record Hostname(DomainName hostname) implements Target {
    @Override
    public <T> T match(
        Function<Addresses, T> atAddresses,
        Function<Hostname, T> atHostname,
        Function<Alias, T> alias) {
      return atHostname.apply(this);
    }
  }

  /**
   * An AWS resource or a record of the zone: alias records.
   *
   * @param resource what the aliases point at
   * @param ipv6 whether there is an AAAA alias beside the A alias; {@link
   *     AliasedResource#ipv6ByDefault()} if empty. Records of the zone have the types they have.
   * @param evaluateTargetHealth whether the resource's own health counts; {@link
   *     AliasedResource#evaluatesByDefault()} if empty
   */
  record Alias(
      AliasedResource resource, Optional<Boolean> ipv6, Optional<Boolean> evaluateTargetHealth)
      implements Target {

    /** Whether there is an AAAA alias beside the A alias. */
    public boolean hasIpv6() {
      return ipv6.orElse(resource.ipv6ByDefault());
    }

    /** Whether the resource's own health counts. */
    public boolean evaluatesTargetHealth() {
      return evaluateTargetHealth.orElse(resource.evaluatesByDefault());
    }

    @Override
    public <T> T match(
        Function<Addresses, T> atAddresses,
        Function<Hostname, T> atHostname,
        Function<Alias, T> alias) {
      return alias.apply(this);
    }
  }

  /** Aliases to a resource, with its defaults. */
  static Target alias(AliasedResource resource) {
    return new Alias(resource, Optional.empty(), Optional.empty());
  }

  /**
   * Aliases to a resource of the same Terraform configuration, such as an {@code aws_lb}.
   *
   * @param service the service it belongs to
   * @param dnsName a Terraform expression for its DNS name
   * @param hostedZoneId a Terraform expression for its hosted zone id
   */
  static Target reference(AwsService service, String dnsName, String hostedZoneId) {
    return alias(new AliasedResource.Reference(service, dnsName, hostedZoneId));
  }
}
