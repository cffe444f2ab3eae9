package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.EveryRoute;
import io.github.fleetdns.RandomFleets;
import io.github.fleetdns.RandomRoutes;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Problem;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FleetWriterTest {
  @Property(tries = 200)
  void readingBackWhatWasWrittenGivesAnEqualFleet(@ForAll("fleets") Fleet fleet) {
    String text = FleetWriter.write(fleet);
    FleetFile read = FleetFile.parse("fleet.yaml", text);
    assertThat(read.problems()).describedAs(text).noneMatch(Problem::isError);
    assertThat(read.fleet()).describedAs(text).contains(fleet);
  }

  @Property(tries = 200)
  void routesReadBackAsTheyWereWritten(@ForAll("routedFleets") Fleet fleet) {
    String text = FleetWriter.write(fleet);
    FleetFile read = FleetFile.parse("fleet.yaml", text);
    assertThat(read.problems()).describedAs(text).noneMatch(Problem::isError);
    assertThat(read.fleet()).describedAs(text).contains(fleet);
  }

  @Example
  void everyKindOfRouteReadsBackAsItWasWritten() {
    routesReadBackAsTheyWereWritten(EveryRoute.fleet());
  }

  @Provide
  Arbitrary<Fleet> routedFleets() {
    return RandomRoutes.fleets();
  }

  @Provide
  Arbitrary<Fleet> fleets() {
    return RandomFleets.fleets();
  }
}
