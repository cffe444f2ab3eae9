package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ways through a zone, by CNAME and alias, that lead back to where they began.
 *
 * <p>Record sets that point at their own group are each found. Of longer loops that share a group
 * some are found, and the others once those are gone.
 */
final class Loops {
  private static final int SHOWN = 8;

  private final ZoneIndex zone;
  private final Map<RecordSet.Group, Entry> steps = new LinkedHashMap<>();
  private final List<List<Entry>> found = new ArrayList<>();

  private Loops(ZoneIndex zone) {
    this.zone = zone;
  }

  /** The loops, each from the record set that comes first in the zone. */
  static List<List<Entry>> in(ZoneIndex zone) {
    Loops loops = new Loops(zone);
    loops.search();
    return loops.found;
  }

  /** The names of a loop, from the first to itself. */
  static Message path(List<Entry> loop) {
    return Message.of(
        Message.join(" → ", loop.stream().limit(SHOWN).map(entry -> entry.set().name()).toList()),
        loop.size() > SHOWN ? " → …" : "",
        " → ",
        loop.get(0).set().name());
  }

  private static Optional<RecordSet.Group> next(Entry entry) {
    boolean cname = entry.set().type() == RecordType.CNAME && entry.set().values().size() == 1;
    return cname
        ? ValueRules.nameIn(entry.set().values().get(0))
            .map(name -> new RecordSet.Group(name, RecordType.CNAME))
        : entry.target();
  }

  private void search() {
    Map<RecordSet.Group, List<Entry>> into = new HashMap<>();
    Map<RecordSet.Group, Integer> ways = new HashMap<>();
    Map<RecordSet.Group, List<Entry>> outOf = new LinkedHashMap<>();
    for (Entry entry : zone.entries()) {
      Optional<RecordSet.Group> next = next(entry).filter(group -> !zone.group(group).isEmpty());
      if (next.isEmpty()) {
        continue;
      }
      if (next.get().equals(entry.set().group())) {
        found.add(List.of(entry));
        continue;
      }
      into.computeIfAbsent(next.get(), group -> new ArrayList<>()).add(entry);
      outOf.computeIfAbsent(entry.set().group(), group -> new ArrayList<>()).add(entry);
      ways.merge(entry.set().group(), 1, Integer::sum);
    }
    Set<RecordSet.Group> looping = peel(into, ways, outOf.keySet());
    outOf.forEach(
        (group, entries) ->
            entries.stream()
                .filter(entry -> next(entry).filter(looping::contains).isPresent())
                .findFirst()
                .ifPresent(entry -> steps.put(group, entry)));
    walk();
  }

  /** What is left of the groups after those that lead to an end, again and again. */
  private Set<RecordSet.Group> peel(
      Map<RecordSet.Group, List<Entry>> into,
      Map<RecordSet.Group, Integer> ways,
      Set<RecordSet.Group> all) {
    Set<RecordSet.Group> left = new HashSet<>(all);
    List<RecordSet.Group> ends =
        new ArrayList<>(into.keySet().stream().filter(group -> !all.contains(group)).toList());
    while (!ends.isEmpty()) {
      for (Entry entry : into.getOrDefault(ends.remove(ends.size() - 1), List.of())) {
        RecordSet.Group group = entry.set().group();
        if (ways.merge(group, -1, Integer::sum) == 0 && left.remove(group)) {
          ends.add(group);
        }
      }
    }
    return left;
  }

  /** Follows one way out of each group, and notes where a walk meets itself. */
  private void walk() {
    Set<RecordSet.Group> done = new HashSet<>();
    for (RecordSet.Group start : steps.keySet()) {
      Map<RecordSet.Group, Integer> positions = new HashMap<>();
      List<Entry> way = new ArrayList<>();
      RecordSet.Group at = start;
      Entry step = steps.get(at);
      while (step != null && !done.contains(at) && positions.putIfAbsent(at, way.size()) == null) {
        way.add(step);
        at = next(step).orElseThrow();
        step = steps.get(at);
      }
      if (!done.contains(at) && positions.containsKey(at)) {
        found.add(fromFirst(way.subList(positions.get(at), way.size())));
      }
      done.addAll(positions.keySet());
    }
  }

  private static List<Entry> fromFirst(List<Entry> loop) {
    Entry first = loop.stream().min(Comparator.comparingInt(Entry::index)).orElseThrow();
    int at = loop.indexOf(first);
    List<Entry> turned = new ArrayList<>(loop.subList(at, loop.size()));
    turned.addAll(loop.subList(0, at));
    return turned;
  }
}
