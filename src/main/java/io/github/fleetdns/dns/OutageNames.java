package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.zone.HostedZone;
import java.util.List;

/** What users call the things that can be down. */
public interface OutageNames {
  /** What this name means in a zone; {@link Outages#NONE} if nothing of the zone is called so. */
  Outages in(HostedZone zone, String name);

  /** The names that mean something. */
  List<String> known();
}
