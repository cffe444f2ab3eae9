package io.github.fleetdns.change;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands at Route 53 at a moment, which takes actions one by one and says what it does not
 * take: the rules themselves, so that an order that was found by pairs is held to them once more.
 */
final class Standing {
  /** A record set and the stack that it is of. */
  private record Held(String stack, Resource.OfSet set) {}

  private final Map<Resource.Name, Map<RecordSet.Key, Held>> sets = new HashMap<>();
  private final Map<List<String>, Map<AddressBlock, String>> blocks = new HashMap<>();
  private final Map<List<String>, Integer> things = new HashMap<>();
  private final Set<List<Object>> groups = new HashSet<>();

  private Standing(List<StackChange> changes) {
    for (StackChange change : changes) {
      Stream.concat(change.before().values().stream(), change.after().values().stream())
          .flatMap(resource -> resource.set().stream())
          .forEach(set -> groups.add(List.of(set.zone(), set.set().group())));
    }
  }

  /** What stands before some changes. */
  static Standing before(List<StackChange> changes) {
    Standing standing = new Standing(changes);
    for (StackChange change : changes) {
      for (Resource resource : change.before().values()) {
        standing.hold(change.name(), resource);
      }
    }
    return standing;
  }

  /** What stands after them. */
  static Standing after(List<StackChange> changes) {
    Standing standing = new Standing(changes);
    for (StackChange change : changes) {
      for (Resource resource : change.after().values()) {
        standing.hold(change.name(), resource);
      }
    }
    return standing;
  }

  private void hold(String stack, Resource resource) {
    Optional<Resource.OfSet> set = resource.set();
    set.ifPresent(one -> at(one.place().name()).put(one.set().key(), new Held(stack, one)));
    if (set.isEmpty()) {
      things.merge(List.of(stack, resource.address()), 1, Integer::sum);
      takeBlocks(stack, List.of(resource));
    }
  }

  private Map<RecordSet.Key, Held> at(Resource.Name name) {
    return sets.computeIfAbsent(name, n -> new LinkedHashMap<>());
  }

  private Map<AddressBlock, String> blocksOf(String stack, Resource.OfLocation location) {
    return blocks.computeIfAbsent(List.of(stack, location.collection()), c -> new HashMap<>());
  }

  /** Whether the same record sets stand. */
  boolean isLike(Standing other) {
    return plain().equals(other.plain());
  }

  private Map<Resource.Place, RecordSet> plain() {
    Map<Resource.Place, RecordSet> plain = new HashMap<>();
    sets.values()
        .forEach(
            name ->
                name.values()
                    .forEach(
                        held -> {
                          if (!isMadeByRoute53(held.set())) {
                            plain.put(held.set().place(), held.set().set());
                          }
                        }));
    return plain;
  }

  /** NS and SOA of an apex, which are never deleted; a name alone does not say that it is one. */
  private static boolean isMadeByRoute53(Resource.OfSet set) {
    return set.set().type() == RecordType.SOA
        || (set.set().type() == RecordType.NS && set.overwrites());
  }

  /** Does an action; says why Route 53 does not take it, or what it breaks. */
  Optional<Clash> take(Action action) {
    if (action.setBefore().isPresent() || action.setAfter().isPresent()) {
      return takeSet(action);
    }
    List<String> thing = List.of(action.stack(), action.address());
    if (action.kind() == Action.Kind.CREATE) {
      things.merge(thing, 1, Integer::sum);
    }
    Optional<Clash> clash = moveBlocks(action);
    if (clash.isEmpty() && action.kind() == Action.Kind.DELETE) {
      int left = things.merge(thing, -1, Integer::sum);
      clash = left > 0 ? Optional.empty() : stillUsed(action);
    }
    return clash;
  }

  private Optional<Clash> stillUsed(Action action) {
    return sets.values().stream()
        .flatMap(name -> name.values().stream())
        .filter(held -> held.stack().equals(action.stack()))
        .filter(
            held ->
                held.set().check().filter(action.address()::equals).isPresent()
                    || held.set().location().filter(action.address()::equals).isPresent())
        .findFirst()
        .map(
            held ->
                Clash.certain(
                    Clash.Kind.USED, held.set().set().key() + " still uses " + action.address()));
  }

  private Optional<Clash> moveBlocks(Action action) {
    Optional<Resource> resource = action.after().or(action::before);
    if (!(resource.orElseThrow().body() instanceof Resource.OfLocation location)) {
      return Optional.empty();
    }
    Map<AddressBlock, String> held = blocksOf(action.stack(), location);
    for (AddressBlock block : ThingNeeds.come(action)) {
      String there = held.putIfAbsent(block, action.address());
      if (there != null && !there.equals(action.address())) {
        return Optional.of(Clash.certain(Clash.Kind.BLOCK, block + " is in " + there));
      }
    }
    ThingNeeds.gone(action).forEach(block -> held.remove(block, action.address()));
    return Optional.empty();
  }

  /** Blocks go from location to location in one call. */
  void takeBlocks(String stack, List<Resource> locations) {
    for (Resource resource : locations) {
      if (resource.body() instanceof Resource.OfLocation location) {
        blocksOf(stack, location).values().removeIf(resource.address()::equals);
      }
    }
    for (Resource resource : locations) {
      if (resource.body() instanceof Resource.OfLocation location) {
        location.blocks().forEach(b -> blocksOf(stack, location).put(b, resource.address()));
      }
    }
  }

  private Optional<Clash> takeSet(Action action) {
    return takeAll(List.of(action));
  }

  /** Does several actions on record sets in one batch of the API. */
  Optional<Clash> takeAll(List<Action> batch) {
    List<Resource.Name> touched = new ArrayList<>();
    Optional<Clash> clash = Optional.empty();
    for (Action action : batch) {
      Optional<Resource.OfSet> old = action.setBefore();
      Optional<Resource.OfSet> now = action.setAfter();
      boolean sameKey = old.map(Resource.OfSet::place).equals(now.map(Resource.OfSet::place));
      if (old.isPresent() && !sameKey) {
        touched.add(old.get().place().name());
        Held there = at(old.get().place().name()).remove(old.get().set().key());
        if (there == null && now.isPresent()) {
          clash = Optional.of(gone(old.get()));
        }
      }
      if (now.isPresent()) {
        touched.add(now.get().place().name());
        Held there =
            at(now.get().place().name())
                .put(now.get().set().key(), new Held(action.stack(), now.get()));
        if (there != null && !sameKey && !now.get().overwrites()) {
          clash = Optional.of(there(now.get()));
        }
      }
    }
    if (clash.isPresent()) {
      return clash;
    }
    for (Resource.Name name : touched) {
      Optional<Clash> found =
          Moment.clash(name, at(name).values().stream().map(Held::set).toList());
      if (found.isPresent()) {
        return found;
      }
    }
    return dangling(batch);
  }

  private static Clash there(Resource.OfSet set) {
    return Clash.certain(Clash.Kind.EXISTS, set.set().key() + " is there already");
  }

  private static Clash gone(Resource.OfSet set) {
    return Clash.certain(Clash.Kind.EXISTS, set.set().key() + " is not there any more");
  }

  /** Whether an alias leads to a group that was there and is not any more, or not yet. */
  private Optional<Clash> dangling(List<Action> batch) {
    for (Action action : batch) {
      Optional<Clash> clash =
          action
              .setAfter()
              .filter(set -> isMissing(set))
              .map(set -> noTarget(set))
              .or(() -> action.setBefore().flatMap(this::leftWithout));
      if (clash.isPresent()) {
        return clash;
      }
    }
    return Optional.empty();
  }

  private Optional<Clash> leftWithout(Resource.OfSet gone) {
    if (!group(gone.zone(), gone.set().group()).isEmpty()) {
      return Optional.empty();
    }
    return sets.values().stream()
        .flatMap(name -> name.values().stream())
        .map(Held::set)
        .filter(set -> set.zone().equals(gone.zone()))
        .filter(set -> set.set().aliasedGroup().filter(gone.set().group()::equals).isPresent())
        .findFirst()
        .map(Standing::noTarget);
  }

  /** A target that neither side has is somebody else's, and not judged. */
  private boolean isMissing(Resource.OfSet set) {
    return set.set()
        .aliasedGroup()
        .filter(to -> groups.contains(List.of(set.zone(), to)))
        .filter(to -> group(set.zone(), to).isEmpty())
        .isPresent();
  }

  private static Clash noTarget(Resource.OfSet set) {
    return Clash.certain(Clash.Kind.TARGET, set.set().key() + " leads to nothing");
  }

  private List<Resource.OfSet> group(String zone, RecordSet.Group group) {
    return at(new Resource.Name(zone, group.name())).values().stream()
        .map(Held::set)
        .filter(set -> set.set().type() == group.type())
        .toList();
  }
}
