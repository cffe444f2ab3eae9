package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3WebsiteZonesTest {
  @ParameterizedTest
  @CsvSource({
    "us-east-1, s3-website-us-east-1.amazonaws.com, Z3AQBSTGFYJSTF",
    "us-east-2, s3-website.us-east-2.amazonaws.com, Z2O1EMRO9K5GLX",
    "eu-central-1, s3-website.eu-central-1.amazonaws.com, Z21DNDUVLTQW6Q",
    "cn-north-1, s3-website.cn-north-1.amazonaws.com.cn, Z5CN8UMXT92WN",
    "cn-northwest-1, s3-website.cn-northwest-1.amazonaws.com.cn, Z282HJ1KT0DH03",
    "us-gov-west-1, s3-website-us-gov-west-1.amazonaws.com, Z31GFT0UA1I2HV",
  })
  void aRegionHasAnEndpointAndAHostedZone(String region, String dnsName, String id) {
    assertThat(S3WebsiteZones.dnsName(region)).isEqualTo(dnsName);
    assertThat(S3WebsiteZones.id(region)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"af-south-1", "eu-south-1", "moon-north-1"})
  void whereSourcesContradictEachOtherOrAreMissingThereIsNone(String region) {
    assertThat(S3WebsiteZones.id(region)).isEmpty();
  }
}
