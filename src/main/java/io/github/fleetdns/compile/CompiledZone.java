package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.zone.HostedZone;
import java.util.List;
import java.util.Map;

/**
 * A fleet, its hosted zone, and where in the fleet each of its record sets comes from.
 *
 * @param fleet the fleet
 * @param zone the zone
 * @param origins as many as the zone has record sets, in the same order
 */
public record CompiledZone(Fleet fleet, HostedZone zone, List<Origin> origins) {

  /** Requires one origin per record set; copies the list. */
  public CompiledZone {
    origins = List.copyOf(origins);
    if (origins.size() != zone.recordSets().size()) {
      throw new IllegalArgumentException("every record set has one origin");
    }
  }

  /**
   * By the name of a health check all the tags that it has; those of the zone and its name where
   * there is nothing.
   */
  public Map<String, Map<String, String>> checkTags() {
    return HealthChecks.tags(fleet);
  }
}
