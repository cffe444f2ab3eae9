package io.github.fleetdns.answer;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hosted zone as a graph: groups of record sets, aliases that lead to groups, and names. */
final class ZoneTree {
  private final HostedZone zone;
  private final List<SetNode> sets = new ArrayList<>();
  private final Map<RecordSet.Group, GroupNode> groups = new LinkedHashMap<>();
  private final NameTable names;
  private final boolean leadsOut;

  private ZoneTree(HostedZone zone) {
    this.zone = zone;
    Map<RecordSet.Group, List<SetNode>> grouped = new LinkedHashMap<>();
    for (RecordSet set : zone.recordSets()) {
      SetNode node = new SetNode(sets.size(), set);
      sets.add(node);
      grouped.computeIfAbsent(set.group(), group -> new ArrayList<>()).add(node);
    }
    ZoneDefaults.of(zone).stream()
        .filter(set -> !grouped.containsKey(set.group()))
        .forEach(set -> addDefault(grouped, set));
    grouped.forEach((group, all) -> groups.put(group, new GroupNode(groups.size(), all)));
    link();
    names = new NameTable(zone.name(), groups.values());
    leadsOut = sets.stream().anyMatch(node -> isForeign(node.set()));
  }

  private static boolean isForeign(RecordSet set) {
    return set.alias().map(Content.Alias::target).orElse(null)
            instanceof AliasTarget.AwsResource resource
        && resource.service() == AwsService.OTHER;
  }

  private void addDefault(Map<RecordSet.Group, List<SetNode>> grouped, RecordSet set) {
    SetNode node = new SetNode(sets.size(), set);
    sets.add(node);
    grouped.put(set.group(), List.of(node));
  }

  static ZoneTree of(HostedZone zone) {
    return new ZoneTree(zone);
  }

  private void link() {
    Map<String, CidrTable> tables = new HashMap<>();
    for (CidrCollection collection : zone.cidrCollections()) {
      tables.put(collection.name(), new CidrTable(collection));
    }
    Map<GroupNode, List<GroupNode>> followers = new HashMap<>();
    Deque<GroupNode> dependent = new ArrayDeque<>();
    for (GroupNode group : groups.values()) {
      for (SetNode member : group.members()) {
        if (member.set().aliasedGroup().isPresent()) {
          GroupNode target = groups.get(member.set().aliasedGroup().get());
          if (target != null) {
            member.leadTo(target);
            followers.computeIfAbsent(target, t -> new ArrayList<>()).add(group);
          }
        }
      }
      if (group.is(RoutingPolicy.Cidr.class)) {
        String collection = group.members().get(0).policy(RoutingPolicy.Cidr.class).collection();
        Optional.ofNullable(tables.get(collection)).ifPresent(group::setNetworks);
      }
      if (group.dependsOnClient()) {
        dependent.add(group);
      }
    }
    while (!dependent.isEmpty()) {
      for (GroupNode follower : followers.getOrDefault(dependent.remove(), List.of())) {
        if (!follower.dependsOnClient()) {
          follower.markDependsOnClient();
          dependent.add(follower);
        }
      }
    }
  }

  HostedZone zone() {
    return zone;
  }

  DomainName apex() {
    return zone.name();
  }

  /** The record sets in the zone's order, then the defaults of the apex. */
  List<SetNode> sets() {
    return sets;
  }

  int groupCount() {
    return groups.size();
  }

  Optional<GroupNode> group(DomainName name, RecordType type) {
    return Optional.ofNullable(groups.get(new RecordSet.Group(name, type)));
  }

  /** Whether it has aliases to names that may be another hosted zone's. */
  boolean leadsOut() {
    return leadsOut;
  }

  NameTable names() {
    return names;
  }
}
