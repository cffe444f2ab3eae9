package io.github.fleetdns.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.zone.RecordType;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Endpoints that their values do not tell apart, or do not tell at all. */
class AttributionTest {
  private static final String TWINS =
      """
      fleet: f
      zone: {name: ai.example.com}
      endpoints:
        a: {address: [52.94.1.1, "2600:1f::1"], region: us-east-1}
        b: {address: [52.94.1.1, "2600:1f:0:0:0:0:0:1"], region: eu-west-1}
        c: {address: 52.94.1.3, region: eu-west-1}
        la: {load-balancer: web-1.us-east-1.elb.amazonaws.com}
        lb: {load-balancer: web-1.us-east-1.elb.amazonaws.com}
        ha: {hostname: gpu.example.net}
        hb: {hostname: GPU.example.net}
      pools:
        one: {weighted: {a: 1, b: 1}}
        two: {weighted: {a: 1, b: 3}}
      """;

  private static ServiceTraffic traffic(String fleet, RecordType type) {
    return TrafficFleets.model(fleet)
        .of(Question.of("api.ai.example.com", type), TrafficFleets.eight());
  }

  private static ServiceTraffic twins(String route) {
    return traffic(TWINS + "services: {api: {route: " + route + "}}\n", RecordType.A);
  }

  /** The shares as they are written: {@code a 3/4, b 1/4}. */
  private static String shares(ServiceTraffic traffic) {
    return shares(traffic.normal().total().parts());
  }

  private static String shares(Map<Destination, ?> parts) {
    return parts.entrySet().stream()
        .map(part -> part.getKey().title() + " " + part.getValue().toString().replace(" ", ""))
        .collect(Collectors.joining(", "));
  }

  @Test
  void theRecordSetSaysWhichWhateverItIsCalled() {
    ServiceTraffic traffic =
        twins("{weighted: {b: {weight: 3, route: a}, a: {weight: 1, route: b}}}");
    assertThat(shares(traffic)).isEqualTo("a 3/4, b 1/4");
    assertThat(traffic.remarks()).isEmpty();
  }

  /** 1/2 · 1/2 + 1/2 · 1/4 of it go to a. */
  @Test
  void anEndpointInTwoPoolsHasTheWeightsOfBoth() {
    ServiceTraffic traffic = twins("{weighted: {one: 1, two: 1}}");
    assertThat(shares(traffic)).isEqualTo("a 3/8, b 5/8");
    assertThat(traffic.remarks()).isEmpty();
  }

  @Test
  void loadBalancersHostnamesAndIpv6AddressesAreToldApartTheSameWay() {
    assertThat(shares(twins("{weighted: {la: 3, lb: 1}}"))).isEqualTo("la 3/4, lb 1/4");
    ServiceTraffic six =
        traffic(TWINS + "services: {api: {route: {weighted: {a: 3, b: 1}}}}\n", RecordType.AAAA);
    assertThat(shares(six)).isEqualTo("a 3/4, b 1/4");
    assertThat(shares(twins("{weighted: {ha: 3, hb: 1}}"))).isEqualTo("ha 3/4, hb 1/4");
  }

  /** Four of the eight clients are outside of Europe. */
  @Test
  void aRegionsLossTakesItsOwnEndpointOnly() {
    ServiceTraffic traffic = twins("{geolocation: {europe: b, \"*\": a}}");
    assertThat(shares(traffic)).isEqualTo("a 1/2, b 1/2");
    Scenario lost = traffic.under(Loss.ofRegion("us-east-1", traffic.servers()));
    assertThat(lost.failed().toString()).isEqualTo("1 / 2");
    assertThat(shares(lost.byGroup().get(0).parts())).isEqualTo("b 1");
  }

  /**
   * One answer holds an address once (RFC 2181 section 5): half of the clients take it, and no one
   * knows which of the two serves them.
   */
  @Test
  void endpointsOfOneAddressInOneAnswerShareEquallyAndThatIsSaid() {
    for (String route : new String[] {"{simple: [a, b, c]}", "{multivalue: [a, b, c]}"}) {
      ServiceTraffic traffic = twins(route);
      assertThat(shares(traffic)).as(route).isEqualTo("a 1/4, b 1/4, c 1/2");
      assertThat(traffic.remarks())
          .singleElement()
          .asString()
          .contains("52.94.1.1", "a and b", "equally");
    }
  }

  /** What they name is no endpoint: a plain record, whose address is another endpoint's, too. */
  @Test
  void anEndpointThatNamesAPlainRecordIsWhatItsRecordSetStandsFor() {
    ServiceTraffic traffic =
        traffic(
            """
            fleet: f
            zone: {name: ai.example.com}
            endpoints:
              name: {hostname: gpu.ai.example.com}
              other: {address: 52.94.1.9}
            services:
              api: {route: {weighted: {name: 3, inner: {weight: 1, route: name}}}}
              rest: {route: other}
            records:
              gpu: {A: 52.94.1.9}
            """,
            RecordType.A);
    assertThat(shares(traffic)).isEqualTo("name 1");
    assertThat(traffic.remarks()).isEmpty();
    ServiceTraffic alias =
        traffic(
            """
            fleet: f
            zone: {name: ai.example.com}
            endpoints:
              name: {record: gpu}
              other: {address: 52.94.1.9}
            services:
              api: {route: {weighted: {name: 3, other: 1}}}
            records:
              gpu: {A: 52.94.1.9}
            """,
            RecordType.A);
    assertThat(shares(alias)).isEqualTo("name 3/4, other 1/4");
    assertThat(alias.remarks()).isEmpty();
  }

  /** 1/4 of the clients are led on to inner, 3/4 of which are a's. */
  @Test
  void anEndpointThatLeadsToOthersIsCountedAsThoseAndThatIsSaid() {
    ServiceTraffic traffic =
        traffic(
            """
            fleet: f
            zone: {name: ai.example.com}
            endpoints:
              a: {address: 52.94.1.1}
              b: {address: 52.94.1.1}
              on: {record: inner}
            services:
              inner: {route: {weighted: {a: 3, b: 1}}}
              api: {route: {weighted: {on: 1, b: 3}}}
            """,
            RecordType.A);
    assertThat(shares(traffic)).isEqualTo("a 3/16, b 13/16");
    assertThat(traffic.remarks())
        .hasSize(2)
        .allSatisfy(remark -> assertThat(remark).startsWith("on leads to a record set of "));
  }

  @Test
  void theSameHoldsWhenSomethingIsLost() {
    String fleet =
        """
        fleet: f
        zone: {name: ai.example.com}
        defaults: {health: {tcp: {port: 443}}}
        endpoints:
          a: {address: 52.94.1.1}
          b: {address: 52.94.1.1}
          c: {address: 52.94.1.1}
        services:
          api: {route: {failover: [a, {weighted: {b: 3, c: 1}}]}}
        """;
    ServiceTraffic traffic = traffic(fleet, RecordType.A);
    assertThat(shares(traffic)).isEqualTo("a 1");
    Scenario lost = traffic.under(Loss.ofServer(traffic.servers().get(0)));
    assertThat(shares(lost.total().parts())).isEqualTo("b 3/4, c 1/4");
    assertThat(lost.failed().signum()).isZero();
  }
}
