package io.github.fleetdns.answer;

import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The record sets of one name and type, among which one policy chooses. */
final class GroupNode {
  private final int index;
  private final RecordSet.Group group;
  private final Optional<RoutingPolicy> policy;
  private final List<SetNode> members;
  private final boolean irregular;
  private final Map<GeoPlace, SetNode> places;
  private final Map<String, SetNode> locations;
  private @Nullable CidrTable networks;
  private boolean dependsOnClient;

  /**
   * A group whose policy is that of its first record set.
   *
   * @param all its record sets; those of another policy than the first's, which Route 53 refuses,
   *     are left out
   */
  GroupNode(int index, List<SetNode> all) {
    this.index = index;
    RecordSet first = all.get(0).set();
    this.group = first.group();
    this.policy = first.policy();
    this.members =
        policy.isEmpty()
            ? List.of(all.get(0))
            : all.stream()
                .filter(node -> node.set().policy().filter(p -> is(p.getClass())).isPresent())
                .toList();
    this.irregular = members.size() < all.size();
    this.dependsOnClient = policy.filter(RoutingPolicy::dependsOnClient).isPresent();
    this.places = by(RoutingPolicy.Geolocation.class, RoutingPolicy.Geolocation::place);
    this.locations = by(RoutingPolicy.Cidr.class, RoutingPolicy.Cidr::location);
  }

  private <P extends RoutingPolicy, K> Map<K, SetNode> by(Class<P> kind, Function<P, K> key) {
    if (!is(kind)) {
      return Map.of();
    }
    Map<K, SetNode> found = new HashMap<>();
    members.forEach(member -> found.putIfAbsent(key.apply(member.policy(kind)), member));
    return found;
  }

  int index() {
    return index;
  }

  RecordSet.Group group() {
    return group;
  }

  List<SetNode> members() {
    return members;
  }

  /** The first record set's policy, whose kind is that of all; empty for a simple record set. */
  Optional<RoutingPolicy> policy() {
    return policy;
  }

  boolean is(Class<? extends RoutingPolicy> kind) {
    return policy.isPresent() && policy.get().getClass() == kind;
  }

  /** Whether it has record sets that Route 53 would refuse beside the others. */
  boolean isIrregular() {
    return irregular;
  }

  /** The record set of a place. */
  @Nullable SetNode at(GeoPlace place) {
    return places.get(place);
  }

  /** The record set of a CIDR location. */
  @Nullable SetNode at(String location) {
    return locations.get(location);
  }

  /** The blocks of a CIDR group's collection. */
  Optional<CidrTable> networks() {
    return Optional.ofNullable(networks);
  }

  void setNetworks(CidrTable table) {
    networks = table;
  }

  /** Whether clients get different answers, here or in a group that this one leads to. */
  boolean dependsOnClient() {
    return dependsOnClient;
  }

  void markDependsOnClient() {
    dependsOnClient = true;
  }
}
