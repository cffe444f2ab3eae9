package io.github.fleetdns.change;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.HealthCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What health checks, CIDR collections and hosted zones need of the order. */
final class ThingNeeds {
  private final List<Action> actions;
  private final Needs needs;

  /** Where things are made and destroyed, by stack and address. */
  private final Map<List<String>, Integer> made = new HashMap<>();

  private final Map<List<String>, Integer> destroyed = new HashMap<>();

  private ThingNeeds(List<Action> actions, Needs needs) {
    this.actions = actions;
    this.needs = needs;
  }

  /** Adds what they need. */
  static void add(List<Action> actions, Needs needs) {
    ThingNeeds finder = new ThingNeeds(actions, needs);
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      List<String> key = List.of(action.stack(), action.address());
      if (action.kind() == Action.Kind.CREATE) {
        finder.made.put(key, i);
      } else if (action.kind() == Action.Kind.DELETE) {
        finder.destroyed.put(key, i);
      }
    }
    for (int i = 0; i < actions.size(); i++) {
      finder.uses(i);
      finder.update(i);
    }
    finder.locations();
    finder.zones();
  }

  private static final Resource.Body.Visitor<List<String>> USED =
      new Resource.Body.Visitor<>() {
        @Override
        public List<String> set(Resource.OfSet set) {
          return Stream.concat(set.check().stream(), set.location().stream()).toList();
        }

        @Override
        public List<String> check(Resource.OfCheck check) {
          return List.copyOf(check.children());
        }

        @Override
        public List<String> collection(Resource.OfCollection collection) {
          return List.of();
        }

        @Override
        public List<String> location(Resource.OfLocation location) {
          return List.of(location.collection());
        }

        @Override
        public List<String> zone(Resource.OfZone zone) {
          return List.of();
        }
      };

  /** What a resource refers to by an id of Route 53's. */
  static Stream<String> used(Optional<Resource> resource) {
    return resource.stream().flatMap(one -> one.body().accept(USED).stream());
  }

  private void uses(int node) {
    Action action = actions.get(node);
    used(action.after())
        .forEach(
            address -> {
              Integer first = made.get(List.of(action.stack(), address));
              if (first != null) {
                add(
                    first,
                    node,
                    action.address() + " needs " + address + ", which is not there yet");
              }
            });
    used(action.before())
        .forEach(
            address -> {
              Integer last = destroyed.get(List.of(action.stack(), address));
              if (last != null) {
                add(node, last, action.address() + " still uses " + address);
              }
            });
  }

  private void add(int first, int then, String what) {
    if (first != then) {
      needs.pairs().add(new Needs.Pair(first, then, Clash.certain(Clash.Kind.USED, what)));
    }
  }

  private void update(int node) {
    Action action = actions.get(node);
    if (action.kind() == Action.Kind.UPDATE
        && action.before().orElseThrow().body() instanceof Resource.OfCheck old
        && action.after().orElseThrow().body() instanceof Resource.OfCheck now) {
      refusal(old.check(), now.check())
          .ifPresent(
              what ->
                  needs
                      .never()
                      .add(
                          new Needs.Never(
                              node,
                              Clash.certain(Clash.Kind.CHECK, action.address() + ": " + what))));
    }
  }

  /** Why Route 53 does not update a check so (route53.md#check-immutable). */
  static Optional<String> refusal(HealthCheck old, HealthCheck now) {
    return old.match(
        endpoint -> address(endpoint, now),
        calculated -> Optional.empty(),
        alarm -> Optional.empty(),
        control ->
            old.equals(now)
                ? Optional.empty()
                : Optional.of("Route 53 does not update a check of a routing control"));
  }

  private static Optional<String> address(HealthCheck.Endpoint old, HealthCheck now) {
    return now instanceof HealthCheck.Endpoint is
            && old.address().isPresent() != is.address().isPresent()
        ? Optional.of(
            "Route 53 neither takes the IP address from a health check nor gives one to it")
        : Optional.empty();
  }

  // ---- CIDR ----

  private void locations() {
    Map<List<String>, List<Integer>> collections = new LinkedHashMap<>();
    for (int i = 0; i < actions.size(); i++) {
      int node = i;
      location(actions.get(i))
          .ifPresent(
              location ->
                  collections
                      .computeIfAbsent(
                          List.of(actions.get(node).stack(), location.collection()),
                          c -> new ArrayList<>())
                      .add(node));
    }
    collections.values().forEach(this::collection);
  }

  private static Optional<Resource.OfLocation> location(Action action) {
    return action
        .after()
        .or(action::before)
        .map(Resource::body)
        .filter(Resource.OfLocation.class::isInstance)
        .map(Resource.OfLocation.class::cast);
  }

  private void collection(List<Integer> nodes) {
    for (int one : nodes) {
      for (int other : nodes) {
        if (one < other) {
          needs
              .sideBySide()
              .add(
                  new Needs.SideBySide(
                      one,
                      other,
                      Clash.certain(
                          Clash.Kind.VERSION,
                          actions.get(one).address()
                              + " and "
                              + actions.get(other).address()
                              + " change one CIDR collection, which Route 53 takes one after the"
                              + " other alone")));
        }
        if (one != other) {
          blocks(one, other);
        }
      }
    }
  }

  /** A block leaves its location before it comes to another one. */
  private void blocks(int leaves, int comes) {
    Set<AddressBlock> left = gone(actions.get(leaves));
    for (AddressBlock block : come(actions.get(comes))) {
      if (left.contains(block)) {
        needs
            .pairs()
            .add(
                new Needs.Pair(
                    leaves,
                    comes,
                    Clash.certain(
                        Clash.Kind.BLOCK,
                        block
                            + " is in one CIDR location at a time: it leaves "
                            + actions.get(leaves).address()
                            + " before it comes to "
                            + actions.get(comes).address())));
        return;
      }
    }
  }

  static Set<AddressBlock> gone(Action action) {
    return Blocks.without(action.before(), action.after());
  }

  static Set<AddressBlock> come(Action action) {
    return Blocks.without(action.after(), action.before());
  }

  // ---- zones ----

  private void zones() {
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      if (action.kind() == Action.Kind.DELETE
          && action.before().orElseThrow().body() instanceof Resource.OfZone zone) {
        zone(i, zone.zone());
      }
    }
  }

  private void zone(int last, String zone) {
    Clash clash =
        Clash.certain(Clash.Kind.ZONE, "Route 53 destroys a hosted zone only once it is empty");
    for (int i = 0; i < actions.size(); i++) {
      boolean within = actions.get(i).setBefore().filter(s -> s.zone().equals(zone)).isPresent();
      if (within) {
        needs.pairs().add(new Needs.Pair(i, last, clash));
      }
    }
  }
}
