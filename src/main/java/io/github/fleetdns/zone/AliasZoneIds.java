package io.github.fleetdns.zone;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** {@code name.region.elb.amazonaws.com}: Application and Classic Load Balancers. */
  private static final Pattern APPLICATION =
      Pattern.compile(".+\\.([a-z0-9-]+)\\.elb\\.amazonaws\\.com(?:\\.cn)?");

  /** {@code name.elb.region.amazonaws.com}: Network Load Balancers. */
  private static final Pattern NETWORK =
      Pattern.compile(".+\\.elb\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?");

  private AliasZoneIds() {}

  /** The id that the resource of this name has; empty if the name does not tell. */
  public static Optional<String> of(String dnsName) {
    String name = dnsName.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    if (name.endsWith(".cloudfront.net")) {
      return Optional.of(CLOUDFRONT);
    }
    if (name.endsWith(".awsglobalaccelerator.com")) {
      return Optional.of(GLOBAL_ACCELERATOR);
    }
    Matcher application = APPLICATION.matcher(name);
    if (application.matches()) {
      return LoadBalancerZones.in(application.group(1)).map(LoadBalancerZones::application);
    }
    Matcher network = NETWORK.matcher(name);
    return network.matches()
        ? LoadBalancerZones.in(network.group(1)).map(LoadBalancerZones::network)
        : Optional.empty();
  }
}
