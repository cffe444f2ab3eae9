package io.github.fleetdns.traffic;

import static io.github.fleetdns.traffic.TrafficFleets.THREE_REGIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.RandomRoutes;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.zone.Lag;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ZoneComparisonTest {

  // By hand: of eight clients, four are in Europe. de has 3/4 of them before and 1/2 afterwards, so
  // that 1/4 of 4/8 moves from de to ie: 1/8.

  @Test
  void ofTwoServersAtOneAddressOneIsTheRenamedOne() {
    String twins =
        THREE_REGIONS.replace(
            "  us: {", "  spare: {region: us-east-1, address: 52.94.1.1}\n  us: {");
    String renamed = THREE_REGIONS.replace("us:", "virginia:").replace("[us,", "[virginia,");
    assertThat(compare(twins, renamed).services()).hasSize(1);
  }

  @Test
  void theOrderOfValuesIsNoChangeAndTheirTtlIs() {
    String records =
        THREE_REGIONS + "records: {www: {A: {ttl: 60, values: [192.0.2.1, 192.0.2.2]}}}\n";
    assertThat(
            compare(records, records.replace("[192.0.2.1, 192.0.2.2]", "[192.0.2.2, 192.0.2.1]"))
                .isNothing())
        .isTrue();
    assertThat(compare(records, records.replace("{ttl: 60, values", "{ttl: 61, values")).names())
        .hasSize(1);
  }

  @Test
  void whatMovesIsAsWorkedOutByHand() {
    ServiceComparison api = compare(THREE_REGIONS, evenly()).services().get(0);
    assertThat(api.moved()).isEqualTo(BigFraction.of(1, 8));
    Flow flow = api.normal().flows().get(0);
    assertThat(api.normal().flows()).hasSize(1);
    assertThat(flow.from().title()).isEqualTo("de");
    assertThat(flow.to().title()).isEqualTo("ie");
    // Three of the four are Germans.
    assertThat(flow.places())
        .extracting(place -> place.group().code() + " " + place.share())
        .containsExactly("DE 3 / 32", "FR 1 / 32");
    assertThat(api.changesTtl()).isFalse();
    assertThat(api.worst().newlyWithout()).isEqualTo(BigFraction.ZERO);
  }

  @Test
  void aChangeThatIsHarmlessTodayMayBreakTheFailover() {
    String unchecked =
        THREE_REGIONS.replace(
            "us: {region: us-east-1, address: 52.94.1.1,",
            "us: {region: us-east-1, health: false, address: 52.94.1.1,");
    // A failover needs a check on its primary: without one, us serves everybody else alone.
    ServiceComparison api =
        compare(THREE_REGIONS, unchecked.replace("{failover: [us, de]}", "us")).services().get(0);
    assertThat(api.moved()).isEqualTo(BigFraction.ZERO);
    Shift worst = api.worst();
    assertThat(worst.loss().title()).isEqualTo("endpoint us");
    assertThat(worst.newlyWithout()).isEqualTo(BigFraction.of(1, 2));
    assertThat(
            new DiffGates(Optional.empty(), true, false)
                .check(compare(THREE_REGIONS, unchecked.replace("{failover: [us, de]}", "us"))))
        .singleElement()
        .asString()
        .contains("50 % more of the traffic is without service when endpoint us is lost");
  }

  @Test
  void theGateOfMovedTrafficIsExact() {
    ZoneComparison change = compare(THREE_REGIONS, evenly());
    assertThat(new DiffGates(Optional.of(BigFraction.of(1, 8)), false, false).check(change))
        .isEmpty();
    assertThat(new DiffGates(Optional.of(BigFraction.of(12, 100)), false, false).check(change))
        .singleElement()
        .asString()
        .contains("12.5 % of the traffic moves");
  }

  @Test
  void aZoneComparedWithItselfHasNoChange() {
    assertThat(compare(THREE_REGIONS, THREE_REGIONS).isNothing()).isTrue();
  }

  @Test
  void aServerThatIsOnlyRenamedKeepsItsTraffic() {
    String renamed = THREE_REGIONS.replace("us:", "virginia:").replace("[us,", "[virginia,");
    ServiceComparison api = compare(THREE_REGIONS, renamed).services().get(0);
    assertThat(api.moved()).isEqualTo(BigFraction.ZERO);
  }

  @Test
  void aServerAtAnotherAddressIsSaidToStandElsewhere() {
    ZoneComparison change =
        compare(THREE_REGIONS, THREE_REGIONS.replace("52.94.1.1,", "52.94.9.9,"));
    assertThat(change.services().get(0).moved()).isEqualTo(BigFraction.ZERO);
    assertThat(change.moves()).extracting(move -> move.after().name()).containsExactly("us");
    assertThat(change.names())
        .extracting(name -> name.group().toString())
        .containsExactly("us.ai.example.com A");
  }

  @Test
  void aServiceThatGoesLosesItsAnswers() {
    String without = THREE_REGIONS.substring(0, THREE_REGIONS.indexOf("services:"));
    ServiceComparison api = compare(THREE_REGIONS, without).services().get(0);
    assertThat(api.moved()).isEqualTo(BigFraction.ONE);
    assertThat(api.normal().after().unanswered()).isEqualTo(BigFraction.ONE);
    assertThat(api.normal().newlyWithout()).isEqualTo(BigFraction.ONE);
  }

  @Test
  void aServiceThatIsNewTakesNobodysAnswerAway() {
    String without = THREE_REGIONS.substring(0, THREE_REGIONS.indexOf("services:"));
    ZoneComparison comes = compare(without, THREE_REGIONS);
    assertThat(comes.services().get(0).moved()).isEqualTo(BigFraction.ONE);
    assertThat(comes.services().get(0).normal().displaced()).isEqualTo(BigFraction.ZERO);
    DiffGates gates = new DiffGates(Optional.of(BigFraction.ZERO), true, false);
    assertThat(gates.check(comes)).isEmpty();
    assertThat(gates.check(compare(THREE_REGIONS, without))).hasSize(2);
  }

  @Test
  void theTtlAndTheFailoverTimeAreCompared() {
    ServiceComparison api =
        compare(THREE_REGIONS, THREE_REGIONS.replace("ttl: 60", "ttl: 30")).services().get(0);
    assertThat(api.ttlBefore()).hasValue(60);
    assertThat(api.ttlAfter()).hasValue(30);
    Shift us = api.losses().get(0);
    assertThat(us.before().clients().failover().map(Lag::typicalSeconds)).hasValue(90L);
    assertThat(us.after().clients().failover().map(Lag::typicalSeconds)).hasValue(60L);
    assertThat(us.isNothing()).isFalse();
  }

  @Property(tries = 30)
  void theWayBackMovesExactlyWhatTheWayThereMoved(
      @ForAll("fleets") Fleet one, @ForAll("fleets") Fleet other) {
    ZoneComparison there = compare(one, other);
    ZoneComparison back = compare(other, one);
    assertThat(there.services()).hasSameSizeAs(back.services());
    for (ServiceComparison service : there.services()) {
      ServiceComparison reverse =
          back.services().stream()
              .filter(s -> s.question().equals(service.question()))
              .findFirst()
              .orElseThrow();
      assertThat(flows(service.normal(), false)).isEqualTo(flows(reverse.normal(), true));
      for (Shift shift : service.losses()) {
        Shift backwards =
            reverse.losses().stream()
                .filter(s -> s.loss().title().equals(shift.loss().title()))
                .findFirst()
                .orElseThrow();
        assertThat(flows(shift, false)).isEqualTo(flows(backwards, true));
        assertThat(shift.moved()).isBetween(BigFraction.ZERO, BigFraction.ONE);
      }
    }
  }

  @Property(tries = 30)
  void aRandomZoneComparedWithItselfHasNoChange(@ForAll("fleets") Fleet fleet) {
    assertThat(compare(fleet, fleet).isNothing()).isTrue();
  }

  @Provide
  Arbitrary<Fleet> fleets() {
    return RandomRoutes.fleets();
  }

  private static Set<String> flows(Shift shift, boolean reversed) {
    return shift.flows().stream()
        .map(
            flow ->
                (reversed ? flow.to() + " " + flow.from() : flow.from() + " " + flow.to())
                    + " "
                    + flow.share()
                    + new TreeSet<>(
                        flow.places().stream()
                            .map(place -> place.group().code() + place.share())
                            .toList()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String evenly() {
    return THREE_REGIONS.replace("de: 3, ie: 1", "de: 1, ie: 1");
  }

  private static ZoneComparison compare(String before, String after) {
    return compare(TrafficFleets.fleet(before), TrafficFleets.fleet(after));
  }

  private static ZoneComparison compare(Fleet before, Fleet after) {
    TrafficModel old = TrafficFleets.model(before);
    TrafficModel now = TrafficFleets.model(after);
    return ZoneComparison.of(
        old.zone(),
        old.servers(),
        now.zone(),
        now.servers(),
        TrafficFleets.eight(),
        question -> true,
        () -> {});
  }
}
