package io.github.fleetdns.input;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.RecordSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Something that serves clients, and that can be down as a whole: an endpoint of a fleet or, in
 * Terraform that others wrote, an address, a host name or an AWS resource that answers lead to.
 *
 * @param name the endpoint's name in the fleet; else its value or DNS name
 * @param region the AWS region it is in, if something tells
 * @param capacity how much it can serve, in the fleet's unit; empty if nobody said
 * @param healthChecks the names of the zone's health checks that tell of it, its own ones first
 * @param aliasTargets what alias record sets that lead to it point at; record sets of the zone are
 *     none
 * @param values the addresses or host names that record sets which lead to it answer
 * @param recordSets the record sets that answer with it themselves; aliases to those are not among
 *     them
 */
public record Endpoint(
    String name,
    Optional<String> region,
    OptionalLong capacity,
    List<String> healthChecks,
    Set<AliasTarget> aliasTargets,
    Set<String> values,
    Set<RecordSet.Key> recordSets) {

  /** Copies the collections, in their order. */
  public Endpoint {
    healthChecks = List.copyOf(healthChecks);
    aliasTargets = Collections.unmodifiableSet(new LinkedHashSet<>(aliasTargets));
    values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
    recordSets = Collections.unmodifiableSet(new LinkedHashSet<>(recordSets));
  }
}
