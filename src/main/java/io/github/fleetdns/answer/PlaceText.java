package io.github.fleetdns.answer;

import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.geo.States;
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
 * 52.5,13.4} in degrees north and east, or one of the others and a location, {@code DE,52.5,13.4}.
 */
public final class PlaceText {
  private static final Pattern SUBDIVISION = Pattern.compile("([A-Z]{2})-([A-Z0-9]{1,3})");
  private static final Pattern LOCATION = Pattern.compile("([^,]+),([^,]+)");
  private static final Pattern WITH_LOCATION = Pattern.compile("([^,]*[A-Za-z][^,]*),(.+)");

  private PlaceText() {}

  /**
   * A place.
   *
   * @param code its shortest name, the same however it was written: {@code DE}, {@code US-CA},
   *     {@code europe}, {@code eu-west-1}, {@code 52.5,13.4}
   * @param title its name in English where it is a country or a US state, else its code
   * @param client a client there
   */
  public record Place(String code, String title, Client client) {}

  /**
   * The client at a place; see {@link #place}.
   *
   * @throws IllegalArgumentException if the text is no place; the message says what is one
   */
  public static Client client(String text) {
    return place(text).client();
  }

  /**
   * The place that a text names. A client in a region is in its country and state, and in a VPC of
   * the region for private zones.
   *
   * @throws IllegalArgumentException if the text is no place; the message says what is one
   */
  public static Place place(String text) {
    String place = text.strip();
    Matcher both = WITH_LOCATION.matcher(place);
    if (both.matches()) {
      Place known = place(both.group(1));
      Point point = point(both.group(2));
      return named(
          known.code() + "," + code(point), known.title(), known.client().withPoint(point));
    }
    if (LOCATION.matcher(place).matches()) {
      Point point = point(place);
      return named(code(point), code(point), Client.UNKNOWN.withPoint(point));
    }
    String lower = place.toLowerCase(Locale.ROOT);
    boolean isRegion = lower.startsWith("region:");
    String region = isRegion ? lower.substring("region:".length()) : lower;
    if (AwsRegions.of(region).isPresent()) {
      return named(region, region, Client.inRegion(region).withVpcRegion(region));
    }
    if (isRegion) {
      throw new IllegalArgumentException(region + " is no AWS region known here");
    }
    return continent(lower)
        .map(c -> named(c.word(), c.word(), Client.UNKNOWN.withContinent(c)))
        .orElseGet(() -> country(place.toUpperCase(Locale.ROOT), text));
  }

  private static Place named(String code, String title, Client client) {
    return new Place(code, title, client);
  }

  private static String code(Point point) {
    return point.latitude() + "," + point.longitude();
  }

  private static Place country(String place, String written) {
    Matcher subdivision = SUBDIVISION.matcher(place);
    String code = subdivision.matches() ? subdivision.group(1) : place;
    Optional<Countries.Country> country = Countries.of(code);
    if (country.isEmpty()) {
      throw new IllegalArgumentException(
          "a place is a country (DE), a state (US-CA), a continent (europe), an AWS region"
              + " (eu-west-1) or a location (52.5,13.4); found \""
              + written
              + "\"");
    }
    if (code.equals(place)) {
      return named(code, country.get().name(), Client.in(code));
    }
    String state = subdivision.group(2);
    if (!code.equals("US")) {
      return named(place, place, Client.in(code, state));
    }
    if (!GeoCodes.isState(state)) {
      throw new IllegalArgumentException("the United States have no state " + state);
    }
    String title = States.of(state).map(States.State::name).orElse(place);
    return named(place, title, Client.in(code, state));
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
