package io.github.fleetdns.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TripUpsTest {
  private static final DomainName ZONE = DomainName.of("example.com");
  private static final RecordSet SIMPLE = simple("api", RecordType.A, "192.0.2.1");
  private static final RecordSet HEAVY = routed("heavy", new RoutingPolicy.Weighted(3));
  private static final RecordSet LIGHT = routed("light", new RoutingPolicy.Weighted(1));

  @Test
  void simpleAndRoutedRecordSetsCannotBeTogether() {
    TripUp trip = only(List.of(SIMPLE), List.of(HEAVY, LIGHT));
    assertThat(trip.kind()).isEqualTo(TripUp.Kind.POLICY);
    assertThat(trip.absenceSeconds()).isEqualTo(900);
    assertThat(only(List.of(HEAVY), List.of(SIMPLE)).kind()).isEqualTo(TripUp.Kind.POLICY);
  }

  @Test
  void norCanTwoPolicies() {
    RecordSet east = routed("east", new RoutingPolicy.Latency("us-east-1"));
    assertThat(only(List.of(HEAVY, LIGHT), List.of(east)).kind()).isEqualTo(TripUp.Kind.POLICY);
  }

  @Test
  void anotherWeightIsNoTrouble() {
    RecordSet heavier = routed("heavy", new RoutingPolicy.Weighted(9));
    assertThat(find(List.of(HEAVY, LIGHT), List.of(heavier, LIGHT), Map.of(), Map.of())).isEmpty();
  }

  @Test
  void oneResourceThatStaysOneIsExchangedInOneStep() {
    assertThat(
            find(
                List.of(SIMPLE),
                List.of(HEAVY),
                Map.of(SIMPLE.key(), "aws_route53_record.api"),
                Map.of(HEAVY.key(), "aws_route53_record.api")))
        .isEmpty();
  }

  @Test
  void aCnameCannotStandBesideOtherTypes() {
    RecordSet cname = simple("api", RecordType.CNAME, "lb.example.net");
    assertThat(only(List.of(SIMPLE), List.of(cname)).kind()).isEqualTo(TripUp.Kind.CNAME);
    assertThat(only(List.of(cname), List.of(SIMPLE)).kind()).isEqualTo(TripUp.Kind.CNAME);
  }

  @Test
  void aResourceWithAnotherNameIsReplaced() {
    RecordSet next = simple("web", RecordType.A, "192.0.2.1");
    List<TripUp> found =
        find(
            List.of(SIMPLE),
            List.of(next),
            Map.of(SIMPLE.key(), "aws_route53_record.x"),
            Map.of(next.key(), "aws_route53_record.x"));
    assertThat(found).extracting(TripUp::kind).containsExactly(TripUp.Kind.REPLACED);
    // Two resources are two answers, one lost and one new: nothing to stumble over.
    assertThat(find(List.of(SIMPLE), List.of(next), Map.of(), Map.of())).isEmpty();
  }

  @Test
  void aResourceWithAnotherTypeIsExchangedAtOnce() {
    RecordSet six = simple("api", RecordType.AAAA, "2001:db8::1");
    List<TripUp> found =
        find(
            List.of(SIMPLE),
            List.of(six),
            Map.of(SIMPLE.key(), "aws_route53_record.x"),
            Map.of(six.key(), "aws_route53_record.x"));
    assertThat(found).extracting(TripUp::kind).containsExactly(TripUp.Kind.TYPE);
  }

  @Test
  void aCnameOfOneResourceIsExchangedAtOnceToo() {
    RecordSet cname = simple("api", RecordType.CNAME, "lb.example.net");
    List<TripUp> found =
        find(
            List.of(cname),
            List.of(SIMPLE),
            Map.of(cname.key(), "aws_route53_record.x"),
            Map.of(SIMPLE.key(), "aws_route53_record.x"));
    assertThat(found).extracting(TripUp::kind).containsExactly(TripUp.Kind.TYPE);
  }

  @Test
  void aCnameThatIsExchangedForSeveralTypesIsSaidOnce() {
    RecordSet cname = simple("api", RecordType.CNAME, "lb.example.net");
    RecordSet six = simple("api", RecordType.AAAA, "2001:db8::1");
    List<TripUp> found =
        find(
            List.of(cname),
            List.of(SIMPLE, six),
            Map.of(cname.key(), "aws_route53_record.x"),
            Map.of(SIMPLE.key(), "aws_route53_record.x", six.key(), "aws_route53_record.six"));
    assertThat(found).extracting(TripUp::kind).containsExactly(TripUp.Kind.CNAME);
    Exchange exchange = found.get(0).exchange().orElseThrow();
    assertThat(exchange.first().set()).isEqualTo(SIMPLE);
    assertThat(exchange.missingTypes()).containsExactly(RecordType.AAAA);
  }

  @Test
  void aPlanSaysWhatItReplacesAndWhy() {
    TripUp.Replacement tainted = new TripUp.Replacement("aws_route53_record.x", List.of(), true);
    TripUp.Replacement other = new TripUp.Replacement("aws_route53_record.y", List.of(), true);
    Map<RecordSet.Key, String> addresses = Map.of(SIMPLE.key(), "aws_route53_record.x");
    assertThat(find(List.of(SIMPLE), List.of(SIMPLE), addresses, addresses, List.of(other)))
        .isEmpty();
    TripUp trip =
        find(List.of(SIMPLE), List.of(SIMPLE), addresses, addresses, List.of(other, tainted))
            .get(0);
    assertThat(trip.kind()).isEqualTo(TripUp.Kind.REPLACED);
    assertThat(trip.replacement()).contains(tainted);
  }

  @Test
  void aZoneThatIsReplacedTakesEverythingWithIt() {
    TripUp.Replacement zone =
        new TripUp.Replacement("aws_route53_zone.zone", List.of("name"), true);
    List<TripUp> found =
        find(List.of(SIMPLE), List.of(HEAVY, LIGHT), Map.of(), Map.of(), List.of(zone));
    assertThat(found).extracting(TripUp::kind).containsExactly(TripUp.Kind.ZONE);
    assertThat(found.get(0).group().toString()).isEqualTo("example.com NS");
  }

  /** The targets of the first new alias are made with it: they must not be stumbled over then. */
  @Test
  void whatAliasesLeadToComesFirst() {
    DomainName inner = ZONE.prepend("_eu.api");
    RecordSet alias =
        new RecordSet(
            ZONE.prepend("api"),
            RecordType.A,
            Optional.of(
                new Routing("eu", new RoutingPolicy.Latency("eu-west-1"), Optional.empty())),
            new Content.Alias(new AliasTarget.SameZone(inner), true));
    RecordSet leaf = RecordSet.simple(inner, RecordType.A, 60, List.of("192.0.2.1"));
    RecordSet routed =
        new RecordSet(
            inner,
            RecordType.A,
            Optional.of(new Routing("a", new RoutingPolicy.Multivalue(), Optional.empty())),
            new Content.Values(60, List.of("192.0.2.1")));
    assertThat(find(List.of(SIMPLE, leaf), List.of(alias, routed), Map.of(), Map.of()))
        .extracting(trip -> trip.group().name())
        .containsExactly(inner, SIMPLE.name());
  }

  @Test
  void absenceIsKeptAsTheSoaRecordSays() {
    assertThat(TripUps.absenceSeconds(zone(List.of(soa(300, 86400))))).isEqualTo(300);
    assertThat(TripUps.absenceSeconds(zone(List.of(soa(900, 60))))).isEqualTo(60);
    assertThat(TripUps.absenceSeconds(zone(List.of()))).isEqualTo(900);
  }

  private static TripUp only(List<RecordSet> before, List<RecordSet> after) {
    List<TripUp> found = find(before, after, Map.of(), Map.of());
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<TripUp> find(
      List<RecordSet> before,
      List<RecordSet> after,
      Map<RecordSet.Key, String> addressesBefore,
      Map<RecordSet.Key, String> addressesAfter) {
    return find(before, after, addressesBefore, addressesAfter, List.of());
  }

  private static List<TripUp> find(
      List<RecordSet> before,
      List<RecordSet> after,
      Map<RecordSet.Key, String> addressesBefore,
      Map<RecordSet.Key, String> addressesAfter,
      List<TripUp.Replacement> replaced) {
    return TripUps.between(
        zone(before),
        key -> Optional.ofNullable(addressesBefore.get(key)),
        zone(after),
        key -> Optional.ofNullable(addressesAfter.get(key)),
        Optional.of("aws_route53_zone.zone"),
        replaced);
  }

  private static HostedZone zone(List<RecordSet> sets) {
    return HostedZone.of(ZONE, sets);
  }

  private static RecordSet simple(String name, RecordType type, String value) {
    return RecordSet.simple(ZONE.prepend(name), type, 60, List.of(value));
  }

  private static RecordSet soa(long ttl, long minimum) {
    return RecordSet.simple(
        ZONE,
        RecordType.SOA,
        ttl,
        List.of("ns-1.example.org. host.example.com. 1 7200 900 1209600 " + minimum));
  }

  private static RecordSet routed(String identifier, RoutingPolicy policy) {
    return new RecordSet(
        ZONE.prepend("api"),
        RecordType.A,
        Optional.of(new Routing(identifier, policy, Optional.empty())),
        new Content.Values(60, List.of("192.0.2.1")));
  }
}
