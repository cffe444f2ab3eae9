package io.github.fleetdns.change;

import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands at one place, from the first moment to the last: at most one record set before and
 * one afterwards, the action that takes the one away and the action that puts the other there. Of
 * an update they are the same.
 */
final class Timeline {
  private static final int NONE = -1;

  private final Resource.Place place;
  private Optional<Resource.OfSet> before = Optional.empty();
  private Optional<Resource.OfSet> after = Optional.empty();
  private int remover = NONE;
  private int adder = NONE;
  private boolean shared;

  private Timeline(Resource.Place place) {
    this.place = place;
  }

  /** Those of a change, by name. */
  static Map<Resource.Name, List<Timeline>> of(List<StackChange> changes, List<Action> actions) {
    Map<Resource.Place, Timeline> all = new LinkedHashMap<>();
    for (StackChange change : changes) {
      for (Resource resource : change.before().values()) {
        resource.set().ifPresent(set -> at(set, all).setBefore(set));
      }
      for (Resource resource : change.after().values()) {
        resource.set().ifPresent(set -> at(set, all).setAfter(set));
      }
    }
    for (int i = 0; i < actions.size(); i++) {
      int node = i;
      actions.get(i).setBefore().ifPresent(set -> at(set, all).setRemover(node));
      actions.get(i).setAfter().ifPresent(set -> at(set, all).setAdder(node));
    }
    Map<Resource.Name, List<Timeline>> names = new LinkedHashMap<>();
    all.forEach(
        (place, line) -> names.computeIfAbsent(place.name(), n -> new ArrayList<>()).add(line));
    return names;
  }

  private static Timeline at(Resource.OfSet set, Map<Resource.Place, Timeline> all) {
    return all.computeIfAbsent(set.place(), Timeline::new);
  }

  private void setBefore(Resource.OfSet set) {
    shared |= before.isPresent();
    before = Optional.of(set);
  }

  private void setAfter(Resource.OfSet set) {
    shared |= after.isPresent();
    after = Optional.of(set);
  }

  private void setRemover(int node) {
    shared |= remover != NONE;
    remover = node;
  }

  private void setAdder(int node) {
    shared |= adder != NONE;
    adder = node;
  }

  Resource.Place place() {
    return place;
  }

  RecordType type() {
    return place.key().type();
  }

  RecordSet.Group group() {
    return new RecordSet.Group(place.key().name(), place.key().type());
  }

  /** What stands here before. */
  Optional<Resource.OfSet> before() {
    return before;
  }

  /** What stands here afterwards. */
  Optional<Resource.OfSet> after() {
    return after;
  }

  /** Whether an action takes away what is here before. */
  boolean isRemoved() {
    return remover != NONE;
  }

  /** The action that takes away what is here before. */
  int remover() {
    return remover;
  }

  /** Whether an action puts here what is here afterwards. */
  boolean isAdded() {
    return adder != NONE;
  }

  /** The action that puts here what is here afterwards. */
  int adder() {
    return adder;
  }

  /** Whether several resources are the same record set, before or afterwards. */
  boolean isShared() {
    return shared;
  }

  /** Whether there is one at every moment: none goes, or it is exchanged in one call. */
  boolean isAlwaysThere() {
    return before.isPresent() && after.isPresent() && remover == adder;
  }
}
