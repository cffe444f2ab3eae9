package io.github.fleetdns.zone;

import java.util.regex.Pattern;

/**
 * The domains that AWS's services name their endpoints under, which each partition has its own of.
 *
 * <p>Source: AWS SDK partitions metadata ({@code dnsSuffix}), docs/route53.md#elb-eu. Last looked
 * at: 2026-11-27.
 */
public final class AwsDomains {
  /**
   * The end of an endpoint's name, with its leading dot: AWS, AWS China, the European Sovereign
   * Cloud.
   */
  static final String SUFFIX = "\\.amazonaws\\.(?:com(?:\\.cn)?|eu)";

  private static final String CLOUDFRONT = ".cloudfront.net";
  private static final String CLOUDFRONT_CHINA = ".cloudfront.cn";
  private static final String GLOBAL_ACCELERATOR = ".awsglobalaccelerator.com";

  private AwsDomains() {}

  /**
   * Names of a service's endpoints.
   *
   * @param before what stands before the suffix, as a regular expression
   */
  public static Pattern endpoints(String before) {
    return Pattern.compile(before + SUFFIX);
  }

  /** Whether a name, as it is looked up, is a distribution's, in China or elsewhere. */
  public static boolean isCloudFront(String name) {
    return name.endsWith(CLOUDFRONT) || isCloudFrontInChina(name);
  }

  /** Whether a name, as it is looked up, is that of a distribution in China. */
  public static boolean isCloudFrontInChina(String name) {
    return name.endsWith(CLOUDFRONT_CHINA);
  }

  /** Whether a name, as it is looked up, is a Global Accelerator's. */
  public static boolean isGlobalAccelerator(String name) {
    return name.endsWith(GLOBAL_ACCELERATOR);
  }
}
