package io.github.fleetdns.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private static final DomainName API = DomainName.of("api.example.com");
  private static final TripUp.Change SIMPLE =
      change("simple", RecordSet.simple(API, RecordType.A, 60, List.of("192.0.2.1")));

  @Test
  void aSimpleRecordSetBecomesTheFirstOfTheNewOnes() {
    Exchange exchange = of(List.of(SIMPLE), List.of(failover(false), failover(true)));
    assertThat(exchange.removed()).isEmpty();
    assertThat(exchange.kept()).isEqualTo(SIMPLE);
    assertThat(exchange.first()).isEqualTo(failover(true));
    assertThat(exchange.answersEverybody()).isTrue();
    assertThat(exchange.missingTypes()).isEmpty();
  }

  @Test
  void theDefaultIsKeptForItAnswersEverybody() {
    TripUp.Change europe = geolocation("europe", GeoPlace.Continent.EUROPE);
    TripUp.Change everywhere = geolocation("default", new GeoPlace.Default());
    Exchange exchange = of(List.of(europe, everywhere), List.of(SIMPLE));
    assertThat(exchange.kept()).isEqualTo(everywhere);
    assertThat(exchange.removed()).containsExactly(new Exchange.Removed(europe, false));
    assertThat(exchange.answersEverybody()).isTrue();
    assertThat(of(List.of(SIMPLE), List.of(europe, everywhere)).first()).isEqualTo(everywhere);
    assertThat(of(List.of(SIMPLE), List.of(europe)).answersEverybody()).isFalse();
    assertThat(of(List.of(europe), List.of(SIMPLE)).answersEverybody()).isFalse();
  }

  @Test
  void aNetworkIsNotEverybodyButItsDefaultIs() {
    TripUp.Change office = routed("office", new RoutingPolicy.Cidr("networks", "office"));
    TripUp.Change rest = routed("rest", new RoutingPolicy.Cidr("networks", "*"));
    assertThat(of(List.of(SIMPLE), List.of(office)).answersEverybody()).isFalse();
    assertThat(of(List.of(SIMPLE), List.of(office, rest)).first()).isEqualTo(rest);
    assertThat(of(List.of(SIMPLE), List.of(office, rest)).answersEverybody()).isTrue();
  }

  /** Of the same set identifier it would be an update, of which nobody says that it is allowed. */
  @Test
  void itIsOneOfAnotherSetIdentifier() {
    TripUp.Change heavy = routed("a", new RoutingPolicy.Weighted(3));
    TripUp.Change light = routed("b", new RoutingPolicy.Weighted(1));
    TripUp.Change east = routed("a", new RoutingPolicy.Latency("us-east-1"));
    TripUp.Change west = routed("b", new RoutingPolicy.Latency("us-west-1"));
    Exchange exchange = of(List.of(heavy, light), List.of(east, west));
    assertThat(exchange.kept()).isEqualTo(heavy);
    assertThat(exchange.first()).isEqualTo(west);
    // Both addresses are those of new record sets: the old one must make room.
    assertThat(exchange.removed()).containsExactly(new Exchange.Removed(light, true));
  }

  @Test
  void whoNormallyGetsNothingIsNotKept() {
    TripUp.Change idle = routed("idle", new RoutingPolicy.Weighted(0));
    TripUp.Change busy = routed("busy", new RoutingPolicy.Weighted(1));
    assertThat(of(List.of(idle, busy), List.of(SIMPLE)).kept()).isEqualTo(busy);
  }

  @Test
  void aCnameAnswersForEveryTypeAndOthersForTheirOwn() {
    TripUp.Change cname = simple("cname", RecordType.CNAME, "lb.example.net");
    TripUp.Change six = simple("six", RecordType.AAAA, "2001:db8::1");
    TripUp.Change mail = simple("mail", RecordType.MX, "10 mail.example.net");
    Exchange from = of(List.of(cname), List.of(mail, six, SIMPLE));
    assertThat(from.first()).isEqualTo(SIMPLE);
    assertThat(from.missingTypes()).containsExactlyInAnyOrder(RecordType.AAAA, RecordType.MX);
    Exchange to = of(List.of(six, SIMPLE), List.of(cname));
    assertThat(to.kept()).isEqualTo(SIMPLE);
    assertThat(to.missingTypes()).containsExactly(RecordType.AAAA);
    assertThat(of(List.of(cname), List.of(SIMPLE)).missingTypes()).isEmpty();
  }

  private static Exchange of(List<TripUp.Change> before, List<TripUp.Change> after) {
    return Exchange.of(
        before,
        after,
        address -> after.stream().anyMatch(c -> c.address().equals(Optional.of(address))));
  }

  private static TripUp.Change failover(boolean isPrimary) {
    return routed(
        isPrimary ? "primary" : "secondary",
        new RoutingPolicy.Failover(
            isPrimary
                ? RoutingPolicy.Failover.Role.PRIMARY
                : RoutingPolicy.Failover.Role.SECONDARY));
  }

  private static TripUp.Change geolocation(String identifier, GeoPlace place) {
    return routed(identifier, new RoutingPolicy.Geolocation(place));
  }

  private static TripUp.Change routed(String identifier, RoutingPolicy policy) {
    return change(
        identifier,
        new RecordSet(
            API,
            RecordType.A,
            Optional.of(new Routing(identifier, policy, Optional.empty())),
            new Content.Values(60, List.of("192.0.2.1"))));
  }

  private static TripUp.Change simple(String name, RecordType type, String value) {
    return change(name, RecordSet.simple(API, type, 60, List.of(value)));
  }

  private static TripUp.Change change(String name, RecordSet set) {
    return new TripUp.Change(set, Optional.of("aws_route53_record." + name));
  }
}
