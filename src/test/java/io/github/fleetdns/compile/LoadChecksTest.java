package io.github.fleetdns.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Load;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadChecksTest {
  private static final Endpoint PLAIN = Endpoint.at("gpu", "52.94.1.1").in("eu-west-1");

  @Test
  void loadAloneIsOneCheckThatTheRecordsUse() {
    HostedZone zone = compile(PLAIN.withLoad(load(85)));
    assertThat(zone.healthChecks()).containsOnlyKeys("gpu.load");
    assertThat(usedBy(zone)).contains("gpu.load");
  }

  @Test
  void loadBesideHealthNeedsBoth() {
    HostedZone zone = compile(PLAIN.withHealth(Health.https("/")).withLoad(load(85)));
    assertThat(zone.healthChecks()).containsOnlyKeys("gpu", "gpu.load", "gpu.both");
    assertThat(zone.healthChecks().get("gpu.both"))
        .isEqualTo(
            new HealthCheck.Calculated(List.of("gpu", "gpu.load"), 2, HealthCheck.Common.PLAIN));
    assertThat(usedBy(zone)).contains("gpu.both");
  }

  @Test
  void theAlarmIsInTheEndpointsRegion() {
    assertThat(alarm(85).region()).isEqualTo("eu-west-1");
    assertThat(alarm(85).metric()).contains(load(85).metric());
  }

  @Test
  void anotherThresholdGivesTheAlarmAnotherNameForRoute53ToNotice() {
    assertThat(alarm(85).alarm()).matches("fleet-gpu-load-[0-9a-f]{8}");
    assertThat(alarm(85).alarm()).isEqualTo(alarm(85).alarm()).isNotEqualTo(alarm(90).alarm());
  }

  @Test
  void anEndpointThatIsCalledLikeTheCheckOfAnotherKeepsItsOwn() {
    HostedZone zone =
        compile(
            PLAIN.withLoad(load(85)),
            Endpoint.at("gpu-load", "52.94.1.2").withHealth(Health.https("/")));
    assertThat(zone.healthChecks()).containsOnlyKeys("gpu.load", "gpu-load");
  }

  @Test
  void aCalculatedCheckCountsHealthAndOnlyWithoutItLoad() {
    Health calculated = new Health(new Health.Calculated(List.of("gpu", "busy"), 1), false, false);
    HostedZone zone =
        compile(
            PLAIN.withHealth(Health.https("/")).withLoad(load(85)),
            Endpoint.at("busy", "52.94.1.2").in("eu-west-1").withLoad(load(85)),
            Endpoint.at("front", "52.94.1.3").withHealth(calculated));
    assertThat(((HealthCheck.Calculated) check(zone, "front")).children())
        .containsExactly("gpu", "busy.load");
  }

  @Test
  void loadNeedsARegion() {
    Endpoint nowhere = Endpoint.at("gpu", "52.94.1.1").withLoad(load(85));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compile(nowhere))
        .withMessageContaining("no region");
  }

  private static HealthCheck.CloudWatchAlarm alarm(double threshold) {
    return (HealthCheck.CloudWatchAlarm)
        check(compile(PLAIN.withLoad(load(threshold))), "gpu.load");
  }

  private static HealthCheck check(HostedZone zone, String name) {
    return Optional.ofNullable(zone.healthChecks().get(name)).orElseThrow();
  }

  private static Load load(double threshold) {
    return new Load(
        new AlarmMetric(
            "CWAgent",
            "gpu",
            Map.of("InstanceId", "i-1"),
            Load.DEFAULT_STATISTIC,
            60,
            threshold,
            Load.DEFAULT_COMPARISON,
            3),
        Load.DEFAULT_INSUFFICIENT_DATA);
  }

  private static Optional<String> usedBy(HostedZone zone) {
    return zone.recordSets().stream()
        .map(RecordSet::routing)
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(Routing::healthCheck);
  }

  private static HostedZone compile(Endpoint... endpoints) {
    Fleet.Builder fleet = Fleet.builder("fleet", "ai.example.com");
    List.of(endpoints).forEach(fleet::endpoint);
    List<Route.Share> shares =
        List.of(endpoints).stream()
            .map(e -> new Route.Share(e.name(), 1, new Route.To(e.name())))
            .toList();
    fleet.service("api", new Route.Weighted(shares));
    return FleetCompiler.compile(fleet.build()).zone();
  }
}
