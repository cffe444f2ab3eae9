package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasZoneIdsTest {

  @ParameterizedTest
  @CsvSource({
    "D1.CloudFront.net., Z2FDTNDATAQYW2",
    "a1.awsglobalaccelerator.com, Z2BJ6XQ5FK7U4H",
    "dualstack.ai-1.us-east-1.elb.amazonaws.com, Z35SXDOTRQ7X7K",
    "ai-1.elb.us-east-1.amazonaws.com, Z26RNL4JYFTOTI",
    "ai-1.us-gov-west-1.elb.amazonaws.com, Z33AYJ8TM3BH4J",
    "ai-1.elb.cn-north-1.amazonaws.com.cn, Z3QFB96KMJ7ED6",
  })
  void idIsKnownFromTheName(String name, String id) {
    assertThat(AliasZoneIds.of(name)).contains(id);
  }

  @ParameterizedTest
  @CsvSource({
    "ai-1.xx-new-1.elb.amazonaws.com",
    "example.com",
    "cloudfront.net",
    "d-1.execute-api.eu-west-1.amazonaws.com"
  })
  void namesThatDoNotTellHaveNone(String name) {
    assertThat(AliasZoneIds.of(name)).isEmpty();
  }
}
