package io.github.fleetdns.zone;

import java.util.Map;

/**
 * The partitions of AWS, which ARNs begin with: accounts and names of one are unknown in another.
 *
 * <p>Source: AWS SDK partitions metadata. Last looked at: 2026-11-27.
 */
public final class AwsPartitions {
  private static final Map<String, String> BY_BEGINNING =
      Map.of(
          "cn-", "aws-cn",
          "us-gov-", "aws-us-gov",
          "eusc-", "aws-eusc",
          "us-iso-", "aws-iso",
          "us-isob-", "aws-iso-b",
          "eu-isoe-", "aws-iso-e",
          "us-isof-", "aws-iso-f",
          "eu-isof-", "aws-iso-f");

  private AwsPartitions() {}

  /** The partition that a region is in; {@code aws} for those of no other. */
  public static String of(String region) {
    return BY_BEGINNING.entrySet().stream()
        .filter(partition -> region.startsWith(partition.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("aws");
  }
}
