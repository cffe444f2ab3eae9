package io.github.fleetdns.terraform.read;

import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Visibility;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Zones in an order of their own, to be compared whatever order they were written in.
 *
 * <p>The model's order is the author's, for people to read; no answer depends on it. Terraform
 * keeps resources by name, so the order of record sets, networks and collections is not there to be
 * read. What is a list to Terraform keeps its order and is compared with it: the values of a record
 * set, the blocks of a location, the children of a check.
 */
public final class ZonesInOrder {
  private ZonesInOrder() {}

  /** The same zone, its parts in order of their names. */
  public static HostedZone of(HostedZone zone) {
    return new HostedZone(
        zone.name(),
        zone.comment(),
        zone.tags(),
        zone.visibility() instanceof Visibility.Private to
            ? new Visibility.Private(
                to.vpcs().stream().sorted(Comparator.comparing(Visibility.Vpc::id)).toList())
            : zone.visibility(),
        zone.recordSets().stream()
            .sorted(Comparator.comparing((RecordSet set) -> set.key().toString()))
            .toList(),
        zone.healthChecks(),
        zone.cidrCollections().stream()
            .sorted(Comparator.comparing(CidrCollection::name))
            .toList());
  }

  /** The same, where lists have been through Terraform's sets, which sorts them. */
  public static HostedZone withSets(HostedZone zone) {
    Map<String, HealthCheck> checks = new LinkedHashMap<>();
    zone.healthChecks().forEach((name, check) -> checks.put(name, withSets(check)));
    HostedZone sorted = of(zone);
    return new HostedZone(
        sorted.name(),
        sorted.comment(),
        sorted.tags(),
        sorted.visibility(),
        sorted.recordSets().stream().map(ZonesInOrder::withSets).toList(),
        checks,
        sorted.cidrCollections().stream().map(ZonesInOrder::withSets).toList());
  }

  private static RecordSet withSets(RecordSet set) {
    return set.ttl().isEmpty()
        ? set
        : new RecordSet(
            set.name(),
            set.type(),
            set.routing(),
            new io.github.fleetdns.zone.Content.Values(
                set.ttl().getAsLong(), set.values().stream().sorted().toList()));
  }

  private static HealthCheck withSets(HealthCheck check) {
    if (check instanceof HealthCheck.Calculated calculated) {
      return new HealthCheck.Calculated(
          calculated.children().stream().sorted().toList(),
          calculated.atLeast(),
          calculated.common());
    }
    if (check instanceof HealthCheck.Endpoint endpoint) {
      return new HealthCheck.Endpoint(
          endpoint.protocol(),
          endpoint.address(),
          endpoint.host(),
          endpoint.port(),
          endpoint.path(),
          endpoint.search(),
          endpoint.interval(),
          endpoint.failures(),
          endpoint.regions().stream().sorted().toList(),
          endpoint.measureLatency(),
          endpoint.sni(),
          endpoint.common());
    }
    return check;
  }

  private static CidrCollection withSets(CidrCollection collection) {
    Map<String, List<io.github.fleetdns.zone.AddressBlock>> locations = new LinkedHashMap<>();
    collection
        .locations()
        .forEach(
            (location, blocks) ->
                locations.put(
                    location,
                    blocks.stream().sorted(Comparator.comparing(Object::toString)).toList()));
    return new CidrCollection(collection.name(), locations);
  }
}
