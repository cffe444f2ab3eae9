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
        .hasSize(45)
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(4);
              String region = row.get(0).replaceFirst("-[a-z]{3}-\\d$", "");
              assertThat(AwsRegions.of(region)).as(row.get(0)).isPresent();
            });
  }

  @Test
  void theNewestGroupsAreThereAndTheOneThatAwsNoLongerListsIsNot() {
    assertThat(LocalZones.of("ap-southeast-1-han-1")).hasValue(new Point(21.02, 105.84));
    assertThat(LocalZones.of("eu-central-1-ath-1")).hasValue(new Point(37.98, 23.73));
    assertThat(LocalZones.of("us-west-2-las-2")).hasValue(new Point(36.17, -115.14));
    assertThat(LocalZones.of("eu-west-3-cmn-1")).isEmpty();
  }

  @Test
  void aZoneIsNoGroupAndOthersAreUnknown() {
    assertThat(LocalZones.of("us-west-2-lax-1a")).isEmpty();
    assertThat(LocalZones.of("us-west-2")).isEmpty();
  }
}
