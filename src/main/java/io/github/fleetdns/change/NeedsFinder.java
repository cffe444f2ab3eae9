package io.github.fleetdns.change;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.Unknowns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what the record sets of a change need of the order, pair by pair: the rules of a group hold
 * between two record sets each, so that an order in which every pair is right is right.
 */
final class NeedsFinder {
  private static final int MOST = 100;
  private static final int MOST_BY_DISTANCE = 30;

  private final List<Action> actions;
  private final Needs needs;

  private NeedsFinder(List<Action> actions, Needs needs) {
    this.actions = actions;
    this.needs = needs;
  }

  /** Adds what the record sets need. */
  static void add(List<Action> actions, Map<Resource.Name, List<Timeline>> names, Needs needs) {
    NeedsFinder finder = new NeedsFinder(actions, needs);
    names.values().forEach(finder::atName);
    new AliasNeeds(names, needs).add();
  }

  private void atName(List<Timeline> lines) {
    for (Timeline line : lines) {
      if (line.isShared()) {
        shared(line);
      } else if (line.isAdded()) {
        atPlace(line);
        lines.forEach(other -> beside(line, other));
      }
    }
    lines.stream()
        .collect(Collectors.groupingBy(Timeline::type, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(this::size);
  }

  private void shared(Timeline line) {
    int node = line.isAdded() ? line.adder() : line.remover();
    if (line.isAdded() || line.isRemoved()) {
      needs
          .never()
          .add(
              new Needs.Never(
                  node,
                  Clash.certain(
                      Clash.Kind.SHARED,
                      "two resources are the record set " + line.place().key() + " at a time")));
    }
  }

  /** What was here must be gone first, or be exchanged in the same call. */
  private void atPlace(Timeline line) {
    if (line.before().isEmpty() || !line.isRemoved() || line.remover() == line.adder()) {
      return;
    }
    boolean creates =
        actions.get(line.adder()).kind() == Action.Kind.CREATE
            && !line.after().map(Resource.OfSet::overwrites).orElse(false);
    Clash clash =
        creates
            ? Clash.certain(
                Clash.Kind.EXISTS,
                "Route 53 refuses to create "
                    + line.place().key()
                    + " while it stands, as "
                    + actions.get(line.remover()).address()
                    + " has it")
            : Clash.certain(
                Clash.Kind.OVERWRITTEN,
                "destroying "
                    + actions.get(line.remover()).address()
                    + " last takes away the new "
                    + line.place().key());
    needs.pairs().add(new Needs.Pair(line.remover(), line.adder(), clash));
  }

  private void beside(Timeline line, Timeline other) {
    if (other == line || other.isShared() || other.before().isEmpty() || line.after().isEmpty()) {
      return;
    }
    Optional<Clash> clash = clash(line.after().get(), other.before().get());
    if (clash.isEmpty()) {
      return;
    }
    if (!other.isRemoved()) {
      needs.never().add(new Needs.Never(line.adder(), clash.get()));
    } else if (other.remover() != line.adder()) {
      needs.pairs().add(new Needs.Pair(other.remover(), line.adder(), clash.get()));
    }
  }

  private static Optional<Clash> clash(Resource.OfSet now, Resource.OfSet old) {
    boolean openIdentifier =
        now.set().type() == old.set().type()
            && (now.unknown().contains(Unknowns.Part.SET_IDENTIFIER)
                || old.unknown().contains(Unknowns.Part.SET_IDENTIFIER));
    Optional<Clash> clash = Together.clash(now, old);
    return clash.isEmpty() && openIdentifier
        ? Optional.of(
            new Clash(
                Clash.Kind.EXISTS,
                "a set identifier of " + now.set().group() + " is not known",
                false))
        : clash;
  }

  /**
   * Whether a group may be too large meanwhile is not worked out: then every old one goes first.
   */
  private void size(List<Timeline> group) {
    boolean byDistance =
        group.stream()
            .flatMap(line -> line.after().stream())
            .anyMatch(set -> set.set().policy().orElse(null) instanceof RoutingPolicy.Geoproximity);
    int most = byDistance ? MOST_BY_DISTANCE : MOST;
    if (group.size() <= most) {
      return;
    }
    Clash clash =
        new Clash(
            Clash.Kind.SIZE,
            group.get(0).group() + " has more than " + most + " record sets on the way",
            false);
    for (Timeline gone : group) {
      for (Timeline added : group) {
        if (gone.isRemoved()
            && gone.after().isEmpty()
            && added.isAdded()
            && added.before().isEmpty()) {
          needs.pairs().add(new Needs.Pair(gone.remover(), added.adder(), clash));
        }
      }
    }
  }

  /** The record sets of a name and type. */
  static List<Timeline> group(
      Map<Resource.Name, List<Timeline>> names, String zone, DomainName name, RecordType type) {
    return names.getOrDefault(new Resource.Name(zone, name), List.of()).stream()
        .filter(line -> line.type() == type)
        .toList();
  }

  /** Where an alias leads within its zone. */
  static Optional<RecordSet.Group> target(Resource.OfSet set) {
    return set.set().aliasedGroup();
  }
}
