package io.github.fleetdns.change;

/**
 * Why Route 53 does not take a call at some moment, or what it would break.
 *
 * @param kind what it is
 * @param what what it is, in a sentence without its full stop
 * @param isCertain whether everything that it goes by is known
 */
public record Clash(Kind kind, String what, boolean isCertain) {

  /** What stands in the way. */
  public enum Kind {
    /** A record set that is there is created again (route53.md#r23). */
    EXISTS,
    /** The record set that is deleted is the new one: nothing is left of it. */
    OVERWRITTEN,
    /** Two policies, or a simple record set beside others (route53.md#r20, route53.md#r21). */
    POLICY,
    /** A CNAME beside other types (route53.md#r32, route53.md#r33). */
    CNAME,
    /** Two TTLs in a weighted group (route53.md#r28). */
    TTL,
    /** A region, role, place or CIDR location twice in a group (route53.md#r24 to #r27). */
    TWICE,
    /** Two CIDR collections in a group (route53.md#r29). */
    COLLECTION,
    /** A block in two locations of a collection (route53.md#cidr-block-once). */
    BLOCK,
    /** Two locations of a collection changed side by side (route53.md#cidr-version). */
    VERSION,
    /** An alias whose target is not there, or is taken away from it (route53.md#r42). */
    TARGET,
    /** A health check, location or collection that is not there yet, or still used. */
    USED,
    /** What an update of a health check cannot change (route53.md#check-immutable). */
    CHECK,
    /** More record sets than a group may have (route53.md#r30). */
    SIZE,
    /** A hosted zone that is not empty (route53.md#zone-delete). */
    ZONE,
    /** Two resources that are one record set. */
    SHARED,
    /** The new zone breaks a rule by itself. */
    RULE,
    /** Terraform itself finds no order. */
    CIRCLE
  }

  static Clash certain(Kind kind, String what) {
    return new Clash(kind, what, true);
  }
}
