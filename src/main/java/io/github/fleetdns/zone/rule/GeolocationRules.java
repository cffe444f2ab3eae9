package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.Rule.error;
import static io.github.fleetdns.zone.rule.Rule.warning;

import io.github.fleetdns.zone.GeoCodes;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rules about the places of geolocation routing (route53.md#geolocation, route53.md#parameters).
 *
 * <p>A continent together with a country, and a state without one, are no {@link GeoPlace}.
 */
final class GeolocationRules {

  static final List<Rule> ALL =
      List.of(
          error(
              "geolocation-country",
              "Geolocation names countries that Route 53 has addresses of.",
              Basis.of("geolocation-codes").and("Cannot find location"),
              (zone, report) -> each(zone, report, GeolocationRules::country)),
          error(
              "geolocation-state",
              "Geolocation names states of the United States only.",
              Basis.of("geolocation-codes").and("Cannot find location (observed for CA-ON)"),
              (zone, report) -> each(zone, report, GeolocationRules::state)),
          warning(
              "geolocation-state-unverified",
              "Geolocation names states that Route 53 surely takes.",
              Basis.of("subdivisions", "c12"),
              (zone, report) -> each(zone, report, GeolocationRules::unverified)),
          warning(
                  "geolocation-default",
                  "A geolocation group answers everybody.",
                  Basis.of("geolocation-nothing"),
                  GeolocationRules::withoutDefault)
              .needing(Need.GROUP),
          warning(
                  "geolocation-us",
                  "A geolocation group with states of the United States has the whole country too.",
                  Basis.of("geolocation-us", "c10"),
                  GeolocationRules::withoutCountry)
              .needing(Need.GROUP));

  private GeolocationRules() {}

  private interface PlaceCheck {
    Optional<String> complaint(GeoPlace place);
  }

  private static void each(ZoneIndex zone, Rule.Report report, PlaceCheck check) {
    zone.each(
        RoutingPolicy.Geolocation.class,
        (entry, geolocation) ->
            check
                .complaint(geolocation.place())
                .ifPresent(
                    complaint ->
                        report.add(
                            entry.subject(),
                            "\"",
                            geolocation.place(),
                            "\" of ",
                            entry.key(),
                            " ",
                            complaint)));
  }

  private static Optional<String> country(GeoPlace place) {
    if (!(place instanceof GeoPlace.Country country) || GeoCodes.isCountry(country.code())) {
      return Optional.empty();
    }
    return Optional.of(
        GeoCodes.isWithoutData(country.code())
            ? "is a country that Route 53 has no addresses of; leave it to its continent or \"*\""
            : "is no country of ISO 3166, such as DE; continents are spelled out: europe");
  }

  private static Optional<String> state(GeoPlace place) {
    if (!(place instanceof GeoPlace.Subdivision state) || isUnverified(state)) {
      return Optional.empty();
    }
    if (!state.country().equals("US")) {
      return Optional.of(
          "is no state of the United States, and Route 53 knows no others; route "
              + state.country()
              + " as a whole");
    }
    return GeoCodes.isState(state.code())
        ? Optional.empty()
        : Optional.of("is no state of the United States, such as US-CA");
  }

  private static Optional<String> unverified(GeoPlace place) {
    if (!(place instanceof GeoPlace.Subdivision state) || !isUnverified(state)) {
      return Optional.empty();
    }
    return Optional.of(
        state.country().equals("US")
            ? "is a territory, which Route 53 lists as a country; write " + state.code()
            : "may be refused: Route 53's documentation knows states of the United States only");
  }

  private static boolean isUnverified(GeoPlace.Subdivision state) {
    return state.country().equals("UA")
        || (state.country().equals("US") && GeoCodes.isTerritory(state.code()));
  }

  private static void withoutDefault(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.groups(RoutingPolicy.Geolocation.class)) {
      if (!has(group, place -> place instanceof GeoPlace.Default)) {
        report.add(
            group.get(0).subject(),
            group.get(0).set().group(),
            " has no answer for clients outside its places, nor for those whose place is"
                + " unknown; add \"*\" to the geolocation");
      }
    }
  }

  private static void withoutCountry(ZoneIndex zone, Rule.Report report) {
    for (List<Entry> group : zone.groups(RoutingPolicy.Geolocation.class)) {
      boolean states =
          has(group, place -> place instanceof GeoPlace.Subdivision s && s.country().equals("US"));
      if (states && !has(group, place -> place.equals(new GeoPlace.Country("US")))) {
        report.add(
            group.get(0).subject(),
            group.get(0).set().group(),
            " has states but no US: American clients whose state is unknown get the \"*\""
                + " answer or none; add US to the geolocation");
      }
    }
  }

  private static boolean has(List<Entry> group, Predicate<GeoPlace> wanted) {
    return group.stream()
        .flatMap(entry -> entry.policy(RoutingPolicy.Geolocation.class).stream())
        .anyMatch(geolocation -> wanted.test(geolocation.place()));
  }
}
