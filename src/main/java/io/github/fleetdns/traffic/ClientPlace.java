package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.geo.States;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoPlace;
import java.util.Arrays;
import java.util.Optional;

/**
 * A place or network as users write it, and a client there.
 *
 * @param code the place: {@code DE}, {@code US-CA}, {@code europe}, {@code eu-central-1}, a network
 * @param title in words
 * @param client a client there; empty if there is no such place
 * @param complaint why there is none
 * @param isAboutLast whether the complaint is about the place that a network is in
 */
record ClientPlace(
    String code, String title, Optional<Client> client, String complaint, boolean isAboutLast) {

  private static ClientPlace of(String code, String title, Client client) {
    return new ClientPlace(code, title, Optional.of(client), "", false);
  }

  private static ClientPlace not(String complaint, boolean isAboutLast) {
    return new ClientPlace("", "", Optional.empty(), complaint, isAboutLast);
  }

  /** A place or a network. */
  static ClientPlace of(String text, boolean inPrivateZone) {
    Optional<AwsRegions.Region> region = AwsRegions.of(text);
    if (region.isPresent()) {
      return of(text, text, inPrivateZone ? Client.inVpc(text) : Client.inRegion(text));
    }
    if (inPrivateZone) {
      return not(
          "\""
              + text
              + "\" is no AWS region; a private zone goes by the region of the VPC that asks",
          false);
    }
    if (text.contains("/")) {
      return ofNetwork(text, Client.UNKNOWN);
    }
    Optional<GeoPlace.Continent> continent =
        Arrays.stream(GeoPlace.Continent.values()).filter(c -> c.word().equals(text)).findFirst();
    if (continent.isPresent()) {
      return of(text, text, Client.UNKNOWN.withContinent(continent.get()));
    }
    Optional<Countries.Country> country = Countries.of(text);
    if (country.isPresent()) {
      return of(text, country.get().name(), Client.in(text));
    }
    Optional<States.State> state =
        text.startsWith("US-") ? States.of(text.substring(3)) : Optional.empty();
    return state
        .map(s -> of(text, s.name(), Client.in("US", s.code())))
        .orElseGet(
            () ->
                not(
                    "\""
                        + text
                        + "\" is no place; write a country (DE), a US state (US-CA), a continent"
                        + " (europe), an AWS region or a network (198.51.100.0/24)",
                    false));
  }

  /** A network in a place. */
  static ClientPlace ofNetwork(String network, String place, boolean inPrivateZone) {
    if (!network.contains("/")) {
      return not(
          "\""
              + network
              + "\" has a place of its own; only a network such as 198.51.100.0/24 has a"
              + " third value",
          false);
    }
    ClientPlace where = place.contains("/") ? not("", true) : of(place, inPrivateZone);
    return where
        .client()
        .map(client -> ofNetwork(network, client))
        .orElseGet(
            () ->
                not(
                    "\""
                        + place
                        + "\" is no place that a network can be in; write a country (DE), a US"
                        + " state (US-CA), a continent (europe) or an AWS region",
                    true));
  }

  private static ClientPlace ofNetwork(String text, Client where) {
    try {
      AddressBlock block = AddressBlock.of(text).canonical();
      return of(block.toString(), block.toString(), where.withSubnet(block));
    } catch (IllegalArgumentException e) {
      return not("\"" + text + "\" is no network, such as 198.51.100.0/24 or 2001:db8::/32", false);
    }
  }
}
