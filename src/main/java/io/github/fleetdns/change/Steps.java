package io.github.fleetdns.change;

import io.github.fleetdns.zone.AddressBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for steps that lead where Terraform's own order does not, the gentlest first; none is given
 * that was not tried out.
 */
final class Steps {
  private static final int MOST_STACKS = 5;

  private final List<StackChange> changes;

  private Steps(List<StackChange> changes) {
    this.changes = changes;
  }

  /** The steps; none if there are none that work. */
  static List<Step> of(List<StackChange> changes, Judgement judgement) {
    Steps steps = new Steps(changes);
    List<Step> moves = steps.moves(judgement);
    List<List<Step>> tries = new ArrayList<>();
    if (!moves.isEmpty()) {
      List<StackChange> moved = steps.after(moves);
      tries.addAll(join(moves, new Steps(moved).staged(Judgement.of(moved))));
    }
    tries.addAll(steps.staged(judgement));
    tries.addAll(join(steps.kept(), List.of(steps.rest())));
    tries.addAll(join(steps.blocks(judgement), List.of(steps.rest())));
    for (List<Step> one : tries) {
      if (Rehearsal.succeeds(changes, one)) {
        return one;
      }
    }
    return new BatchSteps(changes, judgement).find();
  }

  private static List<List<Step>> join(List<Step> first, List<List<Step>> then) {
    return then.stream()
        .map(
            rest -> {
              List<Step> all = new ArrayList<>(first);
              all.addAll(rest);
              return all;
            })
        .toList();
  }

  // ---- what is one resource ----

  /**
   * A resource that goes and one that comes in its way become one, which the provider changes in
   * one call: an update, or one batch of delete and create.
   */
  private List<Step> moves(Judgement judgement) {
    List<Step> moves = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    List<Needs.Pair> pairs = new ArrayList<>(judgement.answer().unmet());
    pairs.addAll(judgement.needs().pairs());
    for (boolean sameKey : List.of(true, false)) {
      for (Needs.Pair pair : pairs) {
        Action gone = judgement.apply().actions().get(pair.first());
        Action come = judgement.apply().actions().get(pair.then());
        if (gone.kind() == Action.Kind.DELETE
            && come.kind() == Action.Kind.CREATE
            && isOne(gone, come, sameKey)
            && !taken.contains(pair.first())
            && !taken.contains(pair.then())) {
          taken.add(pair.first());
          taken.add(pair.then());
          moves.add(new Step.Move(gone.stack(), gone.address(), come.stack(), come.address()));
        }
      }
    }
    return moves;
  }

  private static boolean isOne(Action gone, Action come, boolean sameKey) {
    if (gone.setBefore().isEmpty() || come.setAfter().isEmpty()) {
      return false;
    }
    Resource.Place old = gone.setBefore().get().place();
    Resource.Place now = come.setAfter().get().place();
    boolean differs = !gone.address().equals(come.address()) || !gone.stack().equals(come.stack());
    return differs
        && (sameKey
            ? old.equals(now)
            : old.name().equals(now.name()) && gone.stack().equals(come.stack()));
  }

  /** The changes that are left once some resources have moved. */
  private List<StackChange> after(List<Step> moves) {
    Map<String, Map<String, Resource>> states = new LinkedHashMap<>();
    changes.forEach(c -> states.put(c.name(), new LinkedHashMap<>(c.before())));
    for (Step step : moves) {
      if (step instanceof Step.Move move) {
        move(states, move.fromStack(), move.from(), move.toStack(), move.to());
      }
    }
    return changes.stream()
        .map(
            c ->
                new StackChange(
                    c.name(),
                    c.terraform(),
                    states.getOrDefault(c.name(), Map.of()),
                    c.after(),
                    c.replaced()))
        .toList();
  }

  private static void move(
      Map<String, Map<String, Resource>> states,
      String fromStack,
      String from,
      String toStack,
      String to) {
    Resource resource = states.getOrDefault(fromStack, new HashMap<>()).remove(from);
    if (resource != null) {
      states.getOrDefault(toStack, new HashMap<>()).put(to, resource.at(to));
    }
  }

  /** What a plan makes anew although nothing of it differs. */
  private List<Step> kept() {
    List<Step> kept = new ArrayList<>();
    for (StackChange change : changes) {
      for (String address : change.replaced().keySet()) {
        Resource before = change.before().get(address);
        Resource after = change.after().get(address);
        if (before != null && after != null && before.body().equals(after.body())) {
          kept.add(new Step.Keep(change.name(), address));
        }
      }
    }
    return kept;
  }

  // ---- address blocks ----

  /** The blocks that are in the way of each other, in one call for each collection. */
  private List<Step> blocks(Judgement judgement) {
    Map<List<String>, List<Step.InLocation>> collections = new LinkedHashMap<>();
    for (Needs.Pair pair : judgement.answer().unmet()) {
      if (pair.clash().kind() == Clash.Kind.BLOCK) {
        for (int node : List.of(pair.first(), pair.then())) {
          Action action = judgement.apply().actions().get(node);
          if (action.kind() == Action.Kind.UPDATE
              && action.after().orElseThrow().body() instanceof Resource.OfLocation location) {
            List<Step.InLocation> all =
                collections.computeIfAbsent(
                    List.of(action.stack(), location.collection()), c -> new ArrayList<>());
            add(location.name(), false, ThingNeeds.gone(action), all);
            add(location.name(), true, ThingNeeds.come(action), all);
          }
        }
      }
    }
    return collections.entrySet().stream()
        .<Step>map(e -> new Step.Blocks(e.getKey().get(0), e.getKey().get(1), e.getValue()))
        .collect(Collectors.toList());
  }

  private static void add(
      String location, boolean isPut, Set<AddressBlock> blocks, List<Step.InLocation> all) {
    Step.InLocation change = new Step.InLocation(location, isPut, List.copyOf(blocks));
    if (!blocks.isEmpty() && !all.contains(change)) {
      all.add(change);
    }
  }

  // ---- one stage after another ----

  /** Ways to cut the applies into stages. */
  private List<List<Step>> staged(Judgement judgement) {
    List<List<Step>> tries = new ArrayList<>();
    if (changes.size() <= MOST_STACKS) {
      orders(changes.stream().map(StackChange::name).toList())
          .forEach(order -> tries.add(order.stream().<Step>map(Step.Rest::new).toList()));
    }
    if (judgement.answer().works().isPresent()) {
      List<Step> stages = stages(judgement);
      for (List<Step> rest : tries.isEmpty() ? List.of(rest()) : List.copyOf(tries)) {
        List<Step> all = new ArrayList<>(stages);
        all.addAll(rest);
        tries.add(all);
      }
    }
    return tries;
  }

  private List<Step> rest() {
    return changes.stream().<Step>map(change -> new Step.Rest(change.name())).toList();
  }

  private static List<List<String>> orders(List<String> names) {
    if (names.size() < 2) {
      return List.of(names);
    }
    List<List<String>> orders = new ArrayList<>();
    for (String first : names) {
      List<String> others = names.stream().filter(n -> !n.equals(first)).toList();
      for (List<String> then : orders(others)) {
        List<String> order = new ArrayList<>(List.of(first));
        order.addAll(then);
        orders.add(order);
      }
    }
    return orders;
  }

  /** What has to come first, in as few applies as it takes. */
  private static List<Step> stages(Judgement judgement) {
    List<Action> actions = judgement.apply().actions();
    Map<Integer, Set<Integer>> unmet = new HashMap<>();
    judgement
        .answer()
        .unmet()
        .forEach(
            pair -> unmet.computeIfAbsent(pair.first(), p -> new HashSet<>()).add(pair.then()));
    Order order = judgement.answer().works().orElseThrow();
    int[] stage = new int[order.size()];
    for (int node : order.sorted().orElseThrow()) {
      for (int then : order.next(node)) {
        boolean cut = unmet.getOrDefault(node, Set.of()).contains(then);
        stage[then] = Math.max(stage[then], stage[node] + (cut ? 1 : 0));
      }
    }
    Map<Integer, Map<String, Set<String>>> targets = new LinkedHashMap<>();
    for (int node : unmet.keySet().stream().sorted().toList()) {
      Set<String> addresses =
          targets
              .computeIfAbsent(stage[node], s -> new LinkedHashMap<>())
              .computeIfAbsent(actions.get(node).stack(), s -> new LinkedHashSet<>());
      for (int other = 0; other < actions.size(); other++) {
        // What uses what is destroyed is destroyed before it, if it is named, too.
        boolean needed =
            actions.get(other).kind() == Action.Kind.DELETE
                && actions.get(other).stack().equals(actions.get(node).stack())
                && judgement.apply().order().isBefore(other, node)
                && actions.get(node).kind() == Action.Kind.DELETE;
        if (needed) {
          addresses.add(actions.get(other).address());
        }
      }
      addresses.add(actions.get(node).address());
    }
    return targets.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(e -> e.getValue().entrySet().stream())
        .<Step>map(e -> new Step.Targets(e.getKey(), List.copyOf(e.getValue())))
        .collect(Collectors.toList());
  }
}
