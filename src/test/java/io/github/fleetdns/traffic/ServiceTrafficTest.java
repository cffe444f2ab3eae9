package io.github.fleetdns.traffic;

import static io.github.fleetdns.traffic.TrafficFleets.THREE_REGIONS;
import static io.github.fleetdns.traffic.TrafficFleets.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fleetdns.RandomRoutes;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Resolver;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.Lag;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ServiceTrafficTest {
  private final TrafficModel model = TrafficFleets.model(THREE_REGIONS);
  private final ServiceTraffic api =
      model.of(question("api.ai.example.com"), TrafficFleets.eight());

  // By hand: half of the clients are in Europe, where de gets 3 of 4 and ie 1 of 4; the other half
  // goes to us.

  @Test
  void anAddressThatNothingTellsApartIsSharedAndThatIsSaid() {
    DomainName name = DomainName.of("twin.example.com");
    List<RecordSet> sets = List.of(weighted(name, "a", 3), weighted(name, "b", 1));
    List<Server> servers =
        List.of(
            Server.at("a", "us-east-1", Set.of("192.0.2.1"), Set.of()),
            Server.at("b", "us-east-1", Set.of("192.0.2.1"), Set.of()));
    ServiceTraffic traffic =
        TrafficModel.of(HostedZone.of(DomainName.of("example.com"), sets), servers)
            .of(question("twin.example.com"), TrafficFleets.eight());
    assertThat(traffic.normal().total().ofServer("a")).isEqualTo(BigFraction.of(1, 2));
    assertThat(traffic.remarks()).singleElement().asString().contains("192.0.2.1", "a and b");
  }

  private static RecordSet weighted(DomainName name, String identifier, long weight) {
    return new RecordSet(
        name,
        RecordType.A,
        Optional.of(new Routing(identifier, new RoutingPolicy.Weighted(weight), Optional.empty())),
        new Content.Values(60, List.of("192.0.2.1")));
  }

  @Test
  void aRegionAndAServerInItAreNoPair() {
    TrafficModel two =
        TrafficFleets.model(THREE_REGIONS.replace("region: eu-west-1", "region: eu-central-1"));
    assertThat(Losses.pairs(Losses.single(two.zone(), two.servers())))
        .extracting(Loss::title)
        .doesNotContain("endpoint de and region eu-central-1")
        .contains("endpoint us and region eu-central-1", "endpoint de and endpoint ie");
  }

  @Test
  void normallyEachGetsWhatWasWorkedOutByHand() {
    Shares total = api.normal().total();
    assertThat(total.ofServer("de")).isEqualTo(BigFraction.of(3, 8));
    assertThat(total.ofServer("ie")).isEqualTo(BigFraction.of(1, 8));
    assertThat(total.ofServer("us")).isEqualTo(BigFraction.of(1, 2));
    assertThat(total.unanswered()).isEqualTo(BigFraction.ZERO);
    assertThat(api.normal().byGroup().get(0)).isEqualTo(api.normal().byGroup().get(1));
    assertThat(api.normal().byGroup().get(3)).isEqualTo(Shares.all(to("us")));
  }

  @Test
  void withUsLostItsHalfGoesToDe() {
    Scenario lost = api.under(Loss.ofServer(server("us")));
    assertThat(lost.total().ofServer("de")).isEqualTo(BigFraction.of(7, 8));
    assertThat(lost.total().ofServer("ie")).isEqualTo(BigFraction.of(1, 8));
    assertThat(lost.failed()).isEqualTo(BigFraction.ZERO);
  }

  @Test
  void withDeLostIeServesAllOfEurope() {
    Scenario lost = api.under(Loss.ofRegion("eu-central-1", model.servers()));
    assertThat(lost.total().ofServer("ie")).isEqualTo(BigFraction.of(1, 2));
    assertThat(lost.total().ofServer("us")).isEqualTo(BigFraction.of(1, 2));
  }

  @Test
  void withAllOfEuropeLostEuropeansGoToTheDefault() {
    Loss both = Loss.ofServer(server("de")).and(Loss.ofServer(server("ie")));
    assertThat(api.under(both).total()).isEqualTo(Shares.all(to("us")));
    assertThat(both.title()).isEqualTo("endpoint de and endpoint ie");
  }

  @Test
  void whoIsSentToALostServerFails() {
    Loss all =
        Loss.ofServer(server("de"))
            .and(Loss.ofServer(server("ie")))
            .and(Loss.ofServer(server("us")));
    Scenario lost = api.under(all);
    assertThat(lost.total()).isEqualTo(api.normal().total());
    assertThat(lost.failed()).isEqualTo(BigFraction.ONE);
    assertThat(lost.unanswered()).isEqualTo(BigFraction.ZERO);
  }

  @Test
  void aServerWithoutACheckKeepsItsClientsWhenItIsLost() {
    TrafficModel unchecked =
        TrafficFleets.model(
            THREE_REGIONS
                .replace(", health: {https: /healthz, interval: 10, failures: 3}", "")
                .replace("{weighted: {de: 3, ie: 1}}", "de")
                .replace("{failover: [us, de]}", "us"));
    Server us = unchecked.servers().get(0);
    Scenario lost =
        unchecked
            .of(question("api.ai.example.com"), TrafficFleets.eight())
            .under(Loss.ofServer(us));
    assertThat(lost.failed()).isEqualTo(BigFraction.of(1, 2));
    assertThat(lost.clients().failover()).isEmpty();
    assertThat(lost.clients().failoverKnown()).isTrue();
  }

  @Test
  void aLostHealthCheckMovesClientsAndFailsNone() {
    Scenario lost = api.under(Loss.ofCheck("us"));
    assertThat(lost.total().ofServer("us")).isEqualTo(BigFraction.ZERO);
    assertThat(lost.failed()).isEqualTo(BigFraction.ZERO);
  }

  @Test
  void failingOverTakesTheCheckAndTheTtl() {
    Scenario lost = api.under(Loss.ofServer(server("us")));
    assertThat(lost.clients().failover()).hasValue(new Lag(3 * 10 + 60, 3 * (10 + 4 + 2) + 60));
  }

  @Test
  void aClientNoticesTheLongerWay() {
    ClientView view = api.under(Loss.ofServer(server("us"))).clients();
    assertThat(view.worst().orElseThrow().group().code()).isEqualTo("US-CA");
    double california = view.worst().orElseThrow().addedMillis();
    assertThat(view.addedMillis().orElseThrow()).isPositive().isLessThan(california);
    assertThat(api.normal().clients().addedMillis().orElseThrow()).isCloseTo(0, within(1e-9));
  }

  @Test
  void everyLossIsLookedAtOnce() {
    AtomicInteger done = new AtomicInteger();
    List<Loss> losses = Losses.single(model.zone(), model.servers());
    List<Scenario> scenarios = api.under(losses, done::incrementAndGet);
    assertThat(scenarios).extracting(Scenario::loss).isEqualTo(losses);
    assertThat(losses)
        .extracting(Loss::title)
        .containsExactly(
            "endpoint us",
            "endpoint de",
            "endpoint ie",
            "region us-east-1",
            "region eu-central-1",
            "region eu-west-1",
            "health check us",
            "health check de",
            "health check ie");
    assertThat(done).hasValue(9);
  }

  @Property(tries = 60)
  void sharesOfRandomFleetsAddUpToOneAndNoShortCutChangesThem(@ForAll("fleets") Fleet fleet) {
    TrafficModel model = TrafficFleets.model(fleet);
    Resolver resolver = Resolver.of(model.zone());
    Attribution attribution = new Attribution(model.behind());
    Population population = TrafficFleets.eight();
    List<Loss> losses = new ArrayList<>(Losses.single(model.zone(), model.servers()));
    losses.addAll(Losses.pairs(losses).stream().limit(10).toList());
    losses.add(Loss.NONE);
    for (Service service : fleet.services()) {
      Question question =
          Question.of(FleetCompiler.nameOf(service.name(), fleet.zone().name()), RecordType.A);
      ServiceTraffic traffic = model.of(question, population);
      for (Scenario scenario : traffic.under(losses, () -> {})) {
        assertThat(sum(scenario.total())).isEqualTo(BigFraction.ONE);
        BigFraction toServers = BigFraction.ZERO;
        for (int i = 0; i < population.groups().size(); i++) {
          ClientGroup group = population.groups().get(i);
          Shares direct =
              Attribution.shares(
                  attribution.parts(
                      resolver.answer(question, group.client(), scenario.loss().outages())));
          assertThat(scenario.byGroup().get(i)).isEqualTo(direct);
          assertThat(sum(direct)).isEqualTo(BigFraction.ONE);
          toServers =
              toServers.add(direct.ofServer("server-0").multiply(population.shareOf(group)));
        }
        assertThat(scenario.total().ofServer("server-0")).isEqualTo(toServers);
      }
    }
  }

  @Provide
  Arbitrary<Fleet> fleets() {
    return RandomRoutes.fleets();
  }

  private static BigFraction sum(Shares shares) {
    return shares.parts().values().stream().reduce(BigFraction.ZERO, BigFraction::add);
  }

  private static Destination to(String server) {
    return new Destination.ToServer(server);
  }

  private Server server(String name) {
    return model.servers().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}
