package io.github.fleetdns.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.GeoCodes;
import io.github.fleetdns.zone.GeoPlace.Continent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
  @Test
  void everyCountryOfRoute53IsThereAndNoOther() {
    assertThat(Countries.all())
        .extracting(Countries.Country::code)
        .containsExactlyInAnyOrderElementsOf(GeoCodes.countries())
        .hasSize(246);
  }

  @Test
  void onlyPlacesWithoutResidentsHaveNoPeople() {
    assertThat(Countries.all())
        .filteredOn(country -> country.people() == 0)
        .extracting(Countries.Country::code)
        .containsExactly("IO", "UM");
    assertThat(Countries.all()).allMatch(country -> country.people() >= 0);
  }

  @Test
  void theWorldHas7600Million() {
    assertThat(Countries.all().stream().mapToLong(Countries.Country::people).sum())
        .isBetween(7_550_000_000L, 7_650_000_000L);
  }

  @Test
  void namesAreUnique() {
    Map<String, List<String>> codes =
        Countries.all().stream()
            .collect(
                Collectors.groupingBy(
                    Countries.Country::name,
                    Collectors.mapping(Countries.Country::code, Collectors.toList())));
    assertThat(codes.values()).allMatch(same -> same.size() == 1);
  }

  @ParameterizedTest
  @CsvSource({
    "DE, Germany, EUROPE, 51, 10",
    "NA, Namibia, AFRICA, -22, 17",
    "US, United States, NORTH_AMERICA, 39, -90",
    "CA, Canada, NORTH_AMERICA, 44, -79",
    "AU, Australia, OCEANIA, -34, 148",
    "RU, Russia, EUROPE, 56, 45",
    "TR, Turkey, EUROPE, 40, 30",
    "XK, Kosovo, EUROPE, 43, 21",
    "GE, Georgia, ASIA, 42, 45",
    "FJ, Fiji, OCEANIA, -18, 178",
    "BR, Brazil, SOUTH_AMERICA, -21, -46",
  })
  void aCountryIsWhereItsPeopleAre(
      String code, String name, Continent continent, double latitude, double longitude) {
    assertThat(Countries.of(code))
        .get()
        .satisfies(
            country -> {
              assertThat(country.name()).isEqualTo(name);
              assertThat(country.continent()).isEqualTo(continent);
              assertThat(country.point().kmTo(new Point(latitude, longitude))).isLessThan(200);
            });
  }

  @Test
  void regionsAreNearTheCountryTheyAreIn() {
    // Large countries are wide: Calgary is 2700 km from where Canadians are.
    Set<String> wide = Set.of("AU", "BR", "CA", "CN", "IN", "US", "ZA");
    assertThat(AwsRegions.all())
        .filteredOn(region -> !wide.contains(region.country()))
        .allSatisfy(
            region ->
                assertThat(
                        Countries.of(region.country()).orElseThrow().point().kmTo(region.point()))
                    .as(region.name())
                    .isLessThan(650));
  }

  @Test
  void othersAreNot() {
    assertThat(Countries.of("ZZ")).isEmpty();
    assertThat(Countries.of("de")).isEmpty();
    assertThat(Countries.of("AQ")).map(Countries.Country::continent).hasValue(Continent.ANTARCTICA);
  }
}
