package io.github.fleetdns.zone;

import java.util.Optional;

/**
 * The hosted zone id that goes with the DNS name of an AWS resource, where the name tells.
 *
 * <p>Source: Route 53 API, {@code AliasTarget.HostedZoneId}; AWS General Reference. Last looked at:
 * 2026-11-27.
 */
public final class AliasZoneIds {
  /** The id of every CloudFront distribution but those in China. */
  public static final String CLOUDFRONT = "Z2FDTNDATAQYW2";

  /** The id of every CloudFront distribution in China (docs/route53.md#cloudfront-china). */
  public static final String CLOUDFRONT_CHINA = "Z3RFFRIM2A3IF5";

  /** The id of every Global Accelerator. */
  public static final String GLOBAL_ACCELERATOR = "Z2BJ6XQ5FK7U4H";

  private AliasZoneIds() {}

  /** The id that the resource of this name has; empty if the name does not tell. */
  public static Optional<String> of(String dnsName) {
    String name = DomainName.spelled(dnsName);
    if (AwsDomains.isCloudFront(name)) {
      return Optional.of(AwsDomains.isCloudFrontInChina(name) ? CLOUDFRONT_CHINA : CLOUDFRONT);
    }
    if (AwsDomains.isGlobalAccelerator(name)) {
      return Optional.of(GLOBAL_ACCELERATOR);
    }
    return LoadBalancerZones.idOf(name);
  }
}
