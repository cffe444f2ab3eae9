package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetNamesTest {
  private static final List<HostedZone> ZONES =
      List.of(
          HostedZone.of(
              WireZone.APEX,
              List.of(
                  alias(
                      "a",
                      new AliasTarget.AwsResource(
                          AwsService.LOAD_BALANCER,
                          "dualstack.lb-1.eu-central-1.elb.amazonaws.com",
                          "Z215JYRZR1TBD5")),
                  alias("b", new AliasTarget.LookedUpLoadBalancer("gpu", "eu-central-1")),
                  alias(
                      "c",
                      new AliasTarget.Reference(
                          AwsService.LOAD_BALANCER,
                          "${aws_lb.web.dns_name}",
                          "${aws_lb.web.zone_id}")),
                  alias("d", new AliasTarget.SameZone(DomainName.of("a.example.com"))))));

  private static RecordSet alias(String name, AliasTarget target) {
    return new RecordSet(
        WireZone.name(name), RecordType.A, Optional.empty(), new Content.Alias(target, false));
  }

  @Test
  void everyResourceHasAName() {
    assertThat(TargetNames.of(ZONES))
        .containsExactly(
            "dualstack.lb-1.eu-central-1.elb.amazonaws.com", "gpu", "${aws_lb.web.dns_name}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dualstack.lb-1.eu-central-1.elb.amazonaws.com",
        "LB-1.eu-central-1.elb.amazonaws.com.",
        "gpu",
        "${aws_lb.web.dns_name}",
        "aws_lb.web.dns_name"
      })
  void aResourceIsFoundByItsName(String name) {
    assertThat(TargetNames.isKnown(ZONES, name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.example.com", "lb-2.eu-central-1.elb.amazonaws.com", "aws_lb.web"})
  void otherNamesAreNone(String name) {
    assertThat(TargetNames.isKnown(ZONES, name)).isFalse();
  }
}
