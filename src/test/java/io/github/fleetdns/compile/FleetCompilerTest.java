package io.github.fleetdns.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetCompilerTest {

  @Test
  void endpointIsPublishedBelowTheZone() {
    assertThat(compile(fleet().endpoint(Endpoint.at("gpu", "192.0.2.1"))).recordSets())
        .containsExactly(
            RecordSet.simple(
                DomainName.of("gpu.example.com"), RecordType.A, 300, List.of("192.0.2.1")));
  }

  @Test
  void addressesOfBothFamiliesBecomeTwoRecordSets() {
    HostedZone zone =
        compile(fleet().endpoint(Endpoint.at("gpu", "::1", "192.0.2.1", "::2", "192.0.2.2")));
    assertThat(zone.recordSets())
        .extracting(RecordSet::type, RecordSet::values)
        .containsExactly(
            tuple(RecordType.A, List.of("192.0.2.1", "192.0.2.2")),
            tuple(RecordType.AAAA, List.of("::1", "::2")));
  }

  @Test
  void valuesRememberWhereTheyStandInTheAddressList() {
    CompiledZone compiled =
        FleetCompiler.compile(
            fleet()
                .endpoint(Endpoint.behind("a", "a.example.net"))
                .endpoint(Endpoint.at("b", "::1", "192.0.2.1", "::2"))
                .record(PlainRecord.of("@", RecordType.MX, "10 mail"))
                .build());
    assertThat(compiled.origins())
        .containsExactly(
            new Origin.Endpoint(0, List.of(0)),
            new Origin.Endpoint(1, List.of(1)),
            new Origin.Endpoint(1, List.of(0, 2)),
            new Origin.Stated(0, List.of(0)));
  }

  @Test
  void hostnameBecomesACname() {
    assertThat(compile(fleet().endpoint(Endpoint.behind("gpu", "GPU.example.net."))).recordSets())
        .extracting(RecordSet::type, RecordSet::values)
        .containsExactly(tuple(RecordType.CNAME, List.of("gpu.example.net")));
  }

  @Test
  void ttlIsTheOwnOneOrElseTheFleets() {
    HostedZone zone =
        compile(
            fleet()
                .ttl(60)
                .endpoint(Endpoint.at("a", "192.0.2.1"))
                .endpoint(Endpoint.at("b", "192.0.2.1").withTtl(5))
                .record(PlainRecord.of("c", RecordType.TXT, "x"))
                .record(new PlainRecord("d", RecordType.TXT, OptionalLong.of(0), List.of("x"))));
    assertThat(zone.recordSets())
        .extracting(set -> set.ttl().getAsLong())
        .containsExactly(60L, 5L, 60L, 0L);
  }

  @ParameterizedTest
  @CsvSource({
    "@, example.com",
    "www, www.example.com",
    "a.b, a.b.example.com",
    "*, *.example.com",
    "www.example.com., www.example.com",
    "www.example.org., www.example.org",
    "www.example.com, www.example.com.example.com",
  })
  void recordNameIsRelativeUnlessItEndsInADot(String name, String absolute) {
    assertThat(FleetCompiler.nameOf(name, DomainName.of("example.com"))).hasToString(absolute);
  }

  @Test
  void recordNameThatIsNoneIsRefused() {
    Fleet fleet = fleet().record(PlainRecord.of("a..b", RecordType.TXT, "x")).build();
    assertThatThrownBy(() -> FleetCompiler.compile(fleet)).isInstanceOf(InvalidNameException.class);
  }

  @Test
  void textIsQuotedAndSplitButZoneFileFormIsLeftAlone() {
    HostedZone zone =
        compile(
            fleet()
                .record(
                    PlainRecord.of(
                        "t", RecordType.TXT, "plain", "\"a\" \"b\"", "\"open", "x".repeat(256)))
                .record(PlainRecord.of("s", RecordType.SPF, "v=spf1 -all"))
                .record(PlainRecord.of("c", RecordType.CAA, "0 issue \"x\"")));
    assertThat(zone.recordSets().get(0).values())
        .containsExactly("\"a\" \"b\"", "\"open", "\"plain\"", '"' + "x".repeat(255) + "\" \"x\"");
    assertThat(zone.recordSets().get(1).values()).containsExactly("\"v=spf1 -all\"");
    assertThat(zone.recordSets().get(2).values()).containsExactly("0 issue \"x\"");
  }

  /** As Route 53 writes them, and as they are read back from Terraform. */
  @Test
  void stringsThatTouchGetASpaceBetweenThem() {
    HostedZone zone =
        compile(
            fleet().record(PlainRecord.of("t", RecordType.TXT, "\"a\"\"b\"", "\"c d\"   \"e\"")));
    assertThat(zone.recordSets().get(0).values()).containsExactly("\"a\" \"b\"", "\"c d\" \"e\"");
  }

  @Test
  void zonesTagsWinOverTheFleets() {
    Zone own = new Zone(DomainName.of("example.com"), "hello", Map.of("team", "dns"));
    HostedZone zone = compile(fleet().zone(own).tag("team", "ai").tag("cost", "7"));
    assertThat(zone.tags()).containsExactly(Map.entry("team", "dns"), Map.entry("cost", "7"));
    assertThat(zone.comment()).isEqualTo("hello");
  }

  private static Fleet.Builder fleet() {
    return Fleet.builder("ai-app", "example.com");
  }

  private static HostedZone compile(Fleet.Builder fleet) {
    return FleetCompiler.compile(fleet.build()).zone();
  }

  @Test
  void theHostOfAHealthCheckIsLookedUpWhereThereIsNoAddress() {
    Health health = probing("probe.example.org");
    HostedZone zone =
        FleetCompiler.compile(
                Fleet.builder("f", "example.com")
                    .endpoint(Endpoint.at("address", "8.8.8.8").withHealth(health))
                    .endpoint(Endpoint.behind("name", "gpu.example.net").withHealth(health))
                    .endpoint(
                        Endpoint.to(
                                "distribution",
                                Target.alias(new AliasedResource.CloudFront("d1.cloudfront.net")))
                            .withHealth(health))
                    .build())
            .zone();

    assertThat(zone.healthChecks().values())
        .hasSize(3)
        .extracting(check -> ((HealthCheck.Endpoint) check).host())
        .containsOnly(Optional.of("probe.example.org"));
  }

  private static Health probing(String host) {
    return new Health(
        new Health.Connect(
            HealthCheck.Protocol.HTTPS,
            OptionalInt.empty(),
            Optional.of("/h"),
            Optional.of(host),
            Optional.empty(),
            true,
            30,
            3,
            List.of(),
            false),
        false,
        false);
  }
}
