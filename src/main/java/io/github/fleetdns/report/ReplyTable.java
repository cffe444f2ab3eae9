package io.github.fleetdns.report;

import static java.util.Objects.requireNonNull;

import io.github.fleetdns.traffic.Destination;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.Scenario;
import io.github.fleetdns.traffic.ServiceTraffic;
import io.github.fleetdns.traffic.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The replies to a population under every combination of lost servers up to a size, and under each
 * single loss, told in little room.
 *
 * <p>Clients who always get the same are a class. Of a combination only those classes are kept
 * whose reply is not that of the combination without its last server; a reader follows the
 * combination server by server, in order. Of a reply that is another one without some destinations,
 * as in a weighted group, only these are kept. Both lose nothing: {@code ReplyTableTest} reads them
 * back.
 */
final class ReplyTable {
  /** Three and more lost at once are worked out while there are no more combinations than this. */
  private static final long COMBINATIONS = 1_100;

  /** All pairs are worked out while there are no more of them: of 60 servers. */
  private static final long PAIRS = 1_830;

  private final ServiceTraffic traffic;
  private final List<Integer> servers;
  private final Map<Shares, Integer> known = new LinkedHashMap<>();
  private final List<int[]> classes = new ArrayList<>();
  private final Map<List<Integer>, int[]> combinations = new LinkedHashMap<>();
  private final List<int[]> losses = new ArrayList<>();

  private ReplyTable(ServiceTraffic traffic, List<Integer> servers) {
    this.traffic = traffic;
    this.servers = servers;
  }

  /**
   * Works out the replies.
   *
   * @param servers the numbers that the report gives the servers, in their order
   * @param size how many may be lost at once
   * @param single the single losses
   * @param each called after each scenario, from any thread
   */
  static ReplyTable of(
      ServiceTraffic traffic,
      List<Integer> servers,
      int size,
      List<Scenario> single,
      Runnable each) {
    ReplyTable table = new ReplyTable(traffic, servers);
    List<List<Integer>> sets = subsets(servers.size(), size);
    List<List<Shares>> byGroup = new ArrayList<>();
    byGroup.add(traffic.normal().byGroup());
    byGroup.addAll(traffic.sharesUnder(sets.stream().map(table::loss).toList(), each));
    single.forEach(scenario -> byGroup.add(scenario.byGroup()));
    table.add(sets, byGroup);
    return table;
  }

  private Loss loss(List<Integer> set) {
    return set.stream()
        .map(i -> Loss.ofServer(traffic.servers().get(i)))
        .reduce(Loss.NONE, Loss::and);
  }

  private void add(List<List<Integer>> sets, List<List<Shares>> byGroup) {
    int[][] replies =
        byGroup.stream()
            .map(of -> of.stream().mapToInt(this::number).toArray())
            .toArray(int[][]::new);
    Map<List<Integer>, List<Integer>> same = new LinkedHashMap<>();
    for (int group = 0; group < replies[0].length; group++) {
      int g = group;
      List<Integer> column = Arrays.stream(replies).map(of -> of[g]).toList();
      same.computeIfAbsent(column, c -> new ArrayList<>()).add(group);
    }
    same.values().forEach(groups -> classes.add(groups.stream().mapToInt(i -> i).toArray()));
    Map<List<Integer>, int[]> full = new HashMap<>();
    full.put(List.of(), ofClasses(replies[0]));
    for (int i = 0; i < sets.size(); i++) {
      List<Integer> set = sets.get(i);
      int[] now = ofClasses(replies[i + 1]);
      full.put(set, now);
      int[] changes = changes(requireNonNull(full.get(set.subList(0, set.size() - 1))), now);
      if (changes.length > 0) {
        combinations.put(set.stream().map(servers::get).toList(), changes);
      }
    }
    combinations.put(List.of(), ofClasses(replies[0]));
    for (int i = sets.size() + 1; i < replies.length; i++) {
      losses.add(changes(normal(), ofClasses(replies[i])));
    }
  }

  private int number(Shares shares) {
    return known.computeIfAbsent(shares, s -> known.size());
  }

  private int[] ofClasses(int[] byGroup) {
    return classes.stream().mapToInt(groups -> byGroup[groups[0]]).toArray();
  }

  private static int[] changes(int[] before, int[] now) {
    return IntStream.range(0, now.length)
        .filter(i -> before[i] != now[i])
        .flatMap(i -> IntStream.of(i, now[i]))
        .toArray();
  }

  /** The subsets of 0 … n − 1 of at most this size, but the empty one; smaller ones first. */
  static List<List<Integer>> subsets(int n, int size) {
    List<List<Integer>> all = new ArrayList<>();
    List<List<Integer>> last = List.of(List.of());
    for (int s = 1; s <= Math.min(n, size); s++) {
      List<List<Integer>> next = new ArrayList<>();
      for (List<Integer> set : last) {
        for (int i = set.isEmpty() ? 0 : set.get(set.size() - 1) + 1; i < n; i++) {
          List<Integer> larger = new ArrayList<>(set);
          larger.add(i);
          next.add(List.copyOf(larger));
        }
      }
      all.addAll(next);
      last = next;
    }
    return all;
  }

  /** The groups of clients that always get the same, by number. */
  List<int[]> classes() {
    return classes;
  }

  /** The reply of each class normally, by number. */
  int[] normal() {
    return combinations.getOrDefault(List.of(), new int[0]);
  }

  /** What changes with the last server of a combination: pairs of class and reply. */
  Map<String, int[]> combinations() {
    Map<String, int[]> text = new LinkedHashMap<>();
    combinations.forEach(
        (set, changes) -> {
          if (!set.isEmpty()) {
            text.put(set.stream().map(String::valueOf).collect(Collectors.joining(",")), changes);
          }
        });
    return text;
  }

  /** What changes with each single loss: pairs of class and reply. */
  List<int[]> losses() {
    return losses;
  }

  /**
   * The replies, by number: pairs of destination and share; or of another reply and the
   * destinations that it is without, the rest in proportion.
   */
  List<Object> replies(Map<Destination, Integer> destinations) {
    List<Shares> all = List.copyOf(known.keySet());
    int[] normal = Arrays.stream(normal()).distinct().toArray();
    List<Object> json = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Shares shares = all.get(i);
      int self = i;
      Object shorter =
          Arrays.stream(normal)
              .filter(base -> base < self && isRestOf(shares, all.get(base)))
              .mapToObj(base -> without(base, all.get(base), shares, destinations))
              .findFirst()
              .orElse(null);
      json.add(shorter == null ? pairs(shares, destinations) : shorter);
    }
    return json;
  }

  private static boolean isRestOf(Shares rest, Shares base) {
    int gone = base.parts().size() - rest.parts().size();
    if (gone < 1 || rest.parts().size() < 4) {
      return false;
    }
    BigFraction sum =
        rest.parts().keySet().stream().map(base::of).reduce(BigFraction.ZERO, BigFraction::add);
    return sum.signum() > 0
        && rest.parts().entrySet().stream()
            .allMatch(part -> base.of(part.getKey()).equals(part.getValue().multiply(sum)));
  }

  private static Map<String, Object> without(
      int base, Shares of, Shares rest, Map<Destination, Integer> destinations) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("of", base);
    json.put(
        "without",
        of.parts().keySet().stream()
            .filter(to -> !rest.parts().containsKey(to))
            .map(destinations::get)
            .toList());
    return json;
  }

  private static List<Object> pairs(Shares shares, Map<Destination, Integer> destinations) {
    return shares.parts().entrySet().stream()
        .map(
            part ->
                (Object)
                    List.of(
                        destinations.getOrDefault(part.getKey(), -1),
                        part.getValue().doubleValue()))
        .toList();
  }

  /** Every destination of any reply. */
  List<Destination> destinations() {
    return known.keySet().stream().flatMap(s -> s.parts().keySet().stream()).distinct().toList();
  }

  /** How many of so many servers may be lost at once; at least 1, but for no servers. */
  static int size(int servers) {
    int size = 1;
    while (size < servers && count(servers, size + 1) <= (size == 1 ? PAIRS : COMBINATIONS)) {
      size++;
    }
    return Math.min(size, servers);
  }

  /** How many combinations of servers lost there are up to a size. */
  static long count(int servers, int size) {
    long sum = 0;
    long combinations = 1;
    for (int i = 0; i < Math.min(servers, size); i++) {
      combinations = combinations * (servers - i) / (i + 1);
      sum += combinations;
    }
    return sum;
  }
}
