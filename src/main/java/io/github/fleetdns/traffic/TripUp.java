package io.github.fleetdns.traffic;

import io.github.fleetdns.zone.RecordSet;
import java.util.List;
import java.util.Optional;

/**
 * Something about a change that Terraform or Route 53 will stumble over, although both zones are
 * fine.
 *
 * @param kind what it is
 * @param group the name and type before; of a zone, its NS record set
 * @param before the record sets before
 * @param after the record sets afterwards
 * @param absenceSeconds how long resolvers may keep that there is nothing, if they ask in between:
 *     min(the SOA record's TTL, its minimum), route53.md#negative
 * @param exchange how to get from one to the other, if that takes more than one step
 * @param replacement why Terraform replaces the resource, as far as a plan says
 */
public record TripUp(
    Kind kind,
    RecordSet.Group group,
    List<Change> before,
    List<Change> after,
    long absenceSeconds,
    Optional<Exchange> exchange,
    Optional<Replacement> replacement) {

  /** What Terraform or Route 53 will stumble over. */
  public enum Kind {
    /**
     * Another routing policy at a name and type, or one in place of none: Route 53 refuses the new
     * record sets beside the old ones (route53.md#r20, route53.md#r21).
     */
    POLICY,
    /**
     * A CNAME in place of other types, or other types in place of it (route53.md#r32,
     * route53.md#r33).
     */
    CNAME,
    /** One resource whose type changes: done at once, but resolvers may know that it had none. */
    TYPE,
    /** A resource that is destroyed and made anew, as when its name or zone changes. */
    REPLACED,
    /** A hosted zone that is destroyed and made anew: it then has other name servers. */
    ZONE
  }

  /**
   * A record set and its Terraform resource.
   *
   * @param set the record set
   * @param address the resource's address; empty if it is not known
   */
  public record Change(RecordSet set, Optional<String> address) {}

  /**
   * A resource that a plan destroys and makes anew.
   *
   * @param address its address
   * @param because the arguments that force it; none if it is tainted or {@code -replace} asks
   * @param destroysFirst whether it is destroyed before it is made anew
   */
  public record Replacement(String address, List<String> because, boolean destroysFirst) {
    /** Copies the list. */
    public Replacement {
      because = List.copyOf(because);
    }
  }

  /** Copies the lists. */
  public TripUp {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
