package io.github.fleetdns.change;

import io.github.fleetdns.zone.DomainName;
import java.util.List;

/**
 * The record sets of one name, changed in one call of the API, which is all or nothing
 * (route53.md#refusals).
 *
 * @param zone the zone, as {@link Resource.OfSet#zone} names it
 * @param name the name
 * @param stacks the stacks that hold record sets of it, before or afterwards
 * @param removed the record sets that are deleted
 * @param put the record sets that are created, or take the place of those that have their key
 * @param forgotten resources that Terraform forgets, for their record sets are gone
 * @param imported resources that Terraform imports, for their record sets are there
 */
public record Batch(
    String zone,
    DomainName name,
    List<String> stacks,
    List<Resource.OfSet> removed,
    List<Resource.OfSet> put,
    List<Held> forgotten,
    List<Held> imported) {

  /** A resource of a stack. */
  public record Held(String stack, Resource resource) {}

  /** Copies the lists. */
  public Batch {
    stacks = List.copyOf(stacks);
    removed = List.copyOf(removed);
    put = List.copyOf(put);
    forgotten = List.copyOf(forgotten);
    imported = List.copyOf(imported);
  }
}
