package io.github.fleetdns.traffic;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Traffic that a change moves.
 *
 * @param from where it went before
 * @param to where it goes afterwards; another destination
 * @param share how much of all traffic, above 0; exact
 * @param places whose traffic it is, the largest parts first
 */
public record Flow(Destination from, Destination to, BigFraction share, List<Place> places) {

  /** Copies the list. */
  public Flow {
    places = List.copyOf(places);
  }

  /**
   * A part of a flow.
   *
   * @param group the clients
   * @param share how much of all traffic, above 0
   */
  public record Place(ClientGroup group, BigFraction share) {}
}
