package io.github.fleetdns.answer;

import io.github.fleetdns.zone.AliasTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which of some servers have a value or target in common with another one. */
public final class Overlaps {
  private final List<Server> servers;
  private final Map<String, List<Integer>> byValue = new HashMap<>();
  private final Map<AliasTarget, List<Integer>> byTarget = new HashMap<>();

  private Overlaps(List<Server> servers) {
    this.servers = servers;
    for (int i = 0; i < servers.size(); i++) {
      int at = i;
      servers.get(i).values().forEach(value -> in(byValue, value).add(at));
      servers.get(i).targets().forEach(target -> in(byTarget, target).add(at));
    }
  }

  private static <K> List<Integer> in(Map<K, List<Integer>> map, K key) {
    return map.computeIfAbsent(key, k -> new ArrayList<>());
  }

  /** With these servers. */
  public static Overlaps with(List<Server> servers) {
    return new Overlaps(List.copyOf(servers));
  }

  /** Those that overlap a server, in their order. */
  public List<Server> of(Server server) {
    SortedSet<Integer> found = new TreeSet<>();
    server.values().forEach(value -> found.addAll(byValue.getOrDefault(value, List.of())));
    server.targets().forEach(target -> found.addAll(byTarget.getOrDefault(target, List.of())));
    return found.stream().map(servers::get).toList();
  }
}
