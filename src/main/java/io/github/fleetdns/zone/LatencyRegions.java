package io.github.fleetdns.zone;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The AWS regions that Route 53 knows latencies to.
 *
 * <p>Source: Route 53 API, {@code ResourceRecordSetRegion} (39 values). Last looked at: 2026-11-23.
 * AWS adds regions, so that a name which only looks like one may be right tomorrow.
 */
public final class LatencyRegions {
  private static final Pattern SHAPE = Pattern.compile("[a-z]{2,4}(?:-[a-z]+)+-[1-9]");

  private static final Set<String> KNOWN =
      Set.of(
          """
          us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 ca-west-1 mx-central-1 sa-east-1
          eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2
          eusc-de-east-1 af-south-1 me-south-1 me-central-1 il-central-1 ap-east-1 ap-east-2
          ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4
          ap-southeast-5 ap-southeast-6 ap-southeast-7 ap-northeast-1 ap-northeast-2 ap-northeast-3
          cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1
          """
              .trim()
              .split("\\s+"));

  private LatencyRegions() {}

  /** The regions that Route 53 lists. */
  public static Set<String> all() {
    return KNOWN;
  }

  /** Whether Route 53 lists the region. */
  public static boolean isKnown(String region) {
    return KNOWN.contains(region);
  }

  /** Whether it is written like a region: {@code eu-central-1}. */
  public static boolean isShapedLikeOne(String region) {
    return SHAPE.matcher(region).matches();
  }
}
