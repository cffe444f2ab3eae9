package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.PlaceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of a client file: one of {@link PlaceText}, or one and a location with it. */
final class ClientPlace {
  private static final Pattern WITH_LOCATION = Pattern.compile("([^,]*[A-Za-z][^,]*),(.+)");

  private ClientPlace() {}

  /**
   * Reads {@code DE}, {@code 52.5,13.4} or {@code DE,52.5,13.4}.
   *
   * @throws IllegalArgumentException if it is no place; the message says what it might be
   */
  static Client parse(String text) {
    Matcher both = WITH_LOCATION.matcher(text.strip());
    return both.matches()
        ? PlaceText.client(both.group(1)).withPoint(PlaceText.point(both.group(2)))
        : PlaceText.client(text.strip());
  }
}
