package io.github.fleetdns.geo;

import io.github.fleetdns.zone.GeoCodes;
import io.github.fleetdns.zone.GeoPlace.Continent;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The countries that Route 53 has geolocation data for, where their people are and how many.
 *
 * <p>Source, years and licence: {@code src/main/resources/geo/countries.csv}. Continents are Route
 * 53's, from {@link GeoCodes}.
 */
public final class Countries {
  private static final Map<String, Country> BY_CODE = read();

  private Countries() {}

  /**
   * A country.
   *
   * @param code ISO 3166-1 alpha-2, upper case; XK is Kosovo
   * @param name in English
   * @param continent the one that Route 53 counts it to
   * @param point the town from which its people are nearest on average
   * @param people how many live there; 0 where nobody does
   */
  public record Country(String code, String name, Continent continent, Point point, long people) {}

  /** The country of a code such as DE, if Route 53 has data for it. */
  public static Optional<Country> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** All, by code. */
  public static Collection<Country> all() {
    return BY_CODE.values();
  }

  private static Map<String, Country> read() {
    Map<String, Country> countries = new TreeMap<>();
    for (List<String> row : CsvFile.rows("countries.csv")) {
      String code = row.get(0);
      countries.put(
          code,
          new Country(
              code,
              row.get(1),
              GeoCodes.continentOf(code).orElseThrow(),
              CsvFile.point(row.get(2), row.get(3)),
              Long.parseLong(row.get(4))));
    }
    return Collections.unmodifiableMap(countries);
  }
}
