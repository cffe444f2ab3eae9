package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTargetTest {
  private static final String BALANCER = "web-1.eu-central-1.elb.amazonaws.com";

  private static AliasTarget.AwsResource resource(String dnsName) {
    return new AliasTarget.AwsResource(AwsService.LOAD_BALANCER, dnsName, "Z215JYRZR1TBD5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Web-1.eu-central-1.ELB.amazonaws.com",
        "web-1.eu-central-1.elb.amazonaws.com.",
        "web-1.eu-central-1.elb.amazonaws.com"
      })
  void resourcesWhoseNamesAreSpelledDifferentlyAreOne(String spelling) {
    assertThat(resource(spelling)).isEqualTo(resource(BALANCER));
    assertThat(resource(spelling).title()).isEqualTo(BALANCER);
  }

  @Test
  void anExpressionInANameKeepsItsLetters() {
    assertThat(resource("${aws_lb.Main.dns_name}").dnsName()).isEqualTo("${aws_lb.Main.dns_name}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BALANCER,
        "DualStack.web-1.eu-central-1.elb.amazonaws.com.",
        "WEB-1.eu-central-1.elb.amazonaws.com"
      })
  void aResourceIsCalledByItsNameInAnySpelling(String name) {
    assertThat(resource(BALANCER).isCalled(name)).isTrue();
    assertThat(resource("dualstack." + BALANCER).isCalled(name)).isTrue();
    assertThat(resource("other." + BALANCER).isCalled(name)).isFalse();
  }

  @Test
  void anExpressionIsCalledWithOrWithoutItsBraces() {
    AliasTarget target =
        new AliasTarget.Reference(
            AwsService.LOAD_BALANCER, "${aws_lb.Main.dns_name}", "${aws_lb.Main.zone_id}");
    assertThat(target.isCalled("aws_lb.Main.dns_name")).isTrue();
    assertThat(target.isCalled("${aws_lb.Main.dns_name}")).isTrue();
    assertThat(target.isCalled("aws_lb.main.dns_name")).isFalse();
  }

  @Test
  void aBalancerThatIsLookedUpIsCalledByTheNameItIsLookedUpBy() {
    AliasTarget target = new AliasTarget.LookedUpLoadBalancer("web", "eu-central-1");
    assertThat(target.isCalled("web")).isTrue();
    assertThat(target.isCalled("web.eu-central-1")).isFalse();
    assertThat(target.title()).isEqualTo("load balancer web in eu-central-1");
  }
}
