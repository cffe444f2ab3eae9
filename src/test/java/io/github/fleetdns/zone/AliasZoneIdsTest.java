package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasZoneIdsTest {
  @ParameterizedTest
  @CsvSource({
    "d111111abcdef8.cloudfront.net, Z2FDTNDATAQYW2",
    "d111111abcdef8.cloudfront.cn., Z3RFFRIM2A3IF5",
    "a1234567890abcdef.awsglobalaccelerator.com, Z2BJ6XQ5FK7U4H",
    "ai-1.cn-north-1.elb.amazonaws.com.cn, Z1GDH35T77C1KE",
  })
  void theNameTellsTheHostedZone(String name, String id) {
    assertThat(AliasZoneIds.of(name)).hasValue(id);
  }

  @Test
  void aRegionThatNoTableHasIsNotGuessed() {
    assertThat(AliasZoneIds.of("ai-1.eusc-de-east-1.elb.amazonaws.eu")).isEmpty();
  }
}
