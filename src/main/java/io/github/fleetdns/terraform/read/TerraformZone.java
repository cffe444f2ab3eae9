package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A hosted zone that was read from Terraform, and the resources that its parts come from.
 *
 * @param zone the zone
 * @param address the address of the zone's resource or data source; empty if the input has neither
 * @param id the zone's id; empty while it is not known
 * @param location where the input has it, or mentions it first
 * @param recordSets as many as the zone has record sets, in the same order
 * @param healthChecks by name, for each health check of the zone
 * @param nameServers the names of its servers, in the input's order; empty while they are not known
 * @param ids by what Route 53 knows its parts
 * @param problems what could not be resolved in this zone, in the order of the input
 * @param graph what depends on what, of all zones of the input
 */
public record TerraformZone(
    HostedZone zone,
    Optional<String> address,
    Optional<String> id,
    Location location,
    List<Source> recordSets,
    Map<String, Source> healthChecks,
    List<String> nameServers,
    Ids ids,
    List<Problem> problems,
    TerraformGraph graph) {

  /** Requires a source for each record set; copies the collections. */
  public TerraformZone {
    recordSets = List.copyOf(recordSets);
    healthChecks = Collections.unmodifiableMap(new LinkedHashMap<>(healthChecks));
    nameServers = List.copyOf(nameServers);
    problems = List.copyOf(problems);
    if (recordSets.size() != zone.recordSets().size()) {
      throw new IllegalArgumentException("every record set has one source");
    }
  }

  /** The same zone, and what depends on what. */
  TerraformZone with(TerraformGraph known) {
    return new TerraformZone(
        zone, address, id, location, recordSets, healthChecks, nameServers, ids, problems, known);
  }

  /** Whether this configuration makes the zone, rather than looking it up. */
  public boolean isManaged() {
    return address.filter(text -> !text.contains("data.aws_route53_zone.")).isPresent();
  }

  /** The Terraform address of each record set; the first one's if several have the same key. */
  public Map<RecordSet.Key, String> addresses() {
    Map<RecordSet.Key, String> addresses = new HashMap<>();
    for (int i = 0; i < recordSets.size(); i++) {
      addresses.putIfAbsent(zone.recordSets().get(i).key(), recordSets.get(i).address());
    }
    return addresses;
  }

  /**
   * The name, among the zone's health checks, of the one with this Terraform address; with or
   * without an attribute such as {@code .id} behind it.
   */
  public Optional<String> healthCheckAt(String address) {
    return healthChecks.entrySet().stream()
        .filter(
            check ->
                address.equals(check.getValue().address())
                    || address.equals(check.getValue().address() + ".id"))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
