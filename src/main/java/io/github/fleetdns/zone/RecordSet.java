package io.github.fleetdns.zone;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * A record set: the records of one name and type or, with a routing policy, one of several such
 * sets that the policy chooses from.
 *
 * <p>A health check and a set identifier exist only together with a policy, and values only without
 * an alias: Route 53 refuses anything else (route53.md#r1 to route53.md#r5, route53.md#r9), and
 * here it cannot be written down.
 *
 * @param name the absolute name
 * @param type the record type
 * @param routing how the set is chosen among those of its name and type; empty for a simple one
 * @param content what it answers
 */
public record RecordSet(
    DomainName name, RecordType type, Optional<Routing> routing, Content content) {
  /** The largest TTL that DNS can express (RFC 2181 section 8) and Route 53 takes. */
  public static final long MAX_TTL = Integer.MAX_VALUE;

  /** A simple record set with values, which are copied. */
  public static RecordSet simple(DomainName name, RecordType type, long ttl, List<String> values) {
    return new RecordSet(name, type, Optional.empty(), new Content.Values(ttl, values));
  }

  /** What makes a record set one of its kind in a zone. */
  public Key key() {
    return new Key(name, type, routing.map(Routing::setIdentifier));
  }

  /** The group that the routing policy chooses from: all record sets of one name and type. */
  public Group group() {
    return new Group(name, type);
  }

  /** The values; none for an alias. */
  public List<String> values() {
    return content.match(Content.Values::values, alias -> List.of());
  }

  /**
   * How long resolvers may keep the values, in seconds; empty for an alias, which has its target's.
   */
  public OptionalLong ttl() {
    return content.match(given -> OptionalLong.of(given.ttl()), alias -> OptionalLong.empty());
  }

  /** The alias, if this is one. */
  public Optional<Content.Alias> alias() {
    return content.match(values -> Optional.empty(), Optional::of);
  }

  /** The group of the same zone that an alias leads to; empty for any other record set. */
  public Optional<Group> aliasedGroup() {
    return alias()
        .flatMap(
            alias ->
                alias
                    .target()
                    .match(
                        same -> Optional.of(new Group(same.name(), type)),
                        resource -> Optional.empty(),
                        balancer -> Optional.empty(),
                        reference -> Optional.empty()));
  }

  /** The same record set, its health check called otherwise. */
  public RecordSet checkedBy(UnaryOperator<String> names) {
    return routing
        .filter(chosen -> chosen.healthCheck().isPresent())
        .map(
            chosen ->
                new Routing(
                    chosen.setIdentifier(), chosen.policy(), chosen.healthCheck().map(names)))
        .map(chosen -> new RecordSet(name, type, Optional.of(chosen), content))
        .orElse(this);
  }

  /** The routing policy; empty for a simple record set. */
  public Optional<RoutingPolicy> policy() {
    return routing.map(Routing::policy);
  }

  /** The name, the type and, with a policy, the set identifier of a record set. */
  public record Key(DomainName name, RecordType type, Optional<String> setIdentifier) {
    @Override
    public String toString() {
      return name + " " + type + setIdentifier.map(id -> " \"" + id + "\"").orElse("");
    }
  }

  /** A name and a type. */
  public record Group(DomainName name, RecordType type) {
    @Override
    public String toString() {
      return name + " " + type;
    }
  }
}
