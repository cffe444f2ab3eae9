package io.github.fleetdns.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The actions that applies of Terraform consist of, and the order that Terraform keeps them in;
 * between two stacks it keeps none.
 *
 * <p>What Terraform orders: a resource is made or updated after those that its configuration refers
 * to. It is destroyed before those that its state refers to, and before these are updated. Before a
 * resource is updated, what its state refers to and the configuration no longer has is destroyed;
 * with {@code create_before_destroy} it is the other way round, and a resource that is replaced is
 * made before the old one is destroyed. {@code create_before_destroy} is passed on to what a
 * resource refers to.
 *
 * @param actions the actions, by stack, in the order of the configuration
 * @param order the order; of its nodes, the first are the actions
 */
record Apply(List<Action> actions, Order order) {
  Apply {
    actions = List.copyOf(actions);
  }

  static Apply of(List<StackChange> changes) {
    List<Part> parts = changes.stream().map(Part::new).toList();
    List<Action> actions = new ArrayList<>();
    parts.forEach(part -> part.number(actions));
    int size = actions.size();
    for (Part part : parts) {
      size = part.numberRest(size);
    }
    Order order = new Order(size);
    parts.forEach(part -> part.order(order));
    return new Apply(actions, order);
  }

  /** One stack's. */
  private static final class Part {
    private final StackChange change;
    private final Replacement replacement;
    private final Set<String> madeFirst = new HashSet<>();

    /** Of which it is not known whether they are made first. */
    private final Set<String> either = new HashSet<>();

    /** Of each resource of the configuration; of those that stay as they are, too. */
    private final Map<String, Integer> made = new LinkedHashMap<>();

    private final Map<String, Integer> destroyed = new LinkedHashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Map<String, Set<String>> stateReaches = new HashMap<>();

    Part(StackChange change) {
      this.change = change;
      this.replacement = Replacement.of(change);
      passOnCreateBeforeDestroy();
    }

    private void passOnCreateBeforeDestroy() {
      for (Resource resource : change.after().values()) {
        Optional<Boolean> first =
            Optional.ofNullable(change.replaced().get(resource.address()))
                .or(resource::createBeforeDestroy);
        if (first.isEmpty()) {
          either.add(resource.address());
        } else if (first.get()) {
          madeFirst.add(resource.address());
          madeFirst.addAll(reach(resource, change.after()));
        }
      }
      for (Resource resource : change.before().values()) {
        if (!change.after().containsKey(resource.address())) {
          if (resource.createBeforeDestroy().isEmpty()) {
            either.add(resource.address());
          } else if (resource.createBeforeDestroy().get()) {
            madeFirst.add(resource.address());
          }
        }
      }
      either.removeAll(madeFirst);
    }

    /** Every resource that one refers to, and those that these do. */
    private static Set<String> reach(Resource from, Map<String, Resource> all) {
      Set<String> reached = new HashSet<>();
      List<String> open = new ArrayList<>(from.dependencies());
      while (!open.isEmpty()) {
        String address = open.remove(open.size() - 1);
        if (reached.add(address) && all.containsKey(address)) {
          open.addAll(all.get(address).dependencies());
        }
      }
      return reached;
    }

    void number(List<Action> actions) {
      for (Resource after : change.after().values()) {
        Resource before = change.before().get(after.address());
        Optional<Action> action = Optional.empty();
        if (before == null || replacement.replaces(after.address())) {
          action = Optional.of(Action.create(change.name(), after));
        } else if (replacement.updates(before, after)) {
          action = Optional.of(Action.update(change.name(), before, after));
        }
        if (action.isPresent()) {
          changed.add(after.address());
          made.put(after.address(), actions.size());
          actions.add(action.get());
        }
      }
      for (Resource before : change.before().values()) {
        if (!change.after().containsKey(before.address())
            || replacement.replaces(before.address())) {
          destroyed.put(before.address(), actions.size());
          actions.add(Action.delete(change.name(), before));
        }
      }
    }

    /** What stays as it is passes an order on. */
    int numberRest(int from) {
      int next = from;
      for (String address : change.after().keySet()) {
        if (!made.containsKey(address)) {
          made.put(address, next++);
        }
      }
      return next;
    }

    void order(Order order) {
      for (Resource after : change.after().values()) {
        for (String needed : after.dependencies()) {
          Integer first = made.get(needed);
          Integer then = made.get(after.address());
          if (first != null && then != null && !first.equals(then)) {
            order.add(first, then);
          }
        }
      }
      destroyed.forEach((address, node) -> destroy(address, node, order));
      changed.forEach(address -> make(address, order));
    }

    private void destroy(String address, int node, Order order) {
      Integer again = made.get(address);
      if (again != null) {
        add(address, node, again, order);
      }
      for (String needed : stateReach(address)) {
        Integer destroyedLater = destroyed.get(needed);
        if (destroyedLater != null) {
          order.add(node, destroyedLater);
        }
        if (changed.contains(needed)) {
          add(address, node, made.getOrDefault(needed, node), order);
        }
      }
    }

    private void make(String address, Order order) {
      int node = made.getOrDefault(address, 0);
      for (String needed : stateReach(address)) {
        Integer gone = destroyed.get(needed);
        if (gone != null) {
          add(needed, gone, node, order);
        }
      }
    }

    /** What is destroyed comes before what is made, or after it if it is one that is made first. */
    private void add(String destroyed, int destroy, int make, Order order) {
      if (!either.contains(destroyed)) {
        boolean later = madeFirst.contains(destroyed);
        order.add(later ? make : destroy, later ? destroy : make);
      }
    }

    /** What the state says that a resource refers to; of a new one the configuration says it. */
    private Set<String> stateReach(String address) {
      return stateReaches.computeIfAbsent(
          address,
          a -> {
            Resource before = change.before().get(a);
            Resource after = change.after().get(a);
            return before != null
                ? reach(before, change.before())
                : after != null ? reach(after, change.after()) : Set.of();
          });
    }
  }
}
