package io.github.fleetdns.adopt;

import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record sets of one name that answer addresses or a name, those of IPv4 and IPv6 side by side.
 *
 * @param name the name
 * @param members in the zone's order
 */
record Group(DomainName name, List<Member> members) {
  /** The types that routes have. */
  static final List<RecordType> TYPES = List.of(RecordType.A, RecordType.AAAA, RecordType.CNAME);

  /**
   * The record sets of one set identifier.
   *
   * @param identifier the set identifier; empty for simple record sets
   * @param policy the policy that all of them have
   * @param check the check that all of them have
   * @param contents what they answer, by type
   */
  record Member(
      Optional<String> identifier,
      Optional<RoutingPolicy> policy,
      Optional<String> check,
      Map<RecordType, Content> contents) {}

  /** Whether the members are chosen among by a policy. */
  boolean isRouted() {
    return members.get(0).policy().isPresent();
  }

  /**
   * Puts the record sets of a name together.
   *
   * @param odd takes the groups that do not go with the first
   */
  static Optional<Group> of(
      DomainName name, List<RecordSet> sets, java.util.function.Consumer<RecordSet.Group> odd) {
    Map<Optional<String>, Member> members = new LinkedHashMap<>();
    Optional<Class<?>> kind = Optional.empty();
    boolean first = true;
    for (RecordType type : TYPES) {
      List<RecordSet> ofType = sets.stream().filter(set -> set.type() == type).toList();
      if (ofType.isEmpty()) {
        continue;
      }
      Optional<Class<?>> own = ofType.get(0).policy().<Class<?>>map(policy -> policy.getClass());
      if (first) {
        kind = own;
      }
      Map<Optional<String>, Member> tried = new LinkedHashMap<>(members);
      if (own.equals(kind) && ofType.stream().allMatch(set -> add(tried, set, own))) {
        members = tried;
        first = false;
      } else {
        odd.accept(ofType.get(0).group());
      }
    }
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(new Group(name, new ArrayList<>(members.values())));
  }

  private static boolean add(
      Map<Optional<String>, Member> members, RecordSet set, Optional<Class<?>> kind) {
    if (!set.policy().<Class<?>>map(policy -> policy.getClass()).equals(kind)) {
      return false;
    }
    Optional<String> identifier = set.key().setIdentifier();
    Optional<String> check = set.routing().flatMap(routing -> routing.healthCheck());
    Member known = members.get(identifier);
    Map<RecordType, Content> contents = new LinkedHashMap<>();
    if (known != null) {
      if (!known.policy().equals(set.policy())
          || !known.check().equals(check)
          || !goWith(known.contents().values().iterator().next(), set.content())) {
        return false;
      }
      contents.putAll(known.contents());
    }
    if (contents.put(set.type(), set.content()) != null) {
      return false;
    }
    members.put(identifier, new Member(identifier, set.policy(), check, contents));
    return true;
  }

  /** Whether what two types of one member answer can be one endpoint or one route. */
  private static boolean goWith(Content one, Content other) {
    return one.match(
        values -> other.match(more -> more.ttl() == values.ttl(), alias -> false),
        alias -> other.match(values -> false, same -> same.equals(alias)));
  }
}
