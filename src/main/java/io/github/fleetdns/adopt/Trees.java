package io.github.fleetdns.adopt;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The trees of aliases in a zone: names that answer people, and below them, at names with an
 * underscore, what those lead to.
 */
final class Trees {
  private final HostedZone zone;
  private final Map<DomainName, Group> groups = new LinkedHashMap<>();
  private final Map<DomainName, Set<String>> references = new LinkedHashMap<>();
  private final Set<DomainName> pools = new LinkedHashSet<>();
  private final Map<DomainName, String> poolNames = new HashMap<>();

  /** Aliases lead back to themselves, so that there is no tree. */
  static final class LoopException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Trees(HostedZone zone) {
    this.zone = zone;
  }

  /**
   * The trees of a zone.
   *
   * @param raw the groups that are left out; those that are in no tree are added
   */
  static Trees of(HostedZone zone, Set<RecordSet.Group> raw) {
    Trees trees = new Trees(zone);
    Map<DomainName, List<RecordSet>> byName = new LinkedHashMap<>();
    for (RecordSet set : zone.recordSets()) {
      if (Group.TYPES.contains(set.type()) && !raw.contains(set.group())) {
        byName.computeIfAbsent(set.name(), name -> new ArrayList<>()).add(set);
      }
    }
    byName.forEach(
        (name, sets) -> {
          boolean tree =
              sets.stream().anyMatch(set -> set.routing().isPresent() || set.alias().isPresent());
          if (tree || trees.isInner(name)) {
            Group.of(name, sets, raw::add)
                .ifPresent(
                    group -> {
                      if (group.members().stream().allMatch(trees::isSayable)) {
                        trees.groups.put(name, group);
                      } else {
                        sets.forEach(set -> raw.add(set.group()));
                      }
                    });
          }
        });
    trees.refer();
    trees.dropLoneValues();
    trees.choosePools();
    return trees;
  }

  private boolean isSayable(Group.Member member) {
    return Leaf.target(member.contents(), zone.name()).isPresent();
  }

  /** Whether a name is one that no client asks for. */
  private boolean isInner(DomainName name) {
    return name.isWithin(zone.name())
        && !name.equals(zone.name())
        && ("." + name.relativeTo(zone.name())).contains("._");
  }

  /** The node that a member leads to; empty for a leaf. */
  Optional<DomainName> node(Group.Member member) {
    Content first = member.contents().values().iterator().next();
    return first
        .match(values -> Optional.<Content.Alias>empty(), Optional::of)
        .map(Content.Alias::target)
        .flatMap(
            target ->
                target.match(
                    same -> Optional.of(same.name()),
                    resource -> Optional.empty(),
                    balancer -> Optional.empty(),
                    reference -> Optional.empty()))
        .filter(name -> isInner(name) && groups.containsKey(name));
  }

  private void refer() {
    groups.forEach(
        (name, group) ->
            group
                .members()
                .forEach(
                    member ->
                        node(member)
                            .ifPresent(
                                node ->
                                    references
                                        .computeIfAbsent(node, n -> new LinkedHashSet<>())
                                        .add(name + " " + member.identifier().orElse("")))));
  }

  /** Values at a name with an underscore that nothing leads to are records of their own. */
  private void dropLoneValues() {
    groups
        .entrySet()
        .removeIf(
            entry ->
                !references.containsKey(entry.getKey())
                    && !entry.getValue().isRouted()
                    && entry.getValue().members().get(0).contents().values().stream()
                        .allMatch(content -> content.match(values -> true, alias -> false)));
  }

  private void choosePools() {
    groups.forEach(
        (name, group) ->
            group
                .members()
                .forEach(
                    member ->
                        node(member)
                            .filter(
                                node ->
                                    member.identifier().isEmpty()
                                        || references.getOrDefault(node, Set.of()).size() > 1)
                            .ifPresent(pools::add)));
  }

  /** Whether a name is one of a tree. */
  boolean has(DomainName name) {
    return groups.containsKey(name);
  }

  Group group(DomainName name) {
    Group group = groups.get(name);
    if (group == null) {
      throw new IllegalArgumentException("no group: " + name);
    }
    return group;
  }

  /** The names that no alias of a tree leads to. */
  List<DomainName> roots() {
    return groups.keySet().stream().filter(name -> !references.containsKey(name)).toList();
  }

  /** The nodes that are led to more than once, in the zone's order. */
  List<DomainName> pools() {
    return List.copyOf(pools);
  }

  boolean isPool(DomainName name) {
    return pools.contains(name);
  }

  /** What a pool is called. */
  String poolName(DomainName node) {
    return poolNames.getOrDefault(node, "");
  }

  /**
   * Names the pools.
   *
   * @param taken names that are in use
   */
  void namePools(Set<String> taken) {
    Set<String> used = new HashSet<>();
    taken.forEach(name -> used.add(name.toLowerCase(Locale.ROOT)));
    for (DomainName node : pools) {
      String relative = node.relativeTo(zone.name());
      String label = node.labels().get(0).replaceFirst("^_", "");
      List<String> candidates = new ArrayList<>();
      if (label.startsWith("octodns-") && label.endsWith("-pool")) {
        candidates.add(label.substring("octodns-".length(), label.length() - "-pool".length()));
      }
      candidates.add(Endpoints.slug(label));
      candidates.add(Endpoints.slug(label + "-pool"));
      candidates.add(Endpoints.slug(relative));
      for (int i = 2; !poolNames.containsKey(node); i++) {
        for (String candidate : candidates) {
          String name = candidate.isEmpty() ? "pool" : candidate;
          if (Endpoint.NAME.matcher(name).matches()
              && name.length() <= 62
              && !poolNames.containsKey(node)
              && used.add(name.toLowerCase(Locale.ROOT))) {
            poolNames.put(node, name);
          }
        }
        candidates = List.of("pool-" + i);
      }
    }
  }

  /** Tells the endpoints of all leaves, with what they may be called. */
  void uses(Endpoints endpoints) {
    groups.forEach(
        (name, group) -> {
          for (Group.Member member : group.members()) {
            if (node(member).isEmpty()) {
              Target target = Leaf.target(member.contents(), zone.name()).orElseThrow();
              Optional<String> region = member.policy().flatMap(Trees::region);
              endpoints.use(target, member.check(), region, names(name, member));
            }
          }
        });
  }

  private static Optional<String> region(RoutingPolicy policy) {
    return policy instanceof RoutingPolicy.Latency latency
        ? Optional.of(latency.region())
        : Optional.empty();
  }

  private List<Endpoints.Named> names(DomainName at, Group.Member member) {
    List<Endpoints.Named> names = new ArrayList<>();
    String relative = at.isWithin(zone.name()) ? at.relativeTo(zone.name()) : at.toString();
    String service = Endpoints.slug(front(relative));
    String identifier = member.identifier().orElse("");
    if (member.policy().orElse(null) instanceof RoutingPolicy.Multivalue) {
      names.add(new Endpoints.Named(identifier, Draft.OF_MULTIVALUE));
    }
    if (!identifier.isEmpty() && !isOfOctodns(at)) {
      names.add(new Endpoints.Named(identifier, "its set identifier"));
    }
    if (!identifier.isEmpty()) {
      String of = isOfOctodns(at) ? identifier.replaceFirst("-0*(\\d+)$", "-$1") : identifier;
      names.add(new Endpoints.Named(service + "-" + of, "its service and its set identifier"));
    }
    names.add(
        new Endpoints.Named(
            isOfOctodns(at) ? service + "-default" : service, "the name that it answers"));
    return names;
  }

  private static boolean isOfOctodns(DomainName at) {
    return at.labels().get(0).startsWith("_octodns-");
  }

  /** The part of a name that people ask for: behind its inner labels. */
  private static String front(String relative) {
    int inner = relative.lastIndexOf('_');
    int dot = inner < 0 ? -1 : relative.indexOf('.', inner);
    return inner < 0
        ? relative.isEmpty() ? "apex" : relative
        : dot < 0 ? relative.substring(inner + 1) : relative.substring(dot + 1);
  }
}
