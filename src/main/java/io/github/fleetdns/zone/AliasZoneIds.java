package io.github.fleetdns.zone;

import java.util.Optional;

/**
 * The hosted zone id that goes with the DNS name of an AWS resource, where the name tells.
 *
 * <p>Source: Route 53 API, {@code AliasTarget.HostedZoneId}; AWS General Reference.
 */
public final class AliasZoneIds {
  /** The id of every CloudFront distribution. */
  public static final String CLOUDFRONT = "Z2FDTNDATAQYW2";

  /** The id of every Global Accelerator. */
  public static final String GLOBAL_ACCELERATOR = "Z2BJ6XQ5FK7U4H";

  private AliasZoneIds() {}

  /** The id that the resource of this name has; empty if the name does not tell. */
  public static Optional<String> of(String dnsName) {
    String name = DomainName.spelled(dnsName);
    if (name.endsWith(".cloudfront.net")) {
      return Optional.of(CLOUDFRONT);
    }
    if (name.endsWith(".awsglobalaccelerator.com")) {
      return Optional.of(GLOBAL_ACCELERATOR);
    }
    return LoadBalancerZones.idOf(name);
  }
}
