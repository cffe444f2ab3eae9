package io.github.fleetdns.change;

import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What aliases need of the order: as long as one stands, there is a record set that it leads to
 * (route53.md#r42). Any one of the target's is enough, which makes it a choice.
 */
final class AliasNeeds {
  private final Map<Resource.Name, List<Timeline>> names;
  private final Needs needs;

  AliasNeeds(Map<Resource.Name, List<Timeline>> names, Needs needs) {
    this.names = names;
    this.needs = needs;
  }

  void add() {
    for (List<Timeline> lines : names.values()) {
      for (Timeline line : lines) {
        if (!line.isShared()) {
          line.before().ifPresent(set -> old(line, set));
          line.after().filter(set -> line.isAdded()).ifPresent(set -> added(line, set));
        }
      }
    }
  }

  /** The record sets that an alias leads to, if they come and go at all. */
  private Optional<Target> target(Resource.OfSet alias) {
    Optional<RecordSet.Group> group = NeedsFinder.target(alias);
    return group
        .map(to -> NeedsFinder.group(names, alias.zone(), to.name(), to.type()))
        .filter(lines -> lines.stream().noneMatch(Timeline::isAlwaysThere))
        .filter(lines -> lines.stream().noneMatch(Timeline::isShared))
        .map(lines -> Target.of(lines, group.get()))
        // One call that takes away and adds leaves something at every moment.
        .filter(target -> target.removers().stream().noneMatch(target.adders()::contains));
  }

  private record Target(RecordSet.Group group, List<Integer> removers, List<Integer> adders) {
    static Target of(List<Timeline> lines, RecordSet.Group group) {
      List<Integer> removers = new ArrayList<>();
      List<Integer> adders = new ArrayList<>();
      for (Timeline line : lines) {
        line.before().filter(set -> line.isRemoved()).ifPresent(s -> removers.add(line.remover()));
        line.after().filter(set -> line.isAdded()).ifPresent(s -> adders.add(line.adder()));
      }
      return new Target(group, removers, adders);
    }

    /** Something is added before all of the old ones are gone. */
    boolean isNeverEmpty(Order order) {
      return adders.stream()
          .anyMatch(added -> removers.stream().anyMatch(gone -> order.isBefore(added, gone)));
    }

    List<Needs.Pair> neverEmpty(Clash clash) {
      return adders.stream()
          .flatMap(added -> removers.stream().map(gone -> new Needs.Pair(added, gone, clash)))
          .toList();
    }
  }

  private void old(Timeline line, Resource.OfSet alias) {
    Target target = target(alias).filter(t -> !t.removers().isEmpty()).orElse(null);
    if (target == null) {
      return;
    }
    Clash clash =
        Clash.certain(
            Clash.Kind.TARGET,
            line.place().key()
                + " leads to nothing once the last of "
                + target.group()
                + " is gone");
    if (!line.isRemoved()) {
      if (!target.adders().isEmpty()) {
        needs.choices().add(new Needs.Choice(target.neverEmpty(clash), target::isNeverEmpty));
      }
      return;
    }
    int end = line.remover();
    if (target.removers().contains(end)) {
      return;
    }
    List<Needs.Pair> alternatives = new ArrayList<>();
    target.removers().forEach(gone -> alternatives.add(new Needs.Pair(end, gone, clash)));
    alternatives.addAll(target.neverEmpty(clash));
    needs
        .choices()
        .add(
            new Needs.Choice(
                alternatives,
                order ->
                    target.isNeverEmpty(order)
                        || target.removers().stream().anyMatch(gone -> order.isBefore(end, gone))));
  }

  private void added(Timeline line, Resource.OfSet alias) {
    Target target = target(alias).filter(t -> !t.adders().isEmpty()).orElse(null);
    if (target == null || target.adders().contains(line.adder())) {
      return;
    }
    int start = line.adder();
    Clash clash =
        Clash.certain(
            Clash.Kind.TARGET,
            "Route 53 refuses the alias "
                + line.place().key()
                + " while there is no "
                + target.group());
    List<Needs.Pair> alternatives = new ArrayList<>();
    target.adders().forEach(there -> alternatives.add(new Needs.Pair(there, start, clash)));
    needs
        .choices()
        .add(
            new Needs.Choice(
                alternatives,
                order ->
                    target.adders().stream().anyMatch(there -> order.isBefore(there, start))
                        || (!target.removers().isEmpty() && target.isNeverEmpty(order))));
  }
}
