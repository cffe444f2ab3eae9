package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
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
 * The places of a client file: {@code DE}, {@code US-CA}, {@code europe}, {@code region:eu-west-1},
 * a location {@code 52.5,13.4} in degrees north and east, and a place with a location: {@code
 * DE,52.5,13.4}.
 *
 * <p>A client in a region is there, in its country and state, and in a VPC of the region for
 * private zones.
 */
final class ClientPlace {
  private static final Pattern FORM =
      Pattern.compile("(?<word>[^,]*?[A-Za-z][^,]*)?,?(?:(?<north>[^,]+),(?<east>[^,]+))?");
  private static final Pattern SUBDIVISION = Pattern.compile("([A-Z]{2})-([A-Z0-9]{1,3})");

  private ClientPlace() {}

  /**
   * Reads a place.
   *
   * @throws IllegalArgumentException if it is none; the message says what it might be
   */
  static Client parse(String text) {
    String place = text.replaceAll("\\s+", "");
    Matcher form = FORM.matcher(place);
    if (place.isEmpty() || !form.matches()) {
      throw new IllegalArgumentException(expected(place));
    }
    String word = form.group("word");
    Client client = word == null ? Client.UNKNOWN : word(word);
    return form.group("north") == null
        ? client
        : client.withPoint(point(form.group("north"), form.group("east")));
  }

  private static String expected(String found) {
    return "a place is a country (DE), a state (US-CA), a continent (europe), an AWS region"
        + " (region:eu-west-1) or a location (52.5,13.4); found \""
        + found
        + "\"";
  }

  private static Client word(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("region:")) {
      String region = lower.substring("region:".length());
      if (AwsRegions.of(region).isEmpty()) {
        throw new IllegalArgumentException(region + " is no AWS region known here");
      }
      return Client.inRegion(region).withVpcRegion(region);
    }
    Optional<GeoPlace.Continent> continent =
        Stream.of(GeoPlace.Continent.values()).filter(one -> one.word().equals(lower)).findFirst();
    if (continent.isPresent()) {
      return Client.UNKNOWN.withContinent(continent.get());
    }
    String upper = word.toUpperCase(Locale.ROOT);
    Matcher subdivision = SUBDIVISION.matcher(upper);
    String country = subdivision.matches() ? subdivision.group(1) : upper;
    if (Countries.of(country).isEmpty()) {
      throw new IllegalArgumentException(expected(word));
    }
    if (country.equals(upper)) {
      return Client.in(country);
    }
    String code = subdivision.group(2);
    if (country.equals("US") && !GeoCodes.isState(code)) {
      throw new IllegalArgumentException("the United States have no state " + code);
    }
    return Client.in(country, code);
  }

  private static Point point(String north, String east) {
    double latitude;
    double longitude;
    try {
      latitude = Double.parseDouble(north);
      longitude = Double.parseDouble(east);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(expected(north + "," + east), e);
    }
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "a location is degrees north, -90 to 90, and degrees east, -180 to 180; found "
              + north
              + ","
              + east);
    }
    return new Point(latitude, longitude);
  }
}
