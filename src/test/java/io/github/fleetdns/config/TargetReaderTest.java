package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetReaderTest {
  @Test
  void theHostedZoneOfALoadBalancerFollowsFromItsDnsName() {
    assertThat(target("load-balancer: my-alb-1.eu-central-1.elb.amazonaws.com"))
        .isEqualTo(
            Target.alias(
                new AliasedResource.LoadBalancer(
                    "my-alb-1.eu-central-1.elb.amazonaws.com", "Z215JYRZR1TBD5")));
  }

  @Test
  void aHostedZoneThatIsGivenGoes() {
    assertThat(
            target(
                "load-balancer:"
                    + " {dns-name: my-1.moon-north-1.elb.amazonaws.com, zone-id: Z0MOON}"))
        .isEqualTo(
            Target.alias(
                new AliasedResource.LoadBalancer("my-1.moon-north-1.elb.amazonaws.com", "Z0MOON")));
  }

  @Test
  void ipv6AndHealthOfTheTargetStandBesideIt() {
    assertThat(
            target(
                "load-balancer: {name: alb}, region: us-east-1, ipv6: true,"
                    + " evaluate-target-health: false"))
        .isEqualTo(
            new Target.Alias(
                new AliasedResource.NamedLoadBalancer("alb", Optional.empty()),
                Optional.of(true),
                Optional.of(false)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                          | endpoint-target",
        "{address: 52.94.1.1, cloudfront: d1.cloudfront.net}         | endpoint-target",
        "{address: 52.94.1.1, ipv6: true}                            | target-option",
        "{address: 52.94.1.1, evaluate-target-health: true}          | target-option",
        "{record: server, ipv6: true}                                | target-option",
        "{s3-website: {region: us-east-1}, ipv6: true}               | target-option",
        "{cloudfront: d1.example.com}                                | target-name",
        "{cloudfront: 'https://d1.cloudfront.net/'}                  | target-name",
        "{cloudfront: d1.cloudfront.net, evaluate-target-health: true} | target-health",
        "{global-accelerator: a.example.com}                         | target-name",
        "{load-balancer: my-alb}                                     | load-balancer",
        "{load-balancer: {}}                                         | load-balancer",
        "{load-balancer: {name: a, dns-name: b}}                     | load-balancer",
        "{region: us-east-1, load-balancer: {name: a, zone-id: Z1}}  | load-balancer",
        "{load-balancer: x-1.moon-north-1.elb.amazonaws.com}         | load-balancer-region",
        "{load-balancer: {name: my-alb}}                             | target-region",
        "{s3-website: {}}                                            | target-region",
        "{s3-website: {region: eu-south-1}}                          | s3-website-region",
        "{api-gateway: {dns-name: x.example.com}}                    | missing-key",
        "{vpc-endpoint: {dns-name: x.example.com}}                   | missing-key",
        "{record: a..b}                                              | name-label",
        "{record: nothing}                                           | record-target",
        "{record: test}                                              | record-target",
        "{vpc-endpoint: {dns-name: a.b, zone-id: Z1}, health: {https: /}} | health-unreachable",
      })
  void aWrongTargetIsAnError(String endpoint, String rule) {
    assertThat(problems(endpoint))
        .filteredOn(Problem::isError)
        .extracting(Problem::rule)
        .containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{global-accelerator: a.awsglobalaccelerator.com, evaluate-target-health: true}"
            + " | target-health",
        "{region: us-east-1, load-balancer: x-1.eu-west-1.elb.amazonaws.com} | target-region",
        "{region: us-east-1, s3-website: {bucket: other.example.com}} | s3-bucket-name",
      })
  void whatProbablyDoesNotWorkIsAWarning(String endpoint, String rule) {
    assertThat(problems(endpoint)).noneMatch(Problem::isError);
    assertThat(problems(endpoint)).extracting(Problem::rule).containsExactly(rule);
  }

  @Test
  void theChoiceThatWasMadeIsNamed() {
    assertThat(problems("{address: 52.94.1.1, cloudfront: d1.cloudfront.net}"))
        .extracting(Problem::message)
        .allMatch(message -> message.startsWith("this has address and cloudfront;"));
  }

  @Test
  void aBucketThatIsCalledLikeTheRecordIsFine() {
    assertThat(problems("{region: us-east-1, s3-website: {bucket: test.ai.example.com}}"))
        .isEmpty();
  }

  @Test
  void anAliasIsRefusedWhereAddressesAreListed() {
    for (String policy : List.of("multivalue", "simple")) {
      FleetFile file =
          read(
              "{cloudfront: d1.cloudfront.net}",
              "services: {api: {route: {" + policy + ": [server, test]}}}");
      assertThat(file.problems())
          .filteredOn(Problem::isError)
          .extracting(Problem::rule)
          .containsExactly("endpoint-only");
    }
  }

  private static Target target(String fields) {
    FleetFile file = read("{" + fields + "}", "");
    assertThat(file.problems()).isEmpty();
    return file.fleet().orElseThrow().endpoints().get(1).target();
  }

  private static List<Problem> problems(String endpoint) {
    return read(endpoint, "").problems();
  }

  private static FleetFile read(String endpoint, String more) {
    return FleetFile.parse(
        "fleet.yaml",
        """
        fleet: x
        zone: {name: ai.example.com}
        endpoints:
          server: {address: 52.94.1.9}
          test: %s
        %s
        """
            .formatted(endpoint, more));
  }
}
