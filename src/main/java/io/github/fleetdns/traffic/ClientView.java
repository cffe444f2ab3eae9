package io.github.fleetdns.traffic;

import io.github.fleetdns.zone.Lag;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What clients notice of a loss. Latencies are estimates ({@link io.github.fleetdns.geo.Latency}),
 * of traffic that goes to servers in known regions.
 *
 * @param millis the mean round-trip time of all traffic in milliseconds; empty if nothing is known
 * @param addedMillis how much longer it is than normally, in the mean over the traffic for which
 *     both are known; negative if it is shorter
 * @param worst the group for which it grows most, if it grows for any
 * @param failover the time until the last client that moves has moved: until health checks notice,
 *     and until resolvers forget; empty if nobody moves or it is not known
 * @param failoverKnown whether everything that this takes is known
 */
public record ClientView(
    OptionalDouble millis,
    OptionalDouble addedMillis,
    Optional<Worst> worst,
    Optional<Lag> failover,
    boolean failoverKnown) {

  /**
   * The group whose latency grows most.
   *
   * @param group the group
   * @param addedMillis by how many milliseconds, above 0
   */
  public record Worst(ClientGroup group, double addedMillis) {}
}
