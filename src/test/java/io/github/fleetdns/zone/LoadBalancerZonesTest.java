package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadBalancerZonesTest {
  @ParameterizedTest
  @CsvSource({
    "my-alb-123.eu-central-1.elb.amazonaws.com, Z215JYRZR1TBD5",
    "dualstack.my-alb-123.eu-central-1.elb.amazonaws.com, Z215JYRZR1TBD5",
    "internal-my-alb-123.us-east-1.elb.amazonaws.com., Z35SXDOTRQ7X7K",
    "My-NLB-0123456789abcdef.elb.us-east-1.amazonaws.com, Z26RNL4JYFTOTI",
    "my-alb-1.cn-north-1.elb.amazonaws.com.cn, Z1GDH35T77C1KE",
    "my-nlb-1.elb.cn-north-1.amazonaws.com.cn, Z3QFB96KMJ7ED6",
  })
  void theZoneFollowsFromTheName(String name, String id) {
    assertThat(LoadBalancerZones.idOf(name)).contains(id);
  }

  @ParameterizedTest
  @CsvSource({"d111111abcdef8.cloudfront.net", "elb.amazonaws.com", "example.com"})
  void otherNamesAreNoLoadBalancers(String name) {
    assertThat(LoadBalancerZones.place(name)).isEmpty();
  }

  @Test
  void aRegionThatIsNotKnownHasAPlaceButNoZone() {
    String name = "my-alb-1.moon-north-1.elb.amazonaws.com";
    assertThat(LoadBalancerZones.place(name))
        .contains(
            new LoadBalancerZones.Place(
                LoadBalancerZones.Kind.APPLICATION_OR_CLASSIC, "moon-north-1"));
    assertThat(LoadBalancerZones.idOf(name)).isEmpty();
  }
}
