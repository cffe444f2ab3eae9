package io.github.fleetdns.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.GeoCodes;
import io.github.fleetdns.zone.LatencyRegions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwsRegionsTest {
  @Test
  void everyRegionOfRoute53IsThereAndNoOther() {
    assertThat(AwsRegions.all())
        .extracting(AwsRegions.Region::name)
        .containsExactlyInAnyOrderElementsOf(LatencyRegions.all())
        .hasSize(39);
  }

  @Test
  void theStateIsNamedInTheUnitedStatesOnly() {
    assertThat(AwsRegions.all())
        .allSatisfy(
            region -> {
              assertThat(GeoCodes.isCountry(region.country())).isTrue();
              assertThat(region.subdivision().isPresent()).isEqualTo(region.country().equals("US"));
              assertThat(region.subdivision().stream()).allMatch(GeoCodes::isState);
            });
  }

  @Test
  void aRegionIsWhereItsNameSays() {
    assertThat(AwsRegions.of("us-gov-east-1"))
        .hasValue(
            new AwsRegions.Region("us-gov-east-1", new Point(39.96, -83), "US", Optional.of("OH")));
    assertThat(AwsRegions.of("eu-central-1"))
        .hasValue(
            new AwsRegions.Region("eu-central-1", new Point(50.12, 8.68), "DE", Optional.empty()));
    assertThat(AwsRegions.of("eu-central-9")).isEmpty();
  }

  @Test
  void statesAreNearTheirRegions() {
    assertThat(AwsRegions.all())
        .filteredOn(region -> region.subdivision().isPresent())
        .allSatisfy(
            region ->
                assertThat(
                        States.of(region.subdivision().orElseThrow())
                            .orElseThrow()
                            .point()
                            .kmTo(region.point()))
                    .as(region.name())
                    .isLessThan(500));
  }
}
