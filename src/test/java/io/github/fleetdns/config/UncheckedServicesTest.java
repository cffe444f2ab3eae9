package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncheckedServicesTest {
  private static final String RULE = "service-unchecked";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latency: [a, b]",
        "weighted: [a, b]",
        "weighted: {a: 1, p: 1}",
        "geoproximity: {x: {region: us-east-1, route: a}, y: {region: eu-west-1, route: b}}",
        "multivalue: [a, b]",
        "geolocation: {europe: a, '*': b}",
        "cidr: {office: {blocks: [203.0.113.0/24], route: a}, '*': b}",
        "geolocation: {europe: {weighted: [a, b]}}",
      })
  void whereNobodyIsCheckedAServerThatIsLostKeepsItsClients(String route) {
    assertThat(found(route, "")).containsExactly(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weighted: [a]",
        "simple: [a, b]",
        "geolocation: {europe: a, US: b}",
        "weighted: [a, checked]",
        "weighted: [a, busy]",
        "weighted: [balancer]",
        "weighted: [a, meant]",
        "weighted: [inside, inside-2]",
      })
  void thatIsNotSaidWhereNobodyElseCouldAnswerOrSomebodyIsChecked(String route) {
    assertThat(found(route, "")).isEmpty();
  }

  @Test
  void aPoolIsEntered() {
    assertThat(found("p", "")).containsExactly(6);
  }

  @Test
  void checkersDoNotReachThePrivateZonesServers() {
    assertThat(
            found("latency: [a, b]", ", private: {vpcs: [{id: vpc-0a1b2c3d, region: us-east-1}]}"))
        .isEmpty();
  }

  private static List<Integer> found(String route, String zone) {
    String fleet =
        """
        fleet: f
        zone: {name: ai.example.com%s}
        defaults: {ttl: 60}
        pools: {p: {weighted: [a, b]}}
        services:
          api: {route: %s}
        endpoints:
          a: {region: us-east-1, address: 52.94.1.1}
          b: {region: eu-west-1, address: 52.94.1.2}
          checked: {address: 52.94.1.3, health: {https: /}}
          busy: {region: us-east-1, address: 52.94.1.4, load: {namespace: N, metric: m, threshold: 1}}
          balancer: {load-balancer: x-1.eu-west-1.elb.amazonaws.com}
          meant: {address: 52.94.1.5, health: false}
          inside: {address: 10.0.0.1}
          inside-2: {address: 10.0.0.2}
        """
            .formatted(zone, route.contains(":") ? "{" + route + "}" : route);
    List<Problem> problems = FleetFile.parse("f", fleet).problems();
    assertThat(problems).filteredOn(Problem::isError).isEmpty();
    return problems.stream()
        .filter(problem -> problem.rule().equals(RULE))
        .map(problem -> problem.location().line())
        .toList();
  }
}
