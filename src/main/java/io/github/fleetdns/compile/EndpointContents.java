package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the record sets that stand for an endpoint answer: its values, or an alias. */
final class EndpointContents {
  private final DomainName zone;
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final Map<DomainName, Endpoint> endpointsAt = new LinkedHashMap<>();
  private final Map<DomainName, Service> servicesAt = new LinkedHashMap<>();
  private final Set<RecordSet.Group> records = new HashSet<>();

  EndpointContents(Fleet fleet) {
    this.zone = fleet.zone().name();
    for (Endpoint endpoint : fleet.endpoints()) {
      endpoints.put(endpoint.name(), endpoint);
      if (endpoint.published()) {
        endpointsAt.put(zone.prepend(endpoint.name()), endpoint);
      }
    }
    fleet.pools().forEach(pool -> pools.put(pool.name(), pool));
    fleet
        .services()
        .forEach(service -> servicesAt.put(FleetCompiler.nameOf(service.name(), zone), service));
    fleet
        .records()
        .forEach(
            record ->
                records.add(
                    new RecordSet.Group(FleetCompiler.nameOf(record.name(), zone), record.type())));
    fleet.verbatim().recordSets().forEach(set -> records.add(set.group()));
  }

  /** Whether the endpoint has a record set of this type. */
  boolean has(Endpoint endpoint, RecordType type) {
    return has(endpoint, type, new HashSet<>());
  }

  /**
   * The content of a record set of this type; empty if the endpoint has none.
   *
   * @param ttl the TTL where the content has one of its own
   * @throws IllegalArgumentException if a target lacks a region or hosted zone id that nothing else
   *     says
   */
  Optional<Content> of(Endpoint endpoint, RecordType type, long ttl) {
    if (!has(endpoint, type)) {
      return Optional.empty();
    }
    return Optional.of(
        endpoint
            .target()
            .match(
                addresses -> values(endpoint, type, ttl),
                hostname -> values(endpoint, type, ttl),
                alias ->
                    new Content.Alias(
                        AliasTargets.of(endpoint, alias.resource(), zone),
                        alias.evaluatesTargetHealth())));
  }

  private static Content values(Endpoint endpoint, RecordType type, long ttl) {
    return new Content.Values(ttl, EndpointValues.of(endpoint, type).values());
  }

  /** An endpoint that leads back to itself has nothing. */
  private boolean has(Endpoint endpoint, RecordType type, Set<String> entered) {
    if (!(endpoint.target() instanceof Target.Alias alias)) {
      return !EndpointValues.of(endpoint, type).isEmpty();
    }
    if (alias.resource() instanceof AliasedResource.OtherRecord other) {
      return entered.add(endpoint.name()) && at(other, type, entered);
    }
    return type == RecordType.A || (type == RecordType.AAAA && alias.hasIpv6());
  }

  private boolean at(AliasedResource.OtherRecord other, RecordType type, Set<String> entered) {
    DomainName name = FleetCompiler.nameOf(other.name(), zone);
    Endpoint endpoint = endpointsAt.get(name);
    Service service = servicesAt.get(name);
    return records.contains(new RecordSet.Group(name, type))
        || (endpoint != null && has(endpoint, type, entered))
        || (service != null
            && Routes.endpointsOf(service.route(), endpoints, pools).stream()
                .anyMatch(behind -> has(behind, type, entered)));
  }
}
