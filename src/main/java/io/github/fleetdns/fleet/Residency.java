package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.GeoPlace;
import java.util.List;

/**
 * Where the traffic of a place may go.
 *
 * @param place a continent, a country or a state; the smallest place that a client is in counts
 * @param regions the AWS regions, at least one
 */
public record Residency(GeoPlace place, List<String> regions) {

  /** Requires a place that is not everywhere, and a region; copies the list. */
  public Residency {
    regions = List.copyOf(regions);
    if (place instanceof GeoPlace.Default) {
      throw new IllegalArgumentException("residency is of a place, not of everywhere");
    }
    if (regions.isEmpty()) {
      throw new IllegalArgumentException("the traffic of " + place + " has to go somewhere");
    }
  }
}
