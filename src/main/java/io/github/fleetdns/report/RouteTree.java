package io.github.fleetdns.report;

import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.Lag;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The record sets behind a name as a tree of text: for each type what chooses among what, what is
 * checked, and how long a failover takes.
 */
public final class RouteTree {
  private final HostedZone zone;
  private final Map<RecordSet.Group, List<RecordSet>> groups = new LinkedHashMap<>();
  private final Set<RecordSet.Group> seen = new HashSet<>();
  private final Map<String, HealthCheck> checks = new LinkedHashMap<>();
  private final Set<Long> ttls = new TreeSet<>();
  private final List<String> lines = new ArrayList<>();

  private RouteTree(HostedZone zone) {
    this.zone = zone;
    zone.recordSets()
        .forEach(set -> groups.computeIfAbsent(set.group(), g -> new ArrayList<>()).add(set));
  }

  /** The trees of a name, a line each node; empty if the zone has no address records there. */
  public static List<String> of(HostedZone zone, DomainName name) {
    List<String> lines = new ArrayList<>();
    for (RecordType type : List.of(RecordType.A, RecordType.AAAA, RecordType.CNAME)) {
      RecordSet.Group group = new RecordSet.Group(name, type);
      RouteTree tree = new RouteTree(zone);
      if (tree.groups.containsKey(group)) {
        if (!lines.isEmpty()) {
          lines.add("");
        }
        tree.lines.add(name + " " + type);
        tree.add(group, "");
        tree.healthChecks();
        tree.failoverTime();
        lines.addAll(tree.lines);
      }
    }
    return lines;
  }

  private void add(RecordSet.Group group, String indent) {
    List<RecordSet> sets = groups.getOrDefault(group, List.of());
    sets.get(0).policy().ifPresent(policy -> lines.add(indent + PolicyText.heading(policy)));
    long weights =
        sets.stream()
            .map(RecordSet::policy)
            .flatMap(Optional::stream)
            .mapToLong(policy -> policy instanceof RoutingPolicy.Weighted w ? w.weight() : 0)
            .sum();
    for (int i = 0; i < sets.size(); i++) {
      boolean last = i == sets.size() - 1;
      boolean simple = sets.get(i).routing().isEmpty();
      String branch = simple ? "" : last ? "└─ " : "├─ ";
      String below = simple ? indent : indent + (last ? "   " : "│  ");
      add(sets.get(i), indent + branch, below, weights);
    }
  }

  private void add(RecordSet set, String branch, String below, long weights) {
    String label =
        set.routing().map(routing -> routing.setIdentifier() + label(set, weights)).orElse("");
    String line = branch + label + set.content().match(this::values, RouteTree::alias) + check(set);
    Optional<RecordSet.Group> group = set.aliasedGroup().filter(groups::containsKey);
    boolean shown = group.isPresent() && !seen.add(group.get());
    lines.add(shown ? line + " (shown above)" : line);
    if (group.isPresent() && !shown) {
      add(group.get(), below);
    }
  }

  private String values(Content.Values values) {
    ttls.add(values.ttl());
    return String.join(", ", values.values());
  }

  private static String alias(Content.Alias alias) {
    String kept = alias.evaluateTargetHealth() ? "" : ", kept even if nothing there is healthy";
    return "→ " + alias.target().title() + kept;
  }

  private static String label(RecordSet set, long weights) {
    return set.policy().map(policy -> PolicyText.label(policy, weights)).orElse("") + ": ";
  }

  private String check(RecordSet set) {
    Optional<String> name = set.routing().flatMap(routing -> routing.healthCheck());
    if (name.isEmpty()) {
      boolean leaf = set.alias().isEmpty();
      return leaf && set.routing().isPresent() ? "; not checked, always healthy" : "";
    }
    note(name.get());
    return "; checked by " + name.get();
  }

  /** Remembers a check for the list below the tree, and what it counts. */
  private void note(String name) {
    HealthCheck check = zone.healthChecks().get(name);
    if (check != null && checks.putIfAbsent(name, check) == null) {
      check.children().forEach(this::note);
    }
  }

  private void healthChecks() {
    if (checks.isEmpty()) {
      return;
    }
    lines.add("Health checks:");
    checks.forEach((name, check) -> lines.add("  " + name + ": " + HealthText.of(check)));
  }

  private void failoverTime() {
    Optional<Lag> slowest =
        checks.values().stream()
            .map(HealthCheck::detection)
            .flatMap(Optional::stream)
            .reduce(Lag::and);
    if (slowest.isEmpty() || ttls.isEmpty()) {
      return;
    }
    Lag noticed = slowest.get();
    long ttl = ttls.stream().mapToLong(Long::longValue).max().orElse(0);
    Lag moved = noticed.plus(ttl);
    lines.add(
        "Failover time: about "
            + moved.typicalSeconds()
            + " s, at the worst "
            + moved.worstSeconds()
            + " s: an outage is noticed after "
            + noticed.typicalSeconds()
            + " to "
            + noticed.worstSeconds()
            + " s, and resolvers keep answers for "
            + ttl
            + " s (TTL)");
  }
}
