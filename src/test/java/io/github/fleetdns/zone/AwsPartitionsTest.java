package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsPartitionsTest {
  @ParameterizedTest
  @CsvSource({
    "us-east-1, aws",
    "eu-central-1, aws",
    "cn-north-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "eusc-de-east-1, aws-eusc",
    "us-iso-east-1, aws-iso",
    "us-isob-east-1, aws-iso-b",
    "eu-isoe-west-1, aws-iso-e",
    "us-isof-south-1, aws-iso-f"
  })
  void aRegionIsInOnePartition(String region, String partition) {
    assertThat(AwsPartitions.of(region)).isEqualTo(partition);
  }
}
