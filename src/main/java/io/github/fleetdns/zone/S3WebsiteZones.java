package io.github.fleetdns.zone;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The website endpoints of S3 and the hosted zones that their names lie in, by region.
 *
 * <p>Source: AWS General Reference, "Amazon S3 endpoints and quotas", table of website endpoints
 * and hosted zone ids. af-south-1 and eu-south-1 are left out: that table and the one of the AWS
 * CDK contradict each other there, so the id must come from the bucket itself ({@code
 * aws_s3_bucket.hosted_zone_id}). The two of China have one source, a third party's table
 * (docs/route53.md#s3-zone-ids). Last looked at: 2026-11-27.
 */
public final class S3WebsiteZones {
  /** The regions from before 2014, whose endpoints are written with a hyphen. */
  private static final Set<String> HYPHENATED =
      Set.of(
          "ap-northeast-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "eu-west-1",
          "sa-east-1",
          "us-east-1",
          "us-gov-west-1",
          "us-west-1",
          "us-west-2");

  private static final Map<String, String> IDS =
      Map.ofEntries(
          Map.entry("ap-east-1", "ZNB98KWMFR0R6"),
          Map.entry("ap-east-2", "Z064739330DAH7WJVOO93"),
          Map.entry("ap-northeast-1", "Z2M4EHUR26P7ZW"),
          Map.entry("ap-northeast-2", "Z3W03O7B5YMIYP"),
          Map.entry("ap-northeast-3", "Z2YQB5RD63NC85"),
          Map.entry("ap-south-1", "Z11RGJOFQNVJUP"),
          Map.entry("ap-south-2", "Z02976202B4EZMXIPMXF7"),
          Map.entry("ap-southeast-1", "Z3O0J2DXBE1FTB"),
          Map.entry("ap-southeast-2", "Z1WCIGYICN2BYD"),
          Map.entry("ap-southeast-3", "Z01846753K324LI26A3VV"),
          Map.entry("ap-southeast-4", "Z0312387243XT5FE14WFO"),
          Map.entry("ap-southeast-5", "Z08660063OXLMA7F1FJHU"),
          Map.entry("ap-southeast-6", "Z05686083R66JX5C163TC"),
          Map.entry("ap-southeast-7", "Z0031014GXUMRZG6I14G"),
          Map.entry("cn-north-1", "Z5CN8UMXT92WN"),
          Map.entry("cn-northwest-1", "Z282HJ1KT0DH03"),
          Map.entry("ca-central-1", "Z1QDHH18159H29"),
          Map.entry("ca-west-1", "Z03565811Z33SLEZTHOUL"),
          Map.entry("eu-central-1", "Z21DNDUVLTQW6Q"),
          Map.entry("eu-central-2", "Z030506016YDQGETNASS"),
          Map.entry("eu-north-1", "Z3BAZG2TWCNX0D"),
          Map.entry("eu-south-2", "Z0081959F7139GRJC19J"),
          Map.entry("eu-west-1", "Z1BKCTXD74EZPE"),
          Map.entry("eu-west-2", "Z3GKZC51ZF0DB4"),
          Map.entry("eu-west-3", "Z3R1K369G5AVDG"),
          Map.entry("il-central-1", "Z09640613K4A3MN55U7GU"),
          Map.entry("me-central-1", "Z06143092I8HRXZRUZROF"),
          Map.entry("me-south-1", "Z1MPMWCPA7YB62"),
          Map.entry("mx-central-1", "Z057606446ZNVQJJ8WOP"),
          Map.entry("sa-east-1", "Z7KQH4QJS55SO"),
          Map.entry("us-east-1", "Z3AQBSTGFYJSTF"),
          Map.entry("us-east-2", "Z2O1EMRO9K5GLX"),
          Map.entry("us-gov-east-1", "Z2NIFVYYW2VKV1"),
          Map.entry("us-gov-west-1", "Z31GFT0UA1I2HV"),
          Map.entry("us-west-1", "Z2F56UZL2M1ACD"),
          Map.entry("us-west-2", "Z3BJ6K6RIION7M"));

  private S3WebsiteZones() {}

  /** The DNS name that aliases to a bucket of this region point at. */
  public static String dnsName(String region) {
    String separator = HYPHENATED.contains(region) ? "-" : ".";
    String suffix = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
    return "s3-website" + separator + region + suffix;
  }

  /** The hosted zone id of this region's website endpoint, if it is known here. */
  public static Optional<String> id(String region) {
    return Optional.ofNullable(IDS.get(region));
  }
}
