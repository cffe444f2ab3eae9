package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.zone.GeoPlace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the traffic of a place may go.
 *
 * @param place the place
 * @param regions the AWS regions that its clients may be sent to
 */
public record ResidencyRule(GeoPlace place, Set<String> regions) {

  /** Copies the set. */
  public ResidencyRule {
    regions = new LinkedHashSet<>(regions);
  }

  /** The rule of the smallest place that a client is in; empty if there is none. */
  static Optional<ResidencyRule> of(Client client, List<ResidencyRule> rules) {
    Stream<Optional<? extends GeoPlace>> places =
        Stream.of(
            client
                .country()
                .flatMap(
                    country ->
                        client.subdivision().map(code -> new GeoPlace.Subdivision(country, code))),
            client.country().map(GeoPlace.Country::new),
            client.continent());
    return places
        .flatMap(Optional::stream)
        .flatMap(place -> rules.stream().filter(rule -> rule.place().equals(place)))
        .findFirst();
  }
}
