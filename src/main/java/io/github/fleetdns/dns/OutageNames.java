package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.zone.HostedZone;
import java.util.List;
import java.util.Optional;

/** What users call the things that can be down. */
public interface OutageNames {
  /**
   * What Route 53 sees of it when this is down, which may be nothing; empty if nothing of the zone
   * is called so.
   */
  Optional<Outages> in(HostedZone zone, String name);

  /** The names that mean something. */
  List<String> known();
}
