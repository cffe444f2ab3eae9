package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerbatimTest {
  private static final String FLEET =
      """
      fleet: adopted
      zone: {name: ai.example.com}
      endpoints:
        us: {address: 52.94.1.1, publish: false, health: {check: front}}
        eu: {address: 52.94.1.2, health: {https: /, tags: {Name: EU}}}
      services:
        chat:
          route:
            failover:
              - set-identifier: Primary 1
                node: inner.chat
                ttl: 20
                check: front
                evaluate-target-health: false
                route: {weighted: {us: {weight: 3, set-identifier: us-000, check: false, route: us}}}
              - eu
        net:
          route:
            collection: nets
            route: {cidr: {offices: {set-identifier: o, route: us}, "*": eu}}
      record-sets:
        - {name: "@", type: A, alias: {record: chat, evaluate-target-health: true}}
        - {name: w, type: TXT, set-identifier: a, weighted: 255, ttl: 7, values: ['"b"', '"a"']}
        - {name: l, type: A, set-identifier: a, latency: eu-west-1, check: alarm, ttl: 7, values: 52.94.1.3}
        - {name: g, type: A, set-identifier: a, geolocation: US-CA, ttl: 7, values: 52.94.1.3}
        - {name: g, type: A, set-identifier: b, geolocation: "*", ttl: 7, values: 52.94.1.3}
        - {name: p, type: A, set-identifier: a, geoproximity: {at: [48.1, 11.5], bias: -3}, ttl: 7, values: 52.94.1.3}
        - {name: f, type: A, set-identifier: a, failover: primary, check: all, ttl: 7, values: 52.94.1.3}
        - {name: f, type: A, set-identifier: b, failover: secondary, ttl: 7, values: 52.94.1.4}
        - {name: m, type: A, set-identifier: a, multivalue: true, ttl: 7, values: 52.94.1.3}
        - {name: c, type: A, set-identifier: a, cidr: {collection: nets, location: offices}, ttl: 7, values: 52.94.1.3}
        - name: lb
          type: A
          alias: {dns-name: e.eu-west-1.elasticbeanstalk.com, zone-id: Z2NYPWQ7DFZAZH}
      checks:
        front: {https: {host: www.example.com, path: /healthz, sni: false}, interval: 10, failures: 2}
        port: {tcp: {port: 53}, address: 52.94.1.9, disabled: true, tags: {Name: Port}}
        alarm: {alarm: {name: busy, region: eu-west-1, insufficient-data: healthy}, invert: true}
        switch: {routing-control: "arn:aws:control"}
        all: {calculated: {children: [front, port], at-least: 0}}
      cidr-collections:
        nets: {offices: [198.51.100.0/24], labs: ["2001:db8::/48"]}
      """;

  @Test
  void everythingThatRoute53HoldsCanBeSaidAndIsWrittenAgain() {
    FleetFile file = FleetFile.parse("fleet.yaml", FLEET);
    assertThat(file.problems()).noneMatch(Problem::isError);

    Fleet fleet = file.fleet().orElseThrow();
    String text = FleetWriter.write(fleet);
    FleetFile again = FleetFile.parse("fleet.yaml", text);

    assertThat(again.problems()).describedAs(text).noneMatch(Problem::isError);
    assertThat(again.fleet()).describedAs(text).contains(fleet);
  }

  @Test
  void routesKeepTheNamesIdentifiersAndChecksThatAreSaid() {
    HostedZone zone = FleetFile.parse("fleet.yaml", FLEET).compiled().orElseThrow().zone();

    assertThat(zone.recordSets())
        .filteredOn(set -> set.name().toString().endsWith("chat.ai.example.com"))
        .extracting(
            set -> set.key().toString(),
            set -> set.routing().orElseThrow().healthCheck().orElse("-"),
            set -> set.ttl().orElse(-1))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "chat.ai.example.com A \"Primary 1\"", "front", -1L),
            org.assertj.core.groups.Tuple.tuple("inner.chat.ai.example.com A \"us-000\"", "-", 20L),
            org.assertj.core.groups.Tuple.tuple("chat.ai.example.com A \"secondary\"", "eu", 300L));
    assertThat(zone.recordSets())
        .noneMatch(set -> set.name().toString().equals("us.ai.example.com"));
    assertThat(zone.cidrCollections()).hasSize(1);
    assertThat(zone.healthChecks().keySet())
        .containsExactly("eu", "front", "port", "alarm", "switch", "all");
  }

  @Test
  void valuesOfARecordSetAreLocatedEach() {
    List<Problem> problems =
        FleetFile.parse(
                "fleet.yaml",
                """
                fleet: x
                zone: {name: ai.example.com}
                record-sets:
                  - {name: a, type: A, ttl: 60, values: [52.94.1.9, 52.94.1.300, 52.94.1.10]}
                """)
            .problems();

    assertThat(problems).extracting(p -> p.location().column()).containsExactly(53);
  }

  @Test
  void whatIsNoRecordSetIsSaidAtItsPlace() {
    FleetFile file =
        FleetFile.parse(
            "fleet.yaml",
            """
            fleet: x
            zone: {name: ai.example.com}
            endpoints: {a: {address: 52.94.1.1, health: {check: nobody}}, b: {address: 52.94.1.2, health: {https: /}}}
            record-sets:
              - {name: a.x, type: A, weighted: 1, latency: eu-west-1, set-identifier: a, ttl: 60, values: 52.94.1.9}
              - {name: b.x, type: A, weighted: 1, ttl: 60, values: 52.94.1.9}
              - {name: c.x, type: A, check: b, ttl: 60, values: 52.94.1.9}
              - {name: d.x, type: A}
              - {name: e.x, type: A, ttl: 60, alias: {record: b}}
              - {name: f.x, type: A, alias: {record: b, dns-name: c}}
              - {name: g.x, type: A, set-identifier: a, geolocation: moon, ttl: 60, values: 52.94.1.9}
            checks:
              b: {tcp: {port: 1}}
              c: {tcp: {port: 1}, http: /}
              d: {tcp: {port: 1}, address: here}
            """);

    assertThat(file.problems().stream().filter(Problem::isError).toList())
        .extracting(Problem::rule)
        .containsExactlyInAnyOrder(
            "unknown-check",
            "record-set-policy",
            "record-set-identifier",
            "record-set-check",
            "record-set-content",
            "record-set-content",
            "record-set-alias",
            "geolocation-place",
            "check-name",
            "health-kind",
            "address-format");
    assertThat(file.problems()).extracting(p -> p.location().line()).contains(3, 5, 6, 7, 8, 9);
  }

  @Test
  void aSharedCheckIsLostWithTheServersThatUseIt() {
    List<RecordSet> sets =
        FleetFile.parse("fleet.yaml", FLEET).compiled().orElseThrow().zone().recordSets();

    assertThat(sets)
        .filteredOn(set -> set.name().toString().equals("net.ai.example.com"))
        .extracting(set -> set.routing().orElseThrow().healthCheck().orElse("-"))
        .containsExactly("front", "eu");
  }
}
