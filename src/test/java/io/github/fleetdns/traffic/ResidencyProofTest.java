package io.github.fleetdns.traffic;

import static io.github.fleetdns.traffic.TrafficFleets.THREE_REGIONS;
import static io.github.fleetdns.traffic.TrafficFleets.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.GeoPlace;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ResidencyProofTest {
  private static final ResidencyRule EUROPE =
      new ResidencyRule(GeoPlace.Continent.EUROPE, Set.of("eu-central-1", "eu-west-1"));

  // By hand: of eight clients, three Germans and one Frenchman are in Europe, whose traffic de and
  // ie have as 3 to 1.

  @Test
  void whatLeavesNormallyIsSaidOnce() {
    ResidencyProof proof =
        only(THREE_REGIONS, new ResidencyRule(GeoPlace.Continent.EUROPE, Set.of("eu-central-1")));
    assertThat(proof.holds()).isFalse();
    ResidencyProof.Breach breach = proof.breaches().get(0);
    assertThat(proof.breaches()).hasSize(1);
    assertThat(breach.loss()).isEqualTo(Loss.NONE);
    assertThat(breach.to().title()).isEqualTo("ie");
    assertThat(breach.region()).contains("eu-west-1");
    assertThat(breach.share()).isEqualTo(BigFraction.of(1, 4));
  }

  @Test
  void whatStaysWhateverIsLostHolds() {
    ResidencyProof proof = only(THREE_REGIONS, EUROPE);
    assertThat(proof.holds()).isTrue();
    assertThat(proof.estimated()).isFalse();
  }

  @Test
  void everyLossThatBreaksItIsNamed() {
    String overTheOcean =
        THREE_REGIONS.replace("{weighted: {de: 3, ie: 1}}", "{failover: [de, us]}");
    assertThat(only(overTheOcean, EUROPE).breaches())
        .extracting(breach -> breach.loss().title() + " " + breach.share())
        .containsExactly("endpoint de 1", "region eu-central-1 1", "health check de 1");
  }

  /** Most goes to us, from all of Germany; the rest of what leaves, to ie, counts as well. */
  @Test
  void whereMostOfItGoesIsSaid() {
    String outside =
        THREE_REGIONS.replace(
            "europe: {weighted: {de: 3, ie: 1}}", "europe: {weighted: {us: 3, ie: 2, de: 1}}");
    ResidencyProof.Breach breach =
        only(outside, new ResidencyRule(GeoPlace.Continent.EUROPE, Set.of("eu-central-1")))
            .breaches()
            .get(0);
    assertThat(breach.to().title()).isEqualTo("us");
    assertThat(breach.share()).isEqualTo(BigFraction.of(5, 6));
  }

  /** Germany alone may go to Ireland alone; the French are asked about by the rule of Europe. */
  @Test
  void theSmallestPlaceHasTheRule() {
    String split =
        THREE_REGIONS.replace(
            "europe: {weighted: {de: 3, ie: 1}}", "europe: {failover: [de, ie]}\n        DE: ie");
    ResidencyRule germany =
        new ResidencyRule(new GeoPlace.Country("DE"), Set.of("eu-west-1", "eu-central-1"));
    List<ResidencyProof> proofs = proofs(split, EUROPE, germany);
    assertThat(proofs).extracting(ResidencyProof::holds).containsExactly(true, true);
    // Were Germans asked about by the rule of Europe, this would not hold.
    ResidencyRule central = new ResidencyRule(GeoPlace.Continent.EUROPE, Set.of("eu-central-1"));
    assertThat(proofs(split, central, germany).get(0).breaches())
        .extracting(breach -> breach.loss().title())
        .containsExactly("endpoint de", "region eu-central-1", "health check de");
  }

  @Test
  void whoGetsNoAnswerGoesNowhere() {
    String onlyEurope = THREE_REGIONS.replace("        \"*\": {failover: [us, de]}\n", "");
    ResidencyRule california =
        new ResidencyRule(new GeoPlace.Subdivision("US", "CA"), Set.of("us-west-1"));
    assertThat(only(onlyEurope, california).holds()).isTrue();
    assertThat(only(THREE_REGIONS, california).holds()).isFalse();
  }

  @Test
  void whereDistancesDecideNothingIsProved() {
    String nearest = THREE_REGIONS.replace("{weighted: {de: 3, ie: 1}}", "{latency: [de, ie]}");
    ResidencyProof proof = only(nearest, EUROPE);
    assertThat(proof.holds()).isTrue();
    assertThat(proof.estimated()).isTrue();
  }

  @Test
  void everybodyIsThereEvenWhoseStateIsNotKnown() {
    assertThat(Population.everywhere().groups())
        .extracting(ClientGroup::code)
        .contains("US", "US-CA", "AQ");
  }

  private static ResidencyProof only(String fleet, ResidencyRule rule) {
    return proofs(fleet, rule).get(0);
  }

  private static List<ResidencyProof> proofs(String fleet, ResidencyRule... rules) {
    ServiceTraffic api =
        TrafficFleets.model(fleet).of(question("api.ai.example.com"), TrafficFleets.eight());
    return ResidencyProof.of(api, List.of(rules));
  }
}
