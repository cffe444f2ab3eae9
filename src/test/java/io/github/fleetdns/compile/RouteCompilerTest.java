package io.github.fleetdns.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fleetdns.RandomRoutes;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.report.RecordTable;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.rule.Finding;
import io.github.fleetdns.zone.rule.Rules;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RouteCompilerTest {
  private static final Endpoint US =
      Endpoint.at("us", "52.94.1.1", "2600:1f::1").in("us-east-1").withHealth(Health.https("/"));
  private static final Endpoint EU =
      Endpoint.at("eu", "52.94.1.2").in("eu-west-1").withHealth(Health.https("/"));
  private static final Endpoint DE =
      Endpoint.at("de", "52.94.1.3").in("eu-central-1").withHealth(Health.https("/"));

  @Test
  void anEndpointAloneIsASimpleRecordSet() {
    assertThat(table(fleet().service("api", new Route.To("eu"))))
        .isEqualTo("api.ai.example.com  A      60  52.94.1.2");
  }

  @Test
  void eachAddressFamilyHasATreeOfTheEndpointsThatHaveIt() {
    Route weighted = new Route.Weighted(List.of(share("us", 3), share("eu", 1)));
    assertThat(table(fleet().service("api", weighted)))
        .isEqualTo(
            """
            api.ai.example.com  A     weighted 3   60  52.94.1.1
            api.ai.example.com  A     weighted 1   60  52.94.1.2
            api.ai.example.com  AAAA  weighted 3   60  2600:1f::1""");
  }

  @Test
  void aNestedPolicyHasANameOfItsOwnBelowItsParent() {
    Route inner = new Route.Failover(List.of(new Route.To("eu"), new Route.To("us")));
    Route outer = new Route.Weighted(List.of(new Route.Share("old", 9, inner), share("de", 1)));
    assertThat(table(fleet().service("api", outer)))
        .startsWith(
            """
            api.ai.example.com       A     weighted 9               → _old.api.ai.example.com
            _old.api.ai.example.com  A     failover primary     60  52.94.1.2
            _old.api.ai.example.com  A     failover secondary   60  52.94.1.1
            api.ai.example.com       A     weighted 1           60  52.94.1.3""");
  }

  @Test
  void aPoolUsedTwiceIsCompiledOnceWithTheShorterTtl() {
    Route pool = new Route.Weighted(List.of(share("eu", 1), share("de", 1)));
    Route way = new Route.Failover(List.of(new Route.To("europe"), new Route.To("us")));
    HostedZone zone =
        compile(
            fleet()
                .pool("europe", pool)
                .service(new Service("a", OptionalLong.of(30), way))
                .service(new Service("b", OptionalLong.of(20), way)));
    assertThat(zone.recordSets().stream().filter(set -> at(set, "_europe.ai.example.com")))
        .hasSize(2)
        .allSatisfy(set -> assertThat(ttl(set)).isEqualTo(20));
  }

  @Test
  void moreThanTwoFailoverChildrenNest() {
    Route chain = new Route.Failover(List.of(to("us"), to("eu"), to("de")));
    assertThat(table(fleet().service("api", chain)))
        .startsWith(
            """
            api.ai.example.com             A     failover primary     60  52.94.1.1
            api.ai.example.com             A     failover secondary       → _secondary.api.ai.example.com
            _secondary.api.ai.example.com  A     failover primary     60  52.94.1.2
            _secondary.api.ai.example.com  A     failover secondary   60  52.94.1.3""");
  }

  @Test
  void aPoolStandsForEveryRegionOfItsEndpoints() {
    Route pool = new Route.Weighted(List.of(share("eu", 1), share("de", 1)));
    HostedZone zone =
        compile(
            fleet()
                .pool("europe", pool)
                .service("api", new Route.LatencyByRegion(List.of("us", "europe"))));
    assertThat(zone.recordSets().stream().filter(set -> at(set, "api.ai.example.com")))
        .extracting(set -> set.routing().map(Routing::setIdentifier).orElse(""))
        .containsExactly("us", "europe-eu-west-1", "europe-eu-central-1", "us");
  }

  @Test
  void weightsByCapacityKeepTheirProportionsInRange() {
    HostedZone zone =
        compile(
            Fleet.builder("x", "ai.example.com")
                .endpoint(EU.withCapacity(1000))
                .endpoint(DE.withCapacity(500))
                .service("api", new Route.ByCapacity(List.of("eu", "de"))));
    assertThat(String.join("\n", RecordTable.of(zone))).contains("weighted 255", "weighted 128");
  }

  @Test
  void innerNodesOfTheApexStayOutOfTheWayOfPools() {
    Route inner = new Route.Failover(List.of(to("eu"), to("us")));
    Route outer = new Route.Weighted(List.of(new Route.Share("europe", 1, inner)));
    assertThat(table(fleet().pool("europe", to("de")).service("@", outer)))
        .contains("→ _europe._apex.ai.example.com");
  }

  @Test
  void leavesInPoliciesHaveTheHealthCheckOfTheirEndpoint() {
    HostedZone zone = compile(fleet().service("api", new Route.Multivalue(List.of("us", "eu"))));
    assertThat(zone.healthChecks()).containsOnlyKeys("us", "eu", "de");
    assertThat(zone.recordSets().stream().filter(set -> set.routing().isPresent()))
        .hasSize(3)
        .allSatisfy(
            set -> {
              Routing routing = set.routing().orElseThrow();
              assertThat(routing.healthCheck()).contains(routing.setIdentifier());
            });
  }

  @Test
  void aRouteToNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compile(fleet().service("api", to("nowhere"))))
        .withMessageContaining("nowhere");
  }

  @Test
  void aPoolThatLeadsBackToItselfIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> compile(fleet().pool("a", to("b")).pool("b", to("a")).service("s", to("a"))))
        .withMessageContaining("back to itself");
  }

  @Property(tries = 1000)
  void randomFleetsCompileToZonesThatBreakNoRule(@ForAll("fleets") Fleet fleet) {
    List<Finding> findings = Rules.check(FleetCompiler.compile(fleet).zone());
    assertThat(findings).noneMatch(f -> f.rule().severity() == Severity.ERROR);
  }

  @Property(tries = 300)
  void everyAliasPointsAtAGroupOfItsOwnType(@ForAll("fleets") Fleet fleet) {
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    List<RecordSet.Group> groups = zone.recordSets().stream().map(RecordSet::group).toList();
    zone.recordSets()
        .forEach(
            set ->
                set.alias()
                    .map(alias -> (AliasTarget.SameZone) alias.target())
                    .ifPresent(
                        target ->
                            assertThat(groups)
                                .contains(new RecordSet.Group(target.name(), set.type()))));
  }

  @Provide
  Arbitrary<Fleet> fleets() {
    return RandomRoutes.fleets();
  }

  private static Fleet.Builder fleet() {
    return Fleet.builder("x", "ai.example.com").ttl(60).endpoint(US).endpoint(EU).endpoint(DE);
  }

  private static HostedZone compile(Fleet.Builder fleet) {
    return FleetCompiler.compile(fleet.build()).zone();
  }

  /** The record sets of services and pools as the table that users see, without its heading. */
  private static String table(Fleet.Builder fleet) {
    HostedZone zone = compile(fleet);
    List<RecordSet> sets =
        zone.recordSets().stream()
            .filter(s -> !List.of("us", "eu", "de").contains(s.name().labels().get(0)))
            .toList();
    String table = String.join("\n", RecordTable.of(HostedZone.of(zone.name(), sets)));
    return table.substring(table.indexOf('\n') + 1);
  }

  private static Route.Share share(String name, int weight) {
    return new Route.Share(name, weight, new Route.To(name));
  }

  private static Route to(String name) {
    return new Route.To(name);
  }

  private static boolean at(RecordSet set, String name) {
    return set.name().toString().equals(name);
  }

  private static long ttl(RecordSet set) {
    return set.ttl().orElseThrow();
  }
}
