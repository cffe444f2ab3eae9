package io.github.fleetdns.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.EveryRoute;
import io.github.fleetdns.RandomFleets;
import io.github.fleetdns.RandomRoutes;
import io.github.fleetdns.adopt.Adoption;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.config.FleetWriter;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.Visibility;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever zone is adopted: compiling the fleet gives the zone again. */
class AdoptionPropertyTest {
  @Property(tries = 1000)
  void anyZoneComesOutAgain(@ForAll long seed) {
    HostedZone zone = RandomZone.of(new Random(seed));

    comesOutAgain(zone);
  }

  /** One service of each kind: the tree of each is one again. */
  @Example
  void everyKindOfRouteIsARouteAgain() {
    Fleet fleet = comesOutAgain("every", FleetCompiler.compile(EveryRoute.fleet()).zone());

    assertThat(fleet.verbatim().recordSets()).isEmpty();
    assertThat(fleet.verbatim().checks()).isEmpty();
    assertThat(fleet.verbatim().collections()).isEmpty();
    // A service that is one record set with values is a record, as it cannot be told from one.
    assertThat(fleet.services()).hasSize(EveryRoute.fleet().services().size() - 2);
  }

  @Property(tries = 300)
  void theZoneOfRoutesComesOutAgain(@ForAll("routed") Fleet fleet) {
    HostedZone zone = FleetCompiler.compile(fleet).zone();

    comesOutAgain(zone);
  }

  @Property(tries = 200)
  void theZoneOfAnyFleetComesOutAgain(@ForAll("fleets") Fleet fleet) {
    comesOutAgain(FleetCompiler.compile(fleet).zone());
  }

  @Provide
  Arbitrary<Fleet> routed() {
    return RandomRoutes.fleets();
  }

  @Provide
  Arbitrary<Fleet> fleets() {
    return RandomFleets.fleets();
  }

  /** Adopts a zone, writes the file, reads it and compiles it. */
  private static Fleet comesOutAgain(HostedZone zone) {
    return comesOutAgain("adopted", zone);
  }

  private static Fleet comesOutAgain(String name, HostedZone zone) {
    boolean unknownNetworks =
        zone.visibility() instanceof Visibility.Private secluded && secluded.vpcs().isEmpty();
    Zone settings =
        unknownNetworks
            ? new Zone(zone.name(), "", Map.of())
                .withSource(new Zone.Source.Existing(Optional.empty()))
                .withVisibility(zone.visibility())
            : new Zone(zone.name(), zone.comment(), zone.tags()).withVisibility(zone.visibility());
    Adoption adoption = Adoption.of(zone, new Adoption.Given(name, settings, Map.of()));

    Fleet fleet = adoption.fleet();
    String text = FleetWriter.write(fleet);
    Optional<Fleet> read = FleetFile.parse("fleet.yaml", text).fleet();
    if (read.isPresent()) {
      assertThat(read).describedAs(text).contains(fleet);
    }
    HostedZone made = FleetCompiler.compile(fleet).zone();
    assertThat(sets(made, Map.of())).describedAs(text).isEqualTo(sets(zone, adoption.checks()));
    assertThat(checks(made, Map.of())).isEqualTo(checks(zone, adoption.checks()));
    assertThat(new HashSet<>(made.cidrCollections()))
        .isEqualTo(new HashSet<>(zone.cidrCollections()));
    assertThat(made.visibility()).isEqualTo(zone.visibility());
    assertThat(adoption.unsaid()).isEmpty();
    return fleet;
  }

  private static Set<RecordSet> sets(HostedZone zone, Map<String, String> names) {
    Set<RecordSet> sets = new HashSet<>();
    for (RecordSet set : zone.recordSets()) {
      sets.add(
          new RecordSet(
              set.name(),
              set.type(),
              set.routing()
                  .map(
                      routing ->
                          new Routing(
                              routing.setIdentifier(),
                              routing.policy(),
                              routing.healthCheck().map(c -> names.getOrDefault(c, c)))),
              set.content()));
    }
    assertThat(sets).hasSameSizeAs(zone.recordSets());
    return sets;
  }

  private static Map<String, HealthCheck> checks(HostedZone zone, Map<String, String> names) {
    Map<String, HealthCheck> checks = new HashMap<>();
    zone.healthChecks()
        .forEach(
            (name, check) ->
                checks.put(
                    names.getOrDefault(name, name),
                    check.match(
                        endpoint -> endpoint,
                        calculated ->
                            new HealthCheck.Calculated(
                                List.copyOf(
                                    calculated.children().stream()
                                        .map(c -> names.getOrDefault(c, c))
                                        .toList()),
                                calculated.atLeast(),
                                calculated.common()),
                        alarm ->
                            new HealthCheck.CloudWatchAlarm(
                                alarm.alarm(),
                                alarm.region(),
                                alarm.insufficientData(),
                                Optional.empty(),
                                alarm.common()),
                        control -> control)));
    assertThat(checks).hasSameSizeAs(zone.healthChecks());
    return checks;
  }
}
