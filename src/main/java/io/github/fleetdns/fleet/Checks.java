package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.RecordSet;

/** Ranges that several records of this package share. */
final class Checks {
  private Checks() {}

  static void ttl(long seconds) {
    if (seconds < 0 || seconds > RecordSet.MAX_TTL) {
      throw new IllegalArgumentException("TTL " + seconds + " is outside 0–" + RecordSet.MAX_TTL);
    }
  }
}
