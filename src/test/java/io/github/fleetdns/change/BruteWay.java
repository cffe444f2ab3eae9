package io.github.fleetdns.change;

import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The way worked out by trying: every order of a few calls, each call held to Route 53's rules one
 * by one. Written from docs/change.md and docs/route53.md, and shares nothing with the room but the
 * words for resources.
 */
final class BruteWay {
  /** A call: which resource, and what becomes of what. */
  private record Call(String address, Optional<Resource> from, Optional<Resource> to) {}

  private final StackChange change;
  private final List<Call> calls = new ArrayList<>();
  private final List<Set<Integer>> after = new ArrayList<>();
  private final Map<String, RecordSet> goal = new HashMap<>();

  /** What was found, over all orders tried. */
  static final class Outcome {
    int orders;
    int taken;

    /** By question that is answered before and afterwards: the longest gap in calls. */
    final Map<String, Integer> longest = new TreeMap<>();

    /** The questions that are without an answer in every order that is taken. */
    Set<String> always = new TreeSet<>();

    boolean isAny() {
      return orders == taken;
    }
  }

  BruteWay(StackChange change) {
    this.change = change;
    for (Resource to : change.after().values()) {
      Resource from = change.before().get(to.address());
      if (from == null || replaces(from, to)) {
        calls.add(new Call(to.address(), Optional.empty(), Optional.of(to)));
      } else if (!from.body().equals(to.body())) {
        calls.add(new Call(to.address(), Optional.of(from), Optional.of(to)));
      }
      to.set().ifPresent(s -> goal.put(key(s.set()), s.set()));
    }
    for (Resource from : change.before().values()) {
      Resource to = change.after().get(from.address());
      if (to == null || replaces(from, to)) {
        calls.add(new Call(from.address(), Optional.of(from), Optional.empty()));
      }
    }
    for (int i = 0; i < calls.size(); i++) {
      after.add(new HashSet<>());
    }
    terraform();
  }

  int size() {
    return calls.size();
  }

  private static boolean replaces(Resource from, Resource to) {
    return from.set().isPresent()
        && to.set().isPresent()
        && !from.set().get().set().name().equals(to.set().get().set().name());
  }

  // ---- Terraform's order ----

  private boolean isDestroy(int i) {
    return calls.get(i).to().isEmpty();
  }

  /** Everything that something leads to. */
  private static Set<String> closure(String address, Map<String, Resource> all) {
    Set<String> found = new HashSet<>();
    if (all.containsKey(address)) {
      for (String next : all.get(address).dependencies()) {
        found.add(next);
        found.addAll(closure(next, all));
      }
    }
    return found;
  }

  private boolean isMadeFirst(String address) {
    Resource own = change.after().get(address);
    if (own == null) {
      return change.before().get(address).createBeforeDestroy().orElseThrow();
    }
    return own.createBeforeDestroy().orElseThrow()
        || change.after().values().stream()
            .anyMatch(
                r ->
                    r.createBeforeDestroy().orElseThrow()
                        && closure(r.address(), change.after()).contains(address));
  }

  private void terraform() {
    for (int i = 0; i < calls.size(); i++) {
      for (int j = 0; j < calls.size(); j++) {
        if (i != j) {
          terraform(i, j);
        }
      }
    }
  }

  /** Adds what Terraform says of two calls, i being the one that is looked at. */
  private void terraform(int i, int j) {
    String one = calls.get(i).address();
    String other = calls.get(j).address();
    Set<String> stateOfOne =
        change.before().containsKey(one)
            ? closure(one, change.before())
            : closure(one, change.after());
    if (!isDestroy(i) && !isDestroy(j) && closure(one, change.after()).contains(other)) {
      after.get(j).add(i);
    }
    if (isDestroy(i) && isDestroy(j) && stateOfOne.contains(other)) {
      after.get(i).add(j);
    }
    if (isDestroy(i) && !isDestroy(j) && (one.equals(other) || stateOfOne.contains(other))) {
      (isMadeFirst(one) ? after.get(j) : after.get(i)).add(isMadeFirst(one) ? i : j);
    }
    if (!isDestroy(i) && isDestroy(j) && stateOfOne.contains(other)) {
      (isMadeFirst(other) ? after.get(i) : after.get(j)).add(isMadeFirst(other) ? j : i);
    }
  }

  /** Whether Terraform's own order goes in a circle. */
  boolean isCircular() {
    return !hasOrder(new ArrayList<>(), new HashSet<>());
  }

  private boolean hasOrder(List<Integer> done, Set<Integer> seen) {
    boolean more = true;
    while (more) {
      more = false;
      for (int i = 0; i < calls.size(); i++) {
        if (!seen.contains(i) && isFree(i, seen)) {
          seen.add(i);
          done.add(i);
          more = true;
        }
      }
    }
    return done.size() == calls.size();
  }

  private boolean isFree(int i, Set<Integer> done) {
    for (int j = 0; j < calls.size(); j++) {
      if (!done.contains(j) && after.get(j).contains(i)) {
        return false;
      }
    }
    return true;
  }

  // ---- every order ----

  /** All orders that Terraform may take, or all that there are. */
  Outcome all(boolean terraformsOnly) {
    Outcome outcome = new Outcome();
    Map<String, RecordSet> sets = new HashMap<>();
    change.before().values().forEach(r -> r.set().ifPresent(s -> sets.put(key(s.set()), s.set())));
    Set<String> checks = new HashSet<>();
    change.before().values().stream()
        .filter(r -> r.body() instanceof Resource.OfCheck)
        .forEach(r -> checks.add(r.address()));
    Map<String, String> uses = new HashMap<>();
    change.before().values().forEach(r -> use(r, uses));
    go(
        new State(sets, checks, uses),
        new ArrayList<>(),
        terraformsOnly,
        new ArrayList<>(),
        outcome);
    return outcome;
  }

  private record State(Map<String, RecordSet> sets, Set<String> checks, Map<String, String> uses) {
    State copy() {
      return new State(new HashMap<>(sets), new HashSet<>(checks), new HashMap<>(uses));
    }
  }

  private static void use(Resource resource, Map<String, String> uses) {
    resource.set().ifPresent(s -> s.check().ifPresent(c -> uses.put(key(s.set()), c)));
  }

  private void go(
      State state,
      List<Integer> done,
      boolean terraformsOnly,
      List<Map<String, RecordSet>> moments,
      Outcome outcome) {
    List<Map<String, RecordSet>> so = new ArrayList<>(moments);
    so.add(state.sets());
    if (done.size() == calls.size()) {
      outcome.orders++;
      if (state.sets().equals(goal)) {
        outcome.taken++;
        gaps(so, outcome);
      }
      return;
    }
    for (int i = 0; i < calls.size(); i++) {
      if (!done.contains(i) && (!terraformsOnly || isFree(i, new HashSet<>(done)))) {
        State next = state.copy();
        List<Integer> more = new ArrayList<>(done);
        more.add(i);
        if (isTaken(calls.get(i), next)) {
          go(next, more, terraformsOnly, so, outcome);
        } else {
          outcome.orders++;
        }
      }
    }
  }

  private void gaps(List<Map<String, RecordSet>> moments, Outcome outcome) {
    Set<String> without = new TreeSet<>();
    Set<String> questions = new TreeSet<>(questions(moments.get(0)));
    questions.retainAll(questions(moments.get(moments.size() - 1)));
    for (String question : questions) {
      int longest = 0;
      int run = 0;
      for (Map<String, RecordSet> moment : moments) {
        run = questions(moment).contains(question) ? 0 : run + 1;
        longest = Math.max(longest, run);
      }
      if (longest > 0) {
        without.add(question);
        outcome.longest.merge(question, longest, Math::max);
      }
    }
    if (outcome.taken == 1) {
      outcome.always = without;
    } else {
      outcome.always.retainAll(without);
    }
  }

  /** The questions that a zone has an answer to; a CNAME answers each that the name ever has. */
  private Set<String> questions(Map<String, RecordSet> sets) {
    Set<String> questions = new HashSet<>();
    for (RecordSet set : sets.values()) {
      Set<RecordType> types = new HashSet<>();
      everything().stream()
          .filter(s -> s.name().equals(set.name()))
          .forEach(s -> types.add(s.type()));
      if (types.size() > 1) {
        types.remove(RecordType.CNAME);
      }
      if (set.type() != RecordType.CNAME) {
        types.retainAll(Set.of(set.type()));
      }
      types.forEach(type -> questions.add(set.name() + " " + type));
    }
    return questions;
  }

  private List<RecordSet> everything() {
    List<RecordSet> all = new ArrayList<>(goal.values());
    change.before().values().forEach(r -> r.set().ifPresent(s -> all.add(s.set())));
    return all;
  }

  // ---- Route 53's rules ----

  private static String key(RecordSet set) {
    return set.key().toString();
  }

  private boolean isTaken(Call call, State state) {
    Optional<Resource.OfSet> from = call.from().flatMap(Resource::set);
    Optional<Resource.OfSet> to = call.to().flatMap(Resource::set);
    if (from.isEmpty() && to.isEmpty()) {
      if (call.to().isPresent()) {
        return state.checks().add(call.address());
      }
      state.checks().remove(call.address());
      return !state.uses().containsValue(call.address());
    }
    if (to.isEmpty()) {
      state.sets().remove(key(from.get().set()));
      state.uses().remove(key(from.get().set()));
    } else {
      String now = key(to.get().set());
      boolean update = from.isPresent() && key(from.get().set()).equals(now);
      if (from.isPresent() && !update) {
        String old = key(from.get().set());
        if (!state.sets().containsKey(old)) {
          return false;
        }
        state.sets().remove(old);
        state.uses().remove(old);
      }
      if (!update && state.sets().containsKey(now) && !to.get().overwrites()) {
        return false;
      }
      state.sets().put(now, to.get().set());
      state.uses().remove(now);
      use(call.to().get(), state.uses());
      if (to.get().check().filter(c -> !state.checks().contains(c)).isPresent()) {
        return false;
      }
    }
    return isValid(state.sets());
  }

  static boolean isValid(Map<String, RecordSet> zone) {
    List<RecordSet> sets = List.copyOf(zone.values());
    for (RecordSet a : sets) {
      boolean dangles =
          a.aliasedGroup().isPresent()
              && sets.stream().noneMatch(s -> s.group().equals(a.aliasedGroup().get()));
      if (dangles) {
        return false;
      }
      for (RecordSet b : sets) {
        if (!a.key().equals(b.key()) && a.name().equals(b.name()) && !mayStandTogether(a, b)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean mayStandTogether(RecordSet a, RecordSet b) {
    if (a.type() != b.type()) {
      return a.type() != RecordType.CNAME && b.type() != RecordType.CNAME;
    }
    if (a.policy().isEmpty() || b.policy().isEmpty()) {
      return false;
    }
    RoutingPolicy p = a.policy().get();
    RoutingPolicy q = b.policy().get();
    if (!p.title().equals(q.title())) {
      return false;
    }
    return switch (p.title()) {
      case "weighted" ->
          a.ttl().isEmpty() || b.ttl().isEmpty() || a.ttl().getAsLong() == b.ttl().getAsLong();
      case "multivalue answer", "multivalue" -> true;
      default -> !Objects.equals(p.parameter(), q.parameter());
    };
  }

  static Map<String, RecordSet> zone(List<Resource> resources) {
    Map<String, RecordSet> zone = new LinkedHashMap<>();
    resources.forEach(r -> r.set().ifPresent(s -> zone.put(key(s.set()), s.set())));
    return zone;
  }
}
