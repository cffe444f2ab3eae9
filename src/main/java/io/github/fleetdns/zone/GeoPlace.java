package io.github.fleetdns.zone;

import java.util.function.Function;

/** A place of geolocation routing, from the smallest to everywhere. */
public sealed interface GeoPlace {

  /** What is made of the kind of place that this is. */
  <T> T match(
      Function<Subdivision, T> subdivision,
      Function<Country, T> country,
      Function<Continent, T> continent,
      Function<Default, T> everywhere);

  /**
   * A state of a country.
   *
   * @param country its ISO 3166 code, such as US
   * @param code the state's, such as CA
   */
  record Subdivision(String country, String code) implements GeoPlace {
    @Override
    public String toString() {
      return country + "-" + code;
    }

    @Override
    public <T> T match(
        Function<Subdivision, T> subdivision,
        Function<Country, T> country,
        Function<Continent, T> continent,
        Function<Default, T> everywhere) {
      return subdivision.apply(this);
    }
  }

  /**
   * A country.
   *
   * @param code its ISO 3166 code
   */
  record Country(String code) implements GeoPlace {
    @Override
    public String toString() {
      return code;
    }

    @Override
    public <T> T match(
        Function<Subdivision, T> subdivision,
        Function<Country, T> country,
        Function<Continent, T> continent,
        Function<Default, T> everywhere) {
      return country.apply(this);
    }
  }

  /** A continent. */
  enum Continent implements GeoPlace {
    AFRICA("AF"),
    ANTARCTICA("AN"),
    ASIA("AS"),
    EUROPE("EU"),
    NORTH_AMERICA("NA"),
    OCEANIA("OC"),
    SOUTH_AMERICA("SA");

    private final String code;

    Continent(String code) {
      this.code = code;
    }

    /** Route 53's code. */
    public String code() {
      return code;
    }

    /** The name in words: {@code north-america}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
      return word();
    }

    @Override
    public <T> T match(
        Function<Subdivision, T> subdivision,
        Function<Country, T> country,
        Function<Continent, T> continent,
        Function<Default, T> everywhere) {
      return continent.apply(this);
    }
  }

  /** Everywhere that no other record set of the group covers. */
  record Default() implements GeoPlace {
    @Override
    public String toString() {
      return "*";
    }

    @Override
    public <T> T match(
        Function<Subdivision, T> subdivision,
        Function<Country, T> country,
        Function<Continent, T> continent,
        Function<Default, T> everywhere) {
      return everywhere.apply(this);
    }
  }
}
