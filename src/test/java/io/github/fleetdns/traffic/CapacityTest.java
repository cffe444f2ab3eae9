package io.github.fleetdns.traffic;

import static io.github.fleetdns.traffic.TrafficFleets.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** By hand, from the shares that {@link ServiceTrafficTest} works out: us 60, de 50, ie 40. */
class CapacityTest {
  private final TrafficModel model = TrafficFleets.model(TrafficFleets.THREE_REGIONS);
  private final ServiceTraffic api =
      model.of(question("api.ai.example.com"), TrafficFleets.eight());
  private final List<Scenario> losses =
      api.under(Losses.single(model.zone(), model.servers()), () -> {});

  /** Of a server without a check, the load stays when it is lost; it is then not the fullest. */
  @Test
  void aLostServerIsNeverTheFullest() {
    TrafficModel unchecked =
        TrafficFleets.model(
            TrafficFleets.THREE_REGIONS
                .replace("us: {region: us-east-1,", "us: {region: us-east-1, health: false,")
                .replace("{failover: [us, de]}", "us"));
    Capacity capacity = Capacity.of(unchecked.servers(), Optional.of(BigFraction.of(80)));
    ServiceTraffic traffic =
        unchecked.of(TrafficFleets.question("api.ai.example.com"), TrafficFleets.eight());
    Scenario lost = traffic.under(Loss.ofServer(unchecked.servers().get(0)));
    assertThat(lost.failed()).isEqualTo(BigFraction.of(1, 2));
    assertThat(capacity.fullest(lost).orElseThrow().server().name()).isEqualTo("de");
    assertThat(capacity.tightest(lost).orElseThrow().server().name()).isEqualTo("de");
    // Those who are sent to us wait for nothing: they count in no latency.
    assertThat(lost.clients().millis().orElseThrow())
        .isLessThan(traffic.normal().clients().millis().orElseThrow());
  }

  @Test
  void whatALostServerGetsIsNoOverload() {
    Capacity small = Capacity.of(model.servers(), Optional.of(BigFraction.of(150)));
    Scenario more =
        new Scenario(
            Loss.ofServer(model.servers().get(0)),
            List.of(),
            Shares.all(new Destination.ToServer("us")),
            Bounds.none(Shares.all(new Destination.ToServer("us")), Set.of("us")),
            api.normal().clients());
    assertThat(new Outlook(api, small, List.of(more)).overloaded())
        .extracting(peak -> peak.use().server().name() + " " + peak.scenario().loss().title())
        .contains("us nothing");
  }

  @Test
  void loadAndUtilisationFollowTheDemand() {
    Capacity capacity = Capacity.of(model.servers(), Optional.of(BigFraction.of(80)));
    // us 40 of 60, de 30 of 50, ie 10 of 40.
    assertThat(capacity.uses(api.normal()))
        .extracting(Capacity.Use::load)
        .containsExactly(BigFraction.of(40), BigFraction.of(30), BigFraction.of(10));
    assertThat(capacity.uses(api.normal()))
        .extracting(Capacity.Use::utilisation)
        .containsExactly(BigFraction.of(2, 3), BigFraction.of(3, 5), BigFraction.of(1, 4));
    assertThat(capacity.fullest(api.normal()).orElseThrow().server().name()).isEqualTo("us");
  }

  @Test
  void theWorstLossIsTheOneThatFillsAServerMost() {
    Capacity capacity = Capacity.of(model.servers(), Optional.of(BigFraction.of(80)));
    Scenario worst = capacity.worst(losses).orElseThrow();
    // Without us, de gets 70 of its 50.
    assertThat(worst.loss().title()).isEqualTo("endpoint us");
    Capacity.Use fullest = capacity.fullest(worst).orElseThrow();
    assertThat(fullest.server().name()).isEqualTo("de");
    assertThat(fullest.utilisation()).isEqualTo(BigFraction.of(7, 5));
    assertThat(fullest.spare()).isEqualTo(BigFraction.of(-20));
    assertThat(fullest.isOverloaded()).isTrue();
  }

  @Test
  void aLostServerHasNoCapacity() {
    Capacity capacity = Capacity.of(model.servers(), Optional.of(BigFraction.of(80)));
    assertThat(capacity.uses(losses.get(0)))
        .extracting(u -> u.server().name())
        .doesNotContain("us");
  }

  @Test
  void withoutADemandItIsTheCapacityOfAll() {
    Capacity capacity = Capacity.of(model.servers(), Optional.empty());
    assertThat(capacity.demand()).isEqualTo(BigFraction.of(150));
    assertThat(capacity.uses(api.normal()).get(0).utilisation()).isEqualTo(BigFraction.of(75, 60));
  }

  @Test
  void whatIsSustainedFillsOneServerExactly() {
    Capacity capacity = Capacity.of(model.servers(), Optional.empty());
    // us takes half: 120; de three eighths: 133 1/3; ie an eighth: 320.
    assertThat(capacity.sustains(api.normal())).contains(BigFraction.of(120));
    assertThat(capacity.sustains(losses.get(0))).contains(BigFraction.of(400, 7));
  }

  @Test
  void aDemandIsAboveZero() {
    assertThatThrownBy(() -> Capacity.of(model.servers(), Optional.of(BigFraction.ZERO)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Of −20 and −110 the second is the least; BigFraction compares two negative ones wrongly. */
  @Test
  void ofTwoThatAreOverloadedTheOneThatLacksMostHasTheLeastSpare() {
    Capacity capacity = Capacity.of(model.servers(), Optional.of(BigFraction.of(400)));
    List<Scenario> losses = List.of(api.under(Loss.ofServer(model.servers().get(0))));
    Outlook.Peak least = new Outlook(api, capacity, losses).leastSpare().orElseThrow();
    BigFraction lowest =
        new Outlook(api, capacity, losses)
            .scenarios().stream()
                .flatMap(scenario -> capacity.uses(scenario).stream())
                .map(Capacity.Use::spare)
                .reduce((a, b) -> b.subtract(a).signum() < 0 ? b : a)
                .orElseThrow();
    assertThat(least.use().spare()).isEqualTo(lowest);
    assertThat(lowest.signum()).isNegative();
  }
}
