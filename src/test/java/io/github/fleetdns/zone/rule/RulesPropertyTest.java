package io.github.fleetdns.zone.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;

/** What holds of every zone, however broken. */
class RulesPropertyTest {
  private static final DomainName APEX = DomainName.of("example.com");
  private static final List<String> TEXTS =
      List.of("", "a", "b", "*", "eu-west-1", "x y", "-1", "90.5", "\"\"", "8.8.8.8", "::1");

  @Property(tries = 500)
  void noRuleThrowsAndEveryFindingIsAboutAPartOfTheZone(@ForAll("zones") HostedZone zone) {
    for (Finding finding : Rules.check(zone)) {
      assertThat(finding.message().toString())
          .isNotBlank()
          .doesNotContain("\n", "Optional", "[", "null");
      assertThat(isPartOf(zone, finding.subject())).as("%s", finding).isTrue();
    }
  }

  @Property(tries = 100)
  void rulesFindTheSameEveryTime(@ForAll("zones") HostedZone zone) {
    assertThat(Rules.check(zone)).isEqualTo(Rules.check(zone));
  }

  /** Every step of a loop is a CNAME or an alias: a zone without them has none. */
  @Property(tries = 200)
  void loopIsFoundJustWhereFollowingAliasesDoesNotEnd(@ForAll("aliases") List<Integer> targets) {
    List<RecordSet> sets = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      sets.add(alias("n" + i, "n" + targets.get(i)));
    }
    boolean found =
        Rules.check(HostedZone.of(APEX, sets)).stream()
            .anyMatch(finding -> finding.rule().id().equals("alias-loop"));
    assertThat(found).isEqualTo(hasLoop(targets));
  }

  /** A chain, a crowded group and a crowded name: what a quadratic rule would take minutes for. */
  @Example
  void timeGrowsWithTheZone() {
    List<RecordSet> sets = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      sets.add(alias("n" + i, "n" + (i + 1)));
      Routing weighted =
          new Routing("s" + i, new RoutingPolicy.Weighted(1), Optional.of("c" + i % 100));
      sets.add(
          new RecordSet(
              DomainName.of("api.example.com"),
              RecordType.A,
              Optional.of(weighted),
              new Content.Values(60, List.of("8.8.8.8"))));
    }
    Assertions.assertThatNoException()
        .isThrownBy(
            () ->
                org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(10), () -> Rules.check(HostedZone.of(APEX, sets))));
  }

  private static RecordSet alias(String name, String target) {
    return new RecordSet(
        APEX.prepend(name),
        RecordType.A,
        Optional.empty(),
        new Content.Alias(new AliasTarget.SameZone(APEX.prepend(target)), true));
  }

  private static boolean hasLoop(List<Integer> targets) {
    for (int start = 0; start < targets.size(); start++) {
      Set<Integer> seen = new HashSet<>();
      int at = start;
      while (at < targets.size() && seen.add(at)) {
        at = targets.get(at);
      }
      if (at < targets.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPartOf(HostedZone zone, Subject subject) {
    if (subject instanceof Subject.Set set) {
      return set.index() < zone.recordSets().size();
    }
    if (subject instanceof Subject.Value value) {
      return value.value() < zone.recordSets().get(value.index()).values().size();
    }
    return !(subject instanceof Subject.Check check)
        || zone.healthChecks().containsKey(check.name());
  }

  @Provide
  Arbitrary<List<Integer>> aliases() {
    return Arbitraries.integers().between(0, 12).list().ofMaxSize(10);
  }

  @Provide
  Arbitrary<HostedZone> zones() {
    return Combinators.combine(
            sets().list().ofMaxSize(12),
            Arbitraries.maps(texts(), checks()).ofMaxSize(4),
            collections().list().ofMaxSize(2),
            Arbitraries.of(
                new Visibility.Public(),
                new Visibility.Private(
                    List.of(new Visibility.Vpc("vpc-1", Optional.of("us-east-1"))))))
        .as(
            (sets, checks, collections, visibility) ->
                new HostedZone(APEX, "", Map.of(), visibility, sets, checks, collections));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of(TEXTS);
  }

  private static Arbitrary<DomainName> names() {
    return Arbitraries.of(
            "example.com", "a.example.com", "b.a.example.com", "*.example.com", "example.org")
        .map(DomainName::of);
  }

  private static Arbitrary<RecordSet> sets() {
    Arbitrary<Routing> routing =
        Combinators.combine(texts(), policies(), texts().optional()).as(Routing::new);
    return Combinators.combine(
            names(), Arbitraries.of(RecordType.class), routing.optional(), contents())
        .as(RecordSet::new);
  }

  private static Arbitrary<Content> contents() {
    Arbitrary<Content> values =
        Combinators.combine(
                Arbitraries.of(0L, 60L, 300L),
                Arbitraries.oneOf(texts(), names().map(DomainName::toString)).list().ofMaxSize(3))
            .as(Content.Values::new);
    Arbitrary<AliasTarget> targets =
        Arbitraries.oneOf(
            names().map(AliasTarget.SameZone::new),
            Combinators.combine(Arbitraries.of(AwsService.class), texts(), texts())
                .as(AliasTarget.AwsResource::new));
    Arbitrary<Content> aliases =
        Combinators.combine(targets, Arbitraries.of(true, false)).as(Content.Alias::new);
    return Arbitraries.oneOf(values, aliases);
  }

  private static Arbitrary<RoutingPolicy> policies() {
    Arbitrary<GeoPlace> places =
        Arbitraries.of(
            GeoPlace.Continent.ASIA,
            new GeoPlace.Country("US"),
            new GeoPlace.Country(""),
            new GeoPlace.Subdivision("US", "CA"),
            new GeoPlace.Subdivision("CA", "ON"),
            new GeoPlace.Default());
    Arbitrary<GeoLocation> locations =
        Arbitraries.oneOf(
            texts().map(GeoLocation.Region::new),
            texts().map(GeoLocation.LocalZone::new),
            Combinators.combine(texts(), texts()).as(GeoLocation.Coordinates::new));
    return Arbitraries.oneOf(
        Arbitraries.longs().map(RoutingPolicy.Weighted::new),
        texts().map(RoutingPolicy.Latency::new),
        places.map(RoutingPolicy.Geolocation::new),
        Combinators.combine(locations, Arbitraries.integers()).as(RoutingPolicy.Geoproximity::new),
        Arbitraries.of(RoutingPolicy.Failover.Role.class).map(RoutingPolicy.Failover::new),
        Arbitraries.just(new RoutingPolicy.Multivalue()),
        Combinators.combine(texts(), texts()).as(RoutingPolicy.Cidr::new));
  }

  private static Arbitrary<HealthCheck> checks() {
    Arbitrary<HealthCheck.Common> common =
        Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
            .as(HealthCheck.Common::new);
    Arbitrary<IpAddress> addresses =
        Arbitraries.of("8.8.8.8", "10.0.0.1", "::1", "2001:db8::1").map(IpAddress::of);
    Arbitrary<HealthCheck> endpoints =
        Combinators.combine(
                Arbitraries.of(HealthCheck.Protocol.class),
                addresses.optional(),
                Arbitraries.oneOf(texts(), names().map(DomainName::toString)).optional(),
                Arbitraries.integers(),
                texts().optional(),
                Arbitraries.integers(),
                Arbitraries.integers(),
                common)
            .as(
                (protocol, address, host, port, text, interval, failures, all) ->
                    new HealthCheck.Endpoint(
                        protocol,
                        address,
                        host,
                        port,
                        text,
                        text,
                        interval,
                        failures,
                        text.stream().toList(),
                        false,
                        Optional.of(true),
                        all));
    return Arbitraries.oneOf(
        endpoints,
        Combinators.combine(texts().list().ofMaxSize(3), Arbitraries.integers(), common)
            .as(HealthCheck.Calculated::new),
        Combinators.combine(
                texts(), texts(), Arbitraries.of(HealthCheck.InsufficientData.class), common)
            .as(
                (alarm, region, lack, rest) ->
                    new HealthCheck.CloudWatchAlarm(alarm, region, lack, Optional.empty(), rest)),
        Combinators.combine(texts(), common).as(HealthCheck.RoutingControl::new));
  }

  private static Arbitrary<CidrCollection> collections() {
    Arbitrary<AddressBlock> blocks =
        Arbitraries.of("0.0.0.0/0", "10.0.0.0/8", "10.1.2.3/24", "::/0", "2001:db8::1/128")
            .map(AddressBlock::of);
    return Combinators.combine(
            texts(), Arbitraries.maps(texts(), blocks.list().ofMaxSize(3)).ofMaxSize(3))
        .as(CidrCollection::new);
  }
}
