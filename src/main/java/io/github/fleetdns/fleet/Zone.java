package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.DomainName;
import java.util.Map;

/**
 * The hosted zone that a fleet is published in.
 *
 * @param name its apex
 * @param comment its comment; may be empty
 * @param tags its own tags, beside the fleet's, in the author's order
 */
public record Zone(DomainName name, String comment, Map<String, String> tags) {

  /** Copies the tags. */
  public Zone {
    tags = Fleet.ordered(tags);
  }
}
