package io.github.fleetdns.config;

import io.github.fleetdns.zone.GeoPlace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Places of geolocation routing, as fleet files write them. */
final class Places {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Map<String, GeoPlace.Continent> CODES_OF_BOTH =
      Map.of(
          "NA", GeoPlace.Continent.NORTH_AMERICA,
          "AS", GeoPlace.Continent.ASIA,
          "AF", GeoPlace.Continent.AFRICA,
          "SA", GeoPlace.Continent.SOUTH_AMERICA);

  private Places() {}

  /**
   * A place, or what is wrong with the text.
   *
   * @param place the place
   * @param complaint why there is none
   */
  record Result(Optional<GeoPlace> place, String complaint) {
    static Result of(GeoPlace place) {
      return new Result(Optional.of(place), "");
    }

    static Result not(String complaint) {
      return new Result(Optional.empty(), complaint);
    }
  }

  /** Reads {@code europe}, {@code DE}, {@code US-CA} or {@code *}. */
  static Result read(String text) {
    if (text.equals("*")) {
      return Result.of(new GeoPlace.Default());
    }
    Optional<GeoPlace.Continent> continent =
        Arrays.stream(GeoPlace.Continent.values()).filter(c -> c.word().equals(text)).findFirst();
    if (continent.isPresent()) {
      return Result.of(continent.get());
    }
    if (text.matches("[A-Z]{2}-[A-Z0-9]{1,3}")) {
      return Result.of(new GeoPlace.Subdivision(text.substring(0, 2), text.substring(3)));
    }
    if (text.matches("[A-Z]{2}") && (COUNTRIES.contains(text) || text.equals("XK"))) {
      return Result.of(new GeoPlace.Country(text));
    }
    return Result.not("\"" + text + "\" is no place of geolocation routing" + hint(text));
  }

  private static String hint(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    List<String> words =
        Arrays.stream(GeoPlace.Continent.values()).map(GeoPlace.Continent::word).toList();
    Optional<String> word = Suggestion.of(text, words);
    if (upper.equals("EU") || upper.equals("OC") || upper.equals("AN")) {
      return "; continents are spelled out: europe, oceania, antarctica";
    }
    if (!text.equals(upper) && read(upper).place().isPresent()) {
      return CODES_OF_BOTH.containsKey(upper)
          ? "; did you mean the continent "
              + CODES_OF_BOTH.get(upper).word()
              + " or the country "
              + upper
              + "?"
          : "; did you mean \"" + upper + "\"?";
    }
    Optional<String> country = countryNamed(text);
    if (country.isPresent()) {
      return "; did you mean \"" + country.get() + "\"?";
    }
    return word.map(near -> "; did you mean \"" + near + "\"?")
        .orElse(
            "; a continent ("
                + String.join(", ", words)
                + "), an ISO country code (DE), a US state (US-CA), or \"*\"");
  }

  private static Optional<String> countryNamed(String name) {
    if (name.equals("UK")) {
      return Optional.of("GB");
    }
    return COUNTRIES.stream()
        .filter(c -> new Locale("", c).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(name))
        .findFirst();
  }
}
