package io.github.fleetdns.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static Failures failures(String example) {
    return Failures.of(Input.read(Path.of("examples", example, "fleet.yaml")).zones().get(0));
  }

  private static Outages outages(String example, String name) {
    return failures(example).named(name).orElseThrow().outages();
  }

  @Test
  void anEndpointFailsItsHealthCheck() {
    assertThat(outages("policy-weighted", "us-east-1-ai-server").checks())
        .containsExactly("us-east-1-ai-server");
  }

  @Test
  void theLoadOfAnEndpointThatIsDownHasNoData() {
    Outages outages = outages("load-gpu", "us-east-1-ai-server");

    // The check of both follows from these two.
    assertThat(outages.checks()).containsExactly("us-east-1-ai-server");
    assertThat(outages.withoutData()).containsExactly("us-east-1-ai-server.load");
  }

  @Test
  void aLoadBalancerIsOneThing() {
    Failures failures = failures("target-load-balancer");
    String endpoint = failures.names().iterator().next();

    assertThat(failures.named(endpoint).orElseThrow().outages().targets()).isNotEmpty();
  }

  @Test
  void aTargetIsFoundByItsDnsNameInAnySpelling() {
    Failures failures = failures("target-load-balancer");
    String dnsName =
        failures.names().stream()
            .filter(n -> n.endsWith(".amazonaws.com"))
            .findFirst()
            .orElseThrow();

    assertThat(failures.named(dnsName.toUpperCase(java.util.Locale.ROOT) + ".")).isPresent();
    assertThat(failures.named("dualstack." + dnsName.replaceFirst("^dualstack\\.", "")))
        .isPresent();
  }

  @Test
  void aCheckAloneLeavesTheEndpointUp() {
    Failures.Failure failure = failures("load-gpu").named("us-east-1-ai-server.load").orElseThrow();

    assertThat(failure.servers()).isEmpty();
    assertThat(failure.outages().checks()).containsExactly("us-east-1-ai-server.load");
  }

  @Test
  void aRegionIsAllOfItsEndpoints() {
    Failures.Failure failure = failures("policy-weighted").named("region:us-east-1").orElseThrow();

    assertThat(failure.servers()).extracting(Server::name).contains("us-east-1-ai-server");
  }

  @Test
  void whatTheZoneDoesNotHaveIsNothing() {
    assertThat(failures("policy-weighted").named("region:eu-north-1")).isEmpty();
    assertThat(failures("policy-weighted").named("nobody")).isEmpty();
  }
}
