package io.github.fleetdns.fleet;

import java.util.OptionalLong;

/**
 * A name of the zone whose traffic is routed.
 *
 * @param name the name relative to the zone, {@code "@"} for the apex
 * @param ttl the TTL of the answers in seconds; the fleet's if empty
 * @param route where the traffic goes
 */
public record Service(String name, OptionalLong ttl, Route route) {

  /** Requires a valid TTL. */
  public Service {
    ttl.ifPresent(Checks::ttl);
  }
}
