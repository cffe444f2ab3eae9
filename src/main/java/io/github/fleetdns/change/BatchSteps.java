package io.github.fleetdns.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Steps with the AWS CLI: what Terraform cannot do in single calls is done for each name in one
 * batch of the API, and Terraform is told what stands now.
 */
final class BatchSteps {
  private final List<StackChange> changes;
  private final Judgement judgement;

  BatchSteps(List<StackChange> changes, Judgement judgement) {
    this.changes = changes;
    this.judgement = judgement;
  }

  /**
   * The steps for the names that Terraform does not get through; none if they do not work either.
   */
  List<Step> find() {
    List<Step> some = steps(inTheWay());
    return Rehearsal.succeeds(changes, some) ? some : checked(steps(changed()));
  }

  private List<Step> checked(List<Step> steps) {
    return Rehearsal.succeeds(changes, steps) ? steps : List.of();
  }

  /** A batch for each name that changes. */
  List<Batch> all() {
    return changed().stream().map(this::batch).toList();
  }

  private Set<Resource.Name> changed() {
    Set<Resource.Name> all = new LinkedHashSet<>();
    judgement
        .names()
        .forEach(
            (name, lines) -> {
              if (lines.stream().anyMatch(line -> line.isAdded() || line.isRemoved())) {
                all.add(name);
              }
            });
    return all;
  }

  private Set<Resource.Name> inTheWay() {
    Set<Resource.Name> found = new LinkedHashSet<>();
    Stream.concat(
            judgement.answer().unmet().stream().flatMap(p -> Stream.of(p.first(), p.then())),
            judgement.needs().never().stream().map(Needs.Never::action))
        .map(node -> judgement.apply().actions().get(node))
        .flatMap(action -> Stream.concat(action.setBefore().stream(), action.setAfter().stream()))
        .forEach(set -> found.add(set.place().name()));
    return found;
  }

  private List<Step> steps(Set<Resource.Name> names) {
    List<Step> steps = new ArrayList<>();
    for (StackChange change : changes) {
      List<String> first = needed(change, names);
      if (!first.isEmpty()) {
        steps.add(new Step.Targets(change.name(), first));
      }
    }
    names.forEach(name -> steps.add(new Step.InOneBatch(batch(name))));
    changes.forEach(change -> steps.add(new Step.Rest(change.name())));
    return steps;
  }

  /** What the new record sets of some names refer to and is made or changed with them. */
  private List<String> needed(StackChange change, Set<Resource.Name> names) {
    Set<String> needed = new LinkedHashSet<>();
    for (Resource resource : change.after().values()) {
      if (resource.set().filter(set -> names.contains(set.place().name())).isPresent()) {
        resource.dependencies().stream()
            .filter(address -> !isAt(change, address, names))
            .filter(address -> changes(change, address))
            .forEach(needed::add);
      }
    }
    return List.copyOf(needed);
  }

  private static boolean isAt(StackChange change, String address, Set<Resource.Name> names) {
    return Optional.ofNullable(change.after().get(address))
        .flatMap(Resource::set)
        .filter(set -> names.contains(set.place().name()))
        .isPresent();
  }

  private boolean changes(StackChange change, String address) {
    return judgement.apply().actions().stream()
        .anyMatch(
            action ->
                action.stack().equals(change.name())
                    && action.kind() != Action.Kind.DELETE
                    && action.address().equals(address));
  }

  private Batch batch(Resource.Name name) {
    List<Timeline> lines = judgement.names().getOrDefault(name, List.of());
    List<Resource.OfSet> removed = new ArrayList<>();
    List<Resource.OfSet> put = new ArrayList<>();
    for (Timeline line : lines) {
      if (line.isRemoved() && line.after().isEmpty()) {
        line.before().ifPresent(removed::add);
      } else if (line.isAdded()) {
        line.after().ifPresent(put::add);
      }
    }
    List<Batch.Held> forgotten = new ArrayList<>();
    List<Batch.Held> imported = new ArrayList<>();
    for (StackChange change : changes) {
      held(change, name, change.before(), change.after(), forgotten);
      held(change, name, change.after(), change.before(), imported);
    }
    List<String> stacks =
        changes.stream()
            .filter(
                change ->
                    Stream.concat(
                            change.before().values().stream(), change.after().values().stream())
                        .flatMap(resource -> resource.set().stream())
                        .anyMatch(set -> set.place().name().equals(name)))
            .map(StackChange::name)
            .toList();
    return new Batch(name.zone(), name.name(), stacks, removed, put, forgotten, imported);
  }

  /**
   * The resources of a name that one side has and the other has not, or has as another record set.
   */
  private static void held(
      StackChange change,
      Resource.Name name,
      Map<String, Resource> side,
      Map<String, Resource> other,
      List<Batch.Held> held) {
    for (Resource resource : side.values()) {
      Optional<Resource.OfSet> set = resource.set().filter(s -> s.place().name().equals(name));
      if (set.isPresent()) {
        boolean stays =
            Optional.ofNullable(other.get(resource.address()))
                .flatMap(Resource::set)
                .filter(s -> s.place().equals(set.get().place()))
                .isPresent();
        if (!stays) {
          held.add(new Batch.Held(change.name(), resource));
        }
      }
    }
  }
}
