package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.RecordSet;
import java.util.List;
import java.util.Map;

/**
 * Parts of a zone that the fleet says as Route 53 holds them: what no endpoint, service or record
 * of a fleet is like, in zones that were made by other means.
 *
 * @param recordSets any record sets, in the author's order; they are named absolutely
 * @param checks health checks by name, which endpoints, routes and record sets refer to
 * @param collections CIDR collections, which routes and record sets refer to
 */
public record Verbatim(
    List<RecordSet> recordSets, Map<String, Check> checks, List<CidrCollection> collections) {
  /** Nothing of the kind. */
  public static final Verbatim NONE = new Verbatim(List.of(), Map.of(), List.of());

  /** Copies the collections. */
  public Verbatim {
    recordSets = List.copyOf(recordSets);
    checks = Fleet.ordered(checks);
    collections = List.copyOf(collections);
  }

  /**
   * A health check.
   *
   * @param check the check; one that is calculated names its children
   * @param tags all the tags that it has; neither the fleet's nor a name are added
   */
  public record Check(HealthCheck check, Map<String, String> tags) {
    /** Copies the tags. */
    public Check {
      tags = Fleet.ordered(tags);
    }
  }
}
