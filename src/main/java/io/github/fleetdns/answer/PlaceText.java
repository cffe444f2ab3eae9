package io.github.fleetdns.answer;

import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.GeoCodes;
import io.github.fleetdns.zone.GeoPlace;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Clients as people write where they are: a country {@code DE}, a state {@code US-CA}, a continent
 * {@code europe}, an AWS region {@code eu-west-1} (or {@code region:eu-west-1}), a location {@code
 * 52.5,13.4} in degrees north and east.
 */
public final class PlaceText {
  private static final Pattern SUBDIVISION = Pattern.compile("([A-Z]{2})-([A-Z0-9]{1,3})");
  private static final Pattern LOCATION = Pattern.compile("([^,]+),([^,]+)");

  private PlaceText() {}

  /**
   * The client at a place. One in a region is in its country and state, and in a VPC of the region
   * for private zones.
   *
   * @throws IllegalArgumentException if the text is no place; the message says what is one
   */
  public static Client client(String text) {
    String place = text.strip();
    Matcher location = LOCATION.matcher(place);
    if (location.matches()) {
      return Client.UNKNOWN.withPoint(point(place));
    }
    String lower = place.toLowerCase(Locale.ROOT);
    boolean isRegion = lower.startsWith("region:");
    String region = isRegion ? lower.substring("region:".length()) : lower;
    if (AwsRegions.of(region).isPresent()) {
      return Client.inRegion(region).withVpcRegion(region);
    }
    if (isRegion) {
      throw new IllegalArgumentException(region + " is no AWS region known here");
    }
    Optional<GeoPlace.Continent> continent = continent(lower);
    return continent.isPresent()
        ? Client.UNKNOWN.withContinent(continent.get())
        : country(place.toUpperCase(Locale.ROOT), text);
  }

  private static Client country(String place, String written) {
    Matcher subdivision = SUBDIVISION.matcher(place);
    String country = subdivision.matches() ? subdivision.group(1) : place;
    if (Countries.of(country).isEmpty()) {
      throw new IllegalArgumentException(
          "a place is a country (DE), a state (US-CA), a continent (europe), an AWS region"
              + " (eu-west-1) or a location (52.5,13.4); found \""
              + written
              + "\"");
    }
    if (country.equals(place)) {
      return Client.in(country);
    }
    String code = subdivision.group(2);
    if (country.equals("US") && !GeoCodes.isState(code)) {
      throw new IllegalArgumentException("the United States have no state " + code);
    }
    return Client.in(country, code);
  }

  /** The continent of a word such as {@code north-america} or a code such as {@code EU}. */
  public static Optional<GeoPlace.Continent> continent(String text) {
    return Stream.of(GeoPlace.Continent.values())
        .filter(one -> one.word().equals(text) || one.code().equals(text))
        .findFirst();
  }

  /**
   * A location: degrees north, a comma, degrees east.
   *
   * @throws IllegalArgumentException if the text is none; the message says what is one
   */
  public static Point point(String text) {
    Matcher location = LOCATION.matcher(text.strip());
    if (location.matches()) {
      try {
        return new Point(
            Double.parseDouble(location.group(1).strip()),
            Double.parseDouble(location.group(2).strip()));
      } catch (IllegalArgumentException e) {
        // Said below.
      }
    }
    throw new IllegalArgumentException(
        "a location is degrees north, -90 to 90, and degrees east, -180 to 180, such as 52.5,13.4;"
            + " found \""
            + text
            + "\"");
  }
}
