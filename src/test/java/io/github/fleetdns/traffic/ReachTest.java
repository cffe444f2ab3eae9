package io.github.fleetdns.traffic;

import static io.github.fleetdns.traffic.TrafficFleets.THREE_REGIONS;
import static io.github.fleetdns.traffic.TrafficFleets.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Resolver;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** What answers can depend on, seen from outside: a short cut must not change an answer. */
class ReachTest {
  private static final DomainName ZONE = DomainName.of("example.com");
  private static final DomainName API = ZONE.prepend("api");

  /** Of an inverted check, a loss makes healthy: clients come who lean on nothing that fails. */
  @Test
  void aCalculatedCheckFailsWithItsChild() {
    HealthCheck child =
        FleetCompiler.compile(TrafficFleets.fleet(THREE_REGIONS)).zone().healthChecks().get("us");
    HealthCheck all = new HealthCheck.Calculated(List.of("child"), 1, HealthCheck.Common.PLAIN);
    HostedZone plain = HostedZone.of(ZONE, List.of(weighted("a", "all"), weighted("b", "other")));
    HostedZone zone =
        new HostedZone(
            ZONE,
            "",
            Map.of(),
            plain.visibility(),
            plain.recordSets(),
            Map.of("child", child, "all", all, "other", child),
            List.of());
    ServiceTraffic api =
        TrafficModel.of(zone, List.of()).of(question("api.example.com"), TrafficFleets.eight());
    assertThat(api.under(Loss.ofCheck("child")).total().parts().keySet())
        .extracting(Destination::title)
        .containsExactly("b.example.net");
  }

  private static RecordSet weighted(String identifier, String check) {
    return new RecordSet(
        API,
        RecordType.CNAME,
        Optional.of(new Routing(identifier, new RoutingPolicy.Weighted(1), Optional.of(check))),
        new Content.Values(60, List.of(identifier + ".example.net")));
  }

  @Test
  void aLossMayBringAnEndpointBack() {
    String inverted =
        THREE_REGIONS.replace(
            "us: {region: us-east-1,",
            "us: {region: us-east-1, health: {https: /healthz, invert: true},");
    ServiceTraffic api =
        TrafficFleets.model(inverted).of(question("api.ai.example.com"), TrafficFleets.eight());
    assertThat(api.normal().total().ofServer("us")).isEqualTo(BigFraction.ZERO);
    Scenario lost = api.under(Loss.ofCheck("us"));
    assertThat(lost.total().ofServer("us")).isEqualTo(BigFraction.of(1, 2));
    assertThat(lost.total().ofServer("de")).isEqualTo(BigFraction.of(3, 8));
  }

  @Test
  void aLoadBalancerIsLostWithoutAnyCheck() {
    Server a = balanced("a");
    Server b = balanced("b");
    HostedZone zone = HostedZone.of(ZONE, List.of(alias(a, 3), alias(b, 1)));
    ServiceTraffic api =
        TrafficModel.of(zone, List.of(a, b)).of(question("api.example.com"), TrafficFleets.eight());
    assertThat(api.normal().total().ofServer("a")).isEqualTo(BigFraction.of(3, 4));
    Scenario lost = api.under(Loss.ofServer(a));
    assertThat(lost.total()).isEqualTo(Shares.all(new Destination.ToServer("b")));
    // Nobody says how fast Route 53 notices that.
    assertThat(lost.clients().failoverKnown()).isFalse();
    Scenario both = api.under(Loss.ofServer(a).and(Loss.ofServer(b)));
    assertThat(both.failed()).isEqualTo(BigFraction.ONE);
  }

  @Test
  void whatAnotherZoneAnswersIsNobodys() {
    RecordSet delegated = RecordSet.simple(API, RecordType.NS, 60, List.of("ns.example.net"));
    RecordSet below =
        new RecordSet(
            API.prepend("chat"),
            RecordType.A,
            Optional.of(new Routing("a", new RoutingPolicy.Weighted(1), Optional.empty())),
            new Content.Values(60, List.of("192.0.2.1")));
    ServiceTraffic chat =
        TrafficModel.of(HostedZone.of(ZONE, List.of(below, delegated)), List.of())
            .of(question("chat.api.example.com"), TrafficFleets.eight());
    assertThat(chat.normal().byGroup().get(0).parts().keySet())
        .extracting(Destination::title)
        .containsExactly("ns.example.net");
  }

  @Test
  void otherNamesAreNoPartOfIt() {
    HostedZone whole = FleetCompiler.compile(TrafficFleets.fleet(THREE_REGIONS)).zone();
    HostedZone part = reach(whole, "api.ai.example.com").part(whole).orElseThrow();
    assertThat(part.recordSets()).hasSizeLessThan(whole.recordSets().size());
    Outages outages = Outages.ofChecks("us");
    TrafficFleets.eight()
        .groups()
        .forEach(
            group ->
                assertThat(
                        Resolver.of(part)
                            .answer(question("api.ai.example.com"), group.client(), outages))
                    .isEqualTo(
                        Resolver.of(whole)
                            .answer(question("api.ai.example.com"), group.client(), outages)));
    assertThat(reach(whole, "nowhere.ai.example.com").part(whole)).isEmpty();
  }

  private static Reach reach(HostedZone zone, String name) {
    World world = World.of(List.of(new World.Zone(NameSpace.Member.of(zone), List.of())));
    return Reach.of(world, world.asked(question(name), zone), TrafficFleets.eight());
  }

  @Test
  void lossesThatAreOneToRoute53DifferInWhoServes() {
    TrafficModel model = TrafficFleets.model(THREE_REGIONS);
    List<Loss> losses = Losses.pairs(Losses.single(model.zone(), model.servers()));
    ServiceTraffic api = model.of(question("api.ai.example.com"), TrafficFleets.eight());
    List<Scenario> together = api.under(losses, () -> {});
    List<Scenario> alone = losses.stream().map(api::under).toList();
    IntStream.range(0, losses.size())
        .forEach(i -> assertThat(together.get(i)).isEqualTo(alone.get(i)));
    assertThat(together).extracting(Scenario::loss).isEqualTo(losses);
  }

  private static Server balanced(String name) {
    AliasTarget target =
        new AliasTarget.AwsResource(
            AwsService.LOAD_BALANCER, name + ".eu-west-1.elb.amazonaws.com", "Z32O12XQLNTSW2");
    return new Server(
        name,
        Optional.of("eu-west-1"),
        OptionalLong.empty(),
        List.of(),
        Set.of(),
        Set.of(target),
        Set.of(),
        Outages.ofTargets(target),
        false);
  }

  private static RecordSet alias(Server server, int weight) {
    return new RecordSet(
        API,
        RecordType.A,
        Optional.of(
            new Routing(server.name(), new RoutingPolicy.Weighted(weight), Optional.empty())),
        new Content.Alias(server.targets().iterator().next(), true));
  }
}
