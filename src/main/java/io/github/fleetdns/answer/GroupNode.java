package io.github.fleetdns.answer;

import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record sets of one name and type, among which one policy chooses. */
final class GroupNode {
  private final int index;
  private final RecordSet.Group group;
  private final Optional<Class<? extends RoutingPolicy>> kind;
  private final List<SetNode> members;
  private final boolean irregular;
  private final Map<GeoPlace, SetNode> places = new HashMap<>();
  private final Map<String, SetNode> locations = new HashMap<>();
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
    this.kind = first.policy().map(RoutingPolicy::getClass);
    this.members =
        kind.isEmpty()
            ? List.of(all.get(0))
            : all.stream()
                .filter(node -> node.set().policy().map(RoutingPolicy::getClass).equals(kind))
                .toList();
    this.irregular = members.size() < all.size();
    this.dependsOnClient = choosesByClient();
    for (SetNode member : members) {
      member.set().policy().ifPresent(policy -> place(policy, member));
    }
  }

  private void place(RoutingPolicy policy, SetNode member) {
    if (policy instanceof RoutingPolicy.Geolocation geolocation) {
      places.putIfAbsent(geolocation.place(), member);
    } else if (policy instanceof RoutingPolicy.Cidr cidr) {
      locations.putIfAbsent(cidr.location(), member);
    }
  }

  private boolean choosesByClient() {
    return is(RoutingPolicy.Latency.class)
        || is(RoutingPolicy.Geolocation.class)
        || is(RoutingPolicy.Geoproximity.class)
        || is(RoutingPolicy.Cidr.class);
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

  /** The kind of policy; empty for a simple record set. */
  Optional<Class<? extends RoutingPolicy>> kind() {
    return kind;
  }

  boolean is(Class<? extends RoutingPolicy> policy) {
    return kind.isPresent() && kind.get() == policy;
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
