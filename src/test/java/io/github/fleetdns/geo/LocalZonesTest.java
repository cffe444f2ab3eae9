package io.github.fleetdns.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalZonesTest {
  @Test
  void aGroupIsInItsCityWhateverItsRegion() {
    assertThat(LocalZones.of("us-west-2-lax-1")).hasValue(new Point(34.05, -118.24));
    assertThat(LocalZones.of("us-east-1-bue-1")).hasValue(new Point(-34.61, -58.38));
  }

  @Test
  void everyGroupBelongsToARegion() {
    assertThat(CsvFile.rows("local-zones.csv"))
        .hasSize(43)
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(4);
              String region = row.get(0).replaceFirst("-[a-z]{3}-\\d$", "");
              assertThat(AwsRegions.of(region)).as(row.get(0)).isPresent();
            });
  }

  @Test
  void aZoneIsNoGroupAndOthersAreUnknown() {
    assertThat(LocalZones.of("us-west-2-lax-1a")).isEmpty();
    assertThat(LocalZones.of("us-west-2")).isEmpty();
  }
}
