package io.github.fleetdns.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Server;
import io.github.fleetdns.zone.AliasTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoints of fleet files, and the record sets that lead to them. */
class FleetServersTest {
  @TempDir private Path folder;

  @Test
  void anEndpointHasItsOwnRecordSetAndThoseOfRoutes() throws Exception {
    Servers servers =
        read(
            """
            fleet: f
            zone: {name: ai.example.com}
            endpoints:
              a: {address: 52.94.1.1, region: us-east-1, capacity: 3, health: {https: /}}
              b: {address: [52.94.1.2, "2600:1f::2"]}
            services:
              api: {route: {weighted: {a: 1, canary: {weight: 2, route: b}}}}
            """);

    Server a = servers.named("a").orElseThrow();
    assertThat(a.region()).contains("us-east-1");
    assertThat(a.capacity()).hasValue(3);
    assertThat(a.checks()).containsExactly("a");
    assertThat(a.values()).containsExactly("52.94.1.1");
    assertThat(keys(a)).containsExactly("a.ai.example.com A", "api.ai.example.com A \"a\"");
    Server b = servers.named("b").orElseThrow();
    assertThat(b.values()).containsExactly("52.94.1.2", "2600:1f::2");
    assertThat(keys(b))
        .containsExactly(
            "b.ai.example.com A",
            "b.ai.example.com AAAA",
            "api.ai.example.com A \"canary\"",
            "api.ai.example.com AAAA \"canary\"");
    assertThat(servers.in("us-east-1")).containsExactly(a);
  }

  @Test
  void theHealthCheckTellsEndpointsOfOneAddressApart() throws Exception {
    Servers servers =
        read(
            """
            fleet: f
            zone: {name: ai.example.com}
            endpoints:
              a: {address: 52.94.1.1, health: {tcp: {port: 8001}}}
              b: {address: 52.94.1.1, health: {tcp: {port: 8002}}}
            services:
              api: {route: {failover: [a, b]}}
            """);

    assertThat(keys(servers.named("a").orElseThrow()))
        .containsExactly("a.ai.example.com A", "api.ai.example.com A \"primary\"");
    assertThat(keys(servers.named("b").orElseThrow()))
        .containsExactly("b.ai.example.com A", "api.ai.example.com A \"secondary\"");
  }

  @Test
  void endpointsOfOneAddressAreToldApartWithoutAnyHealthCheck() throws Exception {
    Servers servers =
        read(
            """
            fleet: f
            zone: {name: ai.example.com}
            endpoints:
              a: {address: 52.94.1.1}
              b: {address: 52.94.1.1}
            services:
              api: {route: {weighted: {b: {weight: 1, route: a}, other: {weight: 3, route: b}}}}
              both: {route: {simple: [a, b]}}
            """);

    assertThat(keys(servers.named("a").orElseThrow()))
        .containsExactly(
            "a.ai.example.com A", "api.ai.example.com A \"b\"", "both.ai.example.com A");
    assertThat(keys(servers.named("b").orElseThrow()))
        .containsExactly(
            "b.ai.example.com A", "api.ai.example.com A \"other\"", "both.ai.example.com A");
  }

  @Test
  void aLoadBalancerIsAnAliasTargetAndAnotherRecordOfTheZoneIsNone() throws Exception {
    Servers servers =
        read(
            """
            fleet: f
            zone: {name: ai.example.com}
            endpoints:
              eu: {load-balancer: web-1.eu-central-1.elb.amazonaws.com}
              mirror: {record: eu}
            services:
              api: {route: eu}
            """);

    Server eu = servers.named("eu").orElseThrow();
    assertThat(eu.targets())
        .singleElement()
        .isInstanceOfSatisfying(
            AliasTarget.AwsResource.class,
            target ->
                assertThat(target.dnsName()).isEqualTo("web-1.eu-central-1.elb.amazonaws.com"));
    assertThat(keys(eu)).containsExactly("eu.ai.example.com A", "api.ai.example.com A");
    assertThat(servers.named("mirror").orElseThrow().targets()).isEmpty();
  }

  private Servers read(String fleet) throws IOException {
    Path file = Files.writeString(folder.resolve("fleet.yaml"), fleet);
    Input input = Input.read(file);
    assertThat(input.problems()).describedAs("problems").noneMatch(p -> p.isError());
    assertThat(input.before()).isEmpty();
    ZoneInput zone = input.zones().get(0);
    assertThat(zone.fleet()).isPresent();
    assertThat(zone.source()).isEqualTo(file.toString());
    return zone.servers();
  }

  private static List<String> keys(Server endpoint) {
    Set<?> keys = endpoint.recordSets();
    return keys.stream().map(Object::toString).toList();
  }
}
