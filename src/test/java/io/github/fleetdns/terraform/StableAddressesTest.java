package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.RandomRoutes;
import io.github.fleetdns.TunedFleet;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Terraform addresses never move on their own. */
class StableAddressesTest {
  @Property(tries = 1000)
  void noWeightAddressTtlOrOrderMovesARecordSet(@ForAll("fleets") Fleet fleet, @ForAll long seed) {
    assertThat(addresses(TunedFleet.of(fleet, seed))).isEqualTo(addresses(fleet));
  }

  @Property(tries = 1000)
  void everyRecordSetHasAnAddressOfItsOwn(@ForAll("fleets") Fleet fleet) {
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    List<String> names =
        zone.recordSets().stream().map(set -> ResourceNames.of(set, zone.name())).toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  private static Map<String, RecordSet.Key> addresses(Fleet fleet) {
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    return zone.recordSets().stream()
        .collect(Collectors.toMap(set -> ResourceNames.of(set, zone.name()), RecordSet::key));
  }

  @Provide
  Arbitrary<Fleet> fleets() {
    return RandomRoutes.fleets();
  }
}
