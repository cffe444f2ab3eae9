package io.github.fleetdns.compile;

import java.util.List;

/** The part of a fleet that a record set comes from. */
public sealed interface Origin {

  /**
   * An endpoint's record set.
   *
   * @param endpoint the endpoint's position in {@code Fleet.endpoints()}
   * @param values for each value of the record set, its position in the endpoint's address list
   */
  record Endpoint(int endpoint, List<Integer> values) implements Origin {}

  /**
   * A record set that the fleet states as such.
   *
   * @param record its position in {@code Fleet.records()}
   */
  record Stated(int record) implements Origin {}
}
