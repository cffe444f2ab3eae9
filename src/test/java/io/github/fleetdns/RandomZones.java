package io.github.fleetdns;

import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every kind of zone, with settings that go together. */
final class RandomZones {
  private RandomZones() {}

  /** The zone with the settings of a kind of zone. */
  static Arbitrary<Zone> settings(Zone zone) {
    Zone known = new Zone(zone.name(), "", Map.of());
    return Arbitraries.oneOf(
            created().map(zone::withSource),
            existing().map(known::withSource),
            secluded().flatMap(to -> sharing(zone.withVisibility(to))),
            Arbitraries.of(false, true).flatMap(vpc -> sharing(existingPrivate(known, vpc))))
        .flatMap(RandomZones::parents)
        .flatMap(RandomZones::signedAndLogged);
  }

  private static Zone existingPrivate(Zone zone, boolean lookedUpByVpc) {
    List<Visibility.Vpc> vpcs =
        lookedUpByVpc
            ? List.of(new Visibility.Vpc("vpc-0a1b2c3d4e5f60718", Optional.empty()))
            : List.of();
    return zone.withSource(new Zone.Source.Existing(Optional.empty()))
        .withVisibility(new Visibility.Private(vpcs));
  }

  private static Arbitrary<Zone.Source> created() {
    return Combinators.combine(
            Arbitraries.of("N0123456789ABCDEFGHIJ").optional(),
            Arbitraries.of(false, true),
            Arbitraries.of(false, true),
            Arbitraries.of(false, true))
        .as(
            (set, protect, force, recovery) ->
                new Zone.Source.Created(set, protect, force && !protect, recovery));
  }

  private static Arbitrary<Zone.Source> existing() {
    return Arbitraries.of("Z0123456789ABCDEFGHIJ").optional().map(Zone.Source.Existing::new);
  }

  private static Arbitrary<Visibility> secluded() {
    return vpcs('a').filter(vpcs -> !vpcs.isEmpty()).map(Visibility.Private::new);
  }

  private static Arbitrary<Zone> sharing(Zone zone) {
    return Combinators.combine(vpcs('b'), vpcs('c')).as(Zone.Sharing::new).map(zone::withSharing);
  }

  private static Arbitrary<List<Visibility.Vpc>> vpcs(char list) {
    Arbitrary<Visibility.Vpc> vpc =
        Combinators.combine(
                Arbitraries.integers().between(0, 9),
                Arbitraries.of("eu-central-1", "us-west-2").optional())
            .as((digit, region) -> new Visibility.Vpc("vpc-0000000" + list + digit, region));
    return vpc.list().uniqueElements(Visibility.Vpc::id).ofMaxSize(3);
  }

  private static Arbitrary<Zone> parents(Zone zone) {
    Arbitrary<Zone.Parent> parents =
        Arbitraries.of(
            new Zone.Parent.ById("Z9876543210ABCDEFGHIJ", Zone.Parent.DEFAULT_TTL),
            new Zone.Parent.ById("Z9876543210ABCDEFGHIJ", 60),
            new Zone.Parent.ByName(DomainName.of("example.com"), Zone.Parent.DEFAULT_TTL),
            new Zone.Parent.ByName(DomainName.of("example.com"), 0));
    return parents.optional().map(parent -> parent.map(zone::withParent).orElse(zone));
  }

  private static Arbitrary<Zone> signedAndLogged(Zone zone) {
    if (zone.visibility() instanceof Visibility.Private) {
      return Arbitraries.just(zone);
    }
    Arbitrary<Optional<Zone.QueryLog>> logs =
        Arbitraries.of(0, 1, 30, 3653).map(Zone.QueryLog::new).optional();
    return Combinators.combine(Arbitraries.of(false, true), logs)
        .as(
            (signed, log) -> {
              Zone maybeSigned = signed ? zone.withDnssec() : zone;
              return log.map(maybeSigned::withQueryLog).orElse(maybeSigned);
            });
  }
}
