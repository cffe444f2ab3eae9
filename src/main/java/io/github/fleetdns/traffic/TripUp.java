package io.github.fleetdns.traffic;

import io.github.fleetdns.zone.RecordSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something about a change that Terraform or Route 53 will stumble over, although both zones are
 * fine.
 *
 * @param kind what it is
 * @param before the record sets before
 * @param after the record sets afterwards
 * @param absenceSeconds how long resolvers may keep that there is nothing, if they ask in between
 */
public record TripUp(
    Kind kind, List<Change> before, List<Change> after, OptionalLong absenceSeconds) {

  /** What Terraform or Route 53 will stumble over. */
  public enum Kind {
    /**
     * Another routing policy at a name and type, or one in place of none: Route 53 refuses the new
     * record sets beside the old ones (R20, R21).
     */
    POLICY,
    /** A CNAME in place of other types, or other types in place of it (R32, R33). */
    CNAME,
    /** One resource whose type changes: done at once, but resolvers may know that it had none. */
    TYPE,
    /** A resource that is destroyed and made anew, since its name or zone changes. */
    REPLACED
  }

  /**
   * A record set and its Terraform resource.
   *
   * @param set the record set
   * @param address the resource's address; empty if it is not known
   */
  public record Change(RecordSet set, Optional<String> address) {}

  /** Copies the lists. */
  public TripUp {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** The name and type before. */
  public RecordSet.Group group() {
    return before.get(0).set().group();
  }
}
