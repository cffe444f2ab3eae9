package io.github.fleetdns.geo;

/**
 * An estimate of the round-trip time between two points, from their distance alone.
 *
 * <p>Light travels in glass at two thirds of its speed in vacuum. Cables are longer than the great
 * circle, and packets take detours and wait: over the long-haul cables of the United States the
 * shortest path between two cities is 1.3 times the straight line in the median, while the rule of
 * thumb from measurements on the whole Internet is 2.1 times (Bozkurt et al., "Dissecting Latency
 * in the Internet's Fiber Infrastructure", 2018). The factor here, 1.6, lies between: a client's
 * way to a cloud is better than any two hosts' and worse than a straight cable. Ten milliseconds
 * are for the client's own access network.
 *
 * <p>Real times differ by a factor of two either way where cables are few or take another way than
 * the distance suggests. Route 53's own latency table is measured and not public, so that the
 * region which the estimate finds nearest need not be the one that Route 53 answers with.
 */
public final class Latency {
  private static final double KM_PER_MILLI_IN_FIBRE = 299.792458 * 2 / 3;
  private static final double PATH_FACTOR = 1.6;
  private static final double ACCESS_MILLIS = 10;

  private Latency() {}

  /**
   * The estimated round-trip time in milliseconds, at least 10; it grows strictly with the
   * distance.
   *
   * @param client where the client is
   * @param region where the server is
   */
  public static double estimateMillis(Point client, Point region) {
    return ACCESS_MILLIS + 2 * client.kmTo(region) * PATH_FACTOR / KM_PER_MILLI_IN_FIBRE;
  }
}
