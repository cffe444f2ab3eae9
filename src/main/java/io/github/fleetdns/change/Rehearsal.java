package io.github.fleetdns.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Steps, tried out: after each, what Terraform's states have and what stands at Route 53; an apply
 * is right if it works whatever order Terraform takes.
 */
final class Rehearsal implements Step.Visitor<Boolean> {
  private final List<StackChange> changes;
  private final Map<String, Map<String, Resource>> states = new LinkedHashMap<>();
  private final Standing standing;
  private final Set<List<String>> kept = new HashSet<>();

  private Rehearsal(List<StackChange> changes) {
    this.changes = changes;
    changes.forEach(change -> states.put(change.name(), new LinkedHashMap<>(change.before())));
    this.standing = Standing.before(changes);
  }

  /** Whether steps lead from one side to the other, and nothing is refused or left to do. */
  static boolean succeeds(List<StackChange> changes, List<Step> steps) {
    Rehearsal rehearsal = new Rehearsal(changes);
    return steps.stream().allMatch(step -> step.accept(rehearsal))
        && rehearsal.standing.isLike(Standing.after(changes))
        && changes.stream().allMatch(rehearsal::hasNothingToDo);
  }

  private boolean hasNothingToDo(StackChange change) {
    return Apply.of(List.of(to(change, change.after().keySet()))).actions().isEmpty();
  }

  /** What is left to do in a stack for some addresses; the others stay as the state has them. */
  private StackChange to(StackChange change, Set<String> addresses) {
    Map<String, Resource> state = state(change.name());
    Map<String, Resource> next = new LinkedHashMap<>();
    change
        .after()
        .forEach(
            (address, resource) -> {
              if (addresses.contains(address)) {
                next.put(address, resource);
              }
            });
    state.forEach(
        (address, resource) -> {
          boolean goes = addresses.contains(address) && !change.after().containsKey(address);
          if (!goes) {
            next.putIfAbsent(address, resource);
          }
        });
    Map<String, Boolean> replaced = new LinkedHashMap<>(change.replaced());
    replaced
        .keySet()
        .removeIf(
            address ->
                !addresses.contains(address)
                    || kept.contains(List.of(change.name(), address))
                    || !same(state.get(address), change.before().get(address)));
    return new StackChange(change.name(), change.terraform(), state, next, replaced);
  }

  private static boolean same(
      @org.jspecify.annotations.Nullable Object one,
      @org.jspecify.annotations.Nullable Object other) {
    return one != null && one.equals(other);
  }

  private Map<String, Resource> state(String stack) {
    return states.getOrDefault(stack, Map.of());
  }

  private StackChange change(String stack) {
    return changes.stream().filter(c -> c.name().equals(stack)).findFirst().orElseThrow();
  }

  @Override
  public Boolean move(Step.Move step) {
    return move(step.fromStack(), step.from(), step.toStack(), step.to());
  }

  @Override
  public Boolean targets(Step.Targets step) {
    StackChange change = change(step.stack());
    return apply(to(change, withNeeded(change, step.addresses())));
  }

  @Override
  public Boolean rest(Step.Rest step) {
    StackChange change = change(step.stack());
    Set<String> all = new HashSet<>(change.after().keySet());
    all.addAll(state(step.stack()).keySet());
    return apply(to(change, all));
  }

  @Override
  public Boolean inOneBatch(Step.InOneBatch step) {
    return batch(step.batch());
  }

  @Override
  public Boolean keep(Step.Keep step) {
    return kept.add(List.of(step.stack(), step.address()));
  }

  private boolean move(String fromStack, String from, String toStack, String to) {
    Resource resource = state(fromStack).remove(from);
    if (resource == null || state(toStack).containsKey(to)) {
      return false;
    }
    state(toStack).put(to, resource.at(to));
    return true;
  }

  /** {@code -target} takes along what the configuration says that a resource needs. */
  private static Set<String> withNeeded(StackChange change, List<String> addresses) {
    Set<String> all = new HashSet<>();
    List<String> open = new ArrayList<>(addresses);
    while (!open.isEmpty()) {
      String address = open.remove(open.size() - 1);
      Resource resource = change.after().get(address);
      if (all.add(address) && resource != null) {
        open.addAll(resource.dependencies());
      }
    }
    return all;
  }

  private boolean apply(StackChange part) {
    Judgement judgement = Judgement.of(List.of(part));
    if (judgement.answer().level() != Judgement.Level.ANY) {
      return false;
    }
    for (int node : judgement.apply().order().sorted().orElseThrow()) {
      if (node < judgement.apply().actions().size()
          && standing.take(judgement.apply().actions().get(node)).isPresent()) {
        return false;
      }
    }
    states.put(part.name(), new LinkedHashMap<>(part.after()));
    return true;
  }

  /**
   * All locations of the collection that stand before and afterwards get the blocks they shall
   * have.
   */
  @Override
  public Boolean blocks(Step.Blocks blocks) {
    StackChange change = change(blocks.stack());
    Map<String, Resource> state = state(blocks.stack());
    List<Resource> moved = new ArrayList<>();
    for (Resource resource : List.copyOf(state.values())) {
      Resource next = change.after().get(resource.address());
      if (next != null
          && resource.body() instanceof Resource.OfLocation location
          && location.collection().equals(blocks.collection())) {
        state.put(resource.address(), next);
        moved.add(next);
      }
    }
    standing.takeBlocks(blocks.stack(), moved);
    return true;
  }

  private boolean batch(Batch batch) {
    List<Action> actions = new ArrayList<>();
    batch.removed().forEach(set -> actions.add(Action.delete("", bare(set))));
    batch.put().forEach(set -> actions.add(Action.update("", bare(set), bare(set))));
    for (Batch.Held held : batch.forgotten()) {
      state(held.stack()).remove(held.resource().address());
    }
    for (Batch.Held held : batch.imported()) {
      state(held.stack()).put(held.resource().address(), held.resource());
    }
    // What only changes is read anew.
    for (StackChange change : changes) {
      for (Resource.OfSet set : batch.put()) {
        refresh(change, set);
      }
    }
    return standing.takeAll(actions).isEmpty();
  }

  private void refresh(StackChange change, Resource.OfSet set) {
    Map<String, Resource> state = state(change.name());
    state.replaceAll(
        (address, resource) ->
            resource.set().filter(old -> old.place().equals(set.place())).isPresent()
                ? new Resource(
                    address, set, resource.dependencies(), resource.createBeforeDestroy())
                : resource);
  }

  private static Resource bare(Resource.OfSet set) {
    return new Resource("", set, Set.of(), Optional.of(false));
  }
}
