package io.github.fleetdns.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pools that lead back to themselves. */
final class PoolLoops {
  private final Map<String, Set<String>> next;

  private PoolLoops(Map<String, Set<String>> next) {
    this.next = next;
  }

  /**
   * Pools without which there would be no loop, in the order of the map, each with its shortest way
   * back: begins and ends with the pool. Takes as long as the map is large where there is no loop.
   *
   * @param pools for each pool, the pools that it mentions
   */
  static Map<String, List<String>> in(Map<String, Set<String>> pools) {
    PoolLoops loops = new PoolLoops(new LinkedHashMap<>(pools));
    Map<String, List<String>> ways = new LinkedHashMap<>();
    for (String pool : loops.endless()) {
      List<String> way = loops.wayBack(pool);
      if (!way.isEmpty()) {
        ways.put(pool, way);
        loops.next.remove(pool);
      }
    }
    return ways;
  }

  /**
   * Pools below which others lead to others in so many steps; a pool above one of them is none of
   * them, as its way ends there.
   *
   * @param pools for each pool, the pools that it mentions; without loops among those there are
   * @param there the pools that there are
   */
  static List<String> deeperThan(int steps, Map<String, Set<String>> pools, Set<String> there) {
    Map<String, Integer> ahead = new HashMap<>();
    Map<String, List<String>> behind = new HashMap<>();
    Deque<String> ends = new ArrayDeque<>();
    for (String pool : there) {
      List<String> names =
          pools.getOrDefault(pool, Set.of()).stream().filter(there::contains).toList();
      ahead.put(pool, names.size());
      names.forEach(name -> behind.computeIfAbsent(name, x -> new ArrayList<>()).add(pool));
      if (names.isEmpty()) {
        ends.add(pool);
      }
    }
    Map<String, Integer> below = new HashMap<>();
    List<String> deep = new ArrayList<>();
    while (!ends.isEmpty()) {
      String end = ends.remove();
      int depth = below.getOrDefault(end, 0);
      if (depth > steps) {
        deep.add(end);
      }
      for (String pool : behind.getOrDefault(end, List.of())) {
        below.merge(pool, depth > steps ? 0 : depth + 1, Math::max);
        if (ahead.merge(pool, -1, Integer::sum) == 0) {
          ends.add(pool);
        }
      }
    }
    return deep;
  }

  /**
   * The pools from which one can go on for ever: what is left when pools that lead to none that is
   * left are taken away, again and again.
   */
  private List<String> endless() {
    Map<String, Integer> ahead = new HashMap<>();
    Map<String, List<String>> behind = new HashMap<>();
    Deque<String> ends = new ArrayDeque<>();
    next.forEach(
        (pool, names) -> {
          ahead.put(pool, names.size());
          names.forEach(name -> behind.computeIfAbsent(name, x -> new ArrayList<>()).add(pool));
          if (names.isEmpty()) {
            ends.add(pool);
          }
        });
    while (!ends.isEmpty()) {
      String end = ends.remove();
      ahead.remove(end);
      for (String pool : behind.getOrDefault(end, List.of())) {
        if (ahead.merge(pool, -1, Integer::sum) == 0) {
          ends.add(pool);
        }
      }
    }
    return next.keySet().stream().filter(ahead::containsKey).toList();
  }

  private List<String> wayBack(String pool) {
    Map<String, String> reachedFrom = new HashMap<>();
    Deque<String> reached = new ArrayDeque<>(List.of(pool));
    while (!reached.isEmpty()) {
      String from = reached.remove();
      for (String name : next.getOrDefault(from, Set.of())) {
        if (reachedFrom.putIfAbsent(name, from) == null) {
          reached.add(name);
        }
      }
    }
    Deque<String> way = new ArrayDeque<>();
    for (String at = reachedFrom.get(pool); at != null; at = reachedFrom.get(at)) {
      way.addFirst(at);
      if (at.equals(pool)) {
        way.addLast(pool);
        return List.copyOf(way);
      }
    }
    return List.of();
  }
}
