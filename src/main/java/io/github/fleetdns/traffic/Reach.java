package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the answers to a question can depend on: the health checks and alias targets of the record
 * sets that aliases and CNAMEs lead to. A loss of anything else leaves the answers as they are.
 */
final class Reach {
  private final Set<String> checks = new HashSet<>();
  private final Set<AliasTarget> targets = new HashSet<>();
  private final Map<String, List<String>> parents = new HashMap<>();
  private final boolean onlyGetsWorse;
  private final List<RecordSet> sets = new ArrayList<>();
  private final HostedZone zone;
  private boolean everything;

  private Reach(HostedZone zone) {
    this.zone = zone;
    zone.healthChecks()
        .forEach(
            (name, check) -> {
              check
                  .children()
                  .forEach(c -> parents.computeIfAbsent(c, x -> new ArrayList<>()).add(name));
            });
    onlyGetsWorse =
        zone.healthChecks().values().stream().noneMatch(check -> check.common().inverted());
  }

  /** What the answers to a question can depend on. */
  static Reach of(HostedZone zone, Question question) {
    Reach reach = new Reach(zone);
    reach.walk(zone, question);
    return reach;
  }

  /**
   * A zone that answers the question as the whole one does, with as few record sets as that takes:
   * what a situation costs grows with them. Empty if only the whole zone does.
   */
  Optional<HostedZone> zone() {
    return everything
        ? Optional.empty()
        : Optional.of(
            new HostedZone(
                zone.name(),
                zone.comment(),
                zone.tags(),
                zone.visibility(),
                sets,
                zone.healthChecks(),
                zone.cidrCollections(),
                zone.unknowns()));
  }

  /** Whether losing more can only make checks unhealthy, never healthy. */
  boolean onlyGetsWorse() {
    return onlyGetsWorse;
  }

  /** The checks whose result may change with these: themselves, and what is calculated of them. */
  Set<String> follow(Set<String> lost) {
    Set<String> all = new HashSet<>(lost);
    Deque<String> open = new ArrayDeque<>(lost);
    while (!open.isEmpty()) {
      for (String parent : parents.getOrDefault(open.remove(), List.of())) {
        if (all.add(parent)) {
          open.add(parent);
        }
      }
    }
    return all;
  }

  /** The part of the outages that matters. */
  Outages within(Outages outages) {
    return everything
        ? outages
        : new Outages(
            only(outages.checks(), checks::contains),
            only(outages.withoutData(), checks::contains),
            only(outages.targets(), targets::contains));
  }

  private static <T> Set<T> only(Set<T> set, Predicate<T> kept) {
    Set<T> rest = new LinkedHashSet<>();
    set.stream().filter(kept).forEach(rest::add);
    return rest;
  }

  private void walk(HostedZone zone, Question question) {
    Map<DomainName, List<RecordSet>> byName = new HashMap<>();
    zone.recordSets()
        .forEach(set -> byName.computeIfAbsent(set.name(), n -> new ArrayList<>()).add(set));
    Set<RecordSet.Group> seen = new HashSet<>();
    Deque<RecordSet.Group> open = new ArrayDeque<>();
    RecordType type = question.type().orElse(RecordType.A);
    open.add(new RecordSet.Group(question.name(), type));
    while (!open.isEmpty()) {
      RecordSet.Group group = open.remove();
      if (!seen.add(group)) {
        continue;
      }
      List<RecordSet> sets =
          byName.getOrDefault(group.name(), List.of()).stream()
              .filter(set -> set.type() == group.type() || set.type() == RecordType.CNAME)
              .toList();
      if (sets.isEmpty()) {
        // A wildcard may answer, or another zone below: too far to look for a short cut.
        everything = true;
        return;
      }
      for (RecordSet set : sets) {
        set.routing().flatMap(routing -> routing.healthCheck()).ifPresent(c -> addCheck(zone, c));
        next(zone, set, type).ifPresent(open::add);
      }
    }
    Set<DomainName> names = new HashSet<>();
    seen.forEach(group -> names.add(group.name()));
    // Whatever stands at these names, and what may delegate them away.
    zone.recordSets().stream()
        .filter(set -> names.contains(set.name()) || set.type() == RecordType.NS)
        .forEach(sets::add);
  }

  private Optional<RecordSet.Group> next(HostedZone zone, RecordSet set, RecordType type) {
    if (set.alias().isPresent()) {
      Optional<RecordSet.Group> group = set.aliasedGroup();
      if (group.isEmpty()) {
        targets.add(set.alias().get().target());
      }
      return group;
    }
    return set.type() == RecordType.CNAME
        ? set.values().stream()
            .findFirst()
            .flatMap(Reach::name)
            .filter(name -> name.isWithin(zone.name()))
            .map(name -> new RecordSet.Group(name, type))
        : Optional.empty();
  }

  private static Optional<DomainName> name(String text) {
    try {
      return Optional.of(DomainName.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void addCheck(HostedZone zone, String name) {
    HealthCheck check = zone.healthChecks().get(name);
    if (checks.add(name) && check != null) {
      check.children().forEach(child -> addCheck(zone, child));
    }
  }
}
