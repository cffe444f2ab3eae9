package io.github.fleetdns.report;

import static java.util.Objects.requireNonNull;

import io.github.fleetdns.answer.Server;
import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.traffic.Capacity;
import io.github.fleetdns.traffic.Destination;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.traffic.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the script of a report shows, as JSON: for each name the replies to all clients under every
 * combination of losses that the report covers.
 */
final class ReportData {
  /** More endpoints than these are grouped. */
  private static final int SINGLE_PINS = 12;

  private final WorldMap map;
  private final MapPlaces places;
  private final List<ReportSide> sides;
  private final Runnable each;

  /** An endpoint of a zone; the same on both sides of a comparison. */
  private record Key(String zone, String name) {}

  private final List<String> titles = new ArrayList<>();
  private final List<Population> populations = new ArrayList<>();
  private final Map<Key, Integer> endpoints = new LinkedHashMap<>();
  private final Map<Key, Optional<String>> regions = new HashMap<>();
  private final List<Map<String, Object>> destinations = new ArrayList<>();
  private final Map<String, Integer> elsewhere = new HashMap<>();
  private int covers;
  private int most;

  private ReportData(WorldMap map, List<ReportSide> sides, Runnable each) {
    this.map = map;
    this.sides = sides;
    this.each = each;
    for (ReportSide side : sides) {
      for (ReportSide.Name name : side.names()) {
        add(name);
      }
    }
    this.places = MapPlaces.of(map, populations);
    destinations.add(destination(Destination.nobody().title(), "nobody", true));
    endpoints.forEach((key, i) -> destinations.add(destination(key.name(), "endpoint", i)));
  }

  /** Its keys in one order: the same input gives the same bytes. */
  private static Map<String, Object> destination(String title, String kind, Object value) {
    Map<String, Object> destination = new LinkedHashMap<>();
    destination.put("title", title);
    destination.put(kind, value);
    return destination;
  }

  /**
   * What a report of these shows.
   *
   * @param each called after each combination of losses that is worked out, from any thread
   */
  static ReportData of(WorldMap map, List<ReportSide> sides, Runnable each) {
    return new ReportData(map, sides, each);
  }

  /** How many combinations {@link #json} works out. */
  long steps() {
    return sides.stream()
        .flatMap(side -> side.names().stream())
        .mapToInt(name -> name.outlook().traffic().servers().size())
        .mapToLong(servers -> ReplyTable.count(servers, ReplyTable.size(servers)))
        .sum();
  }

  private void add(ReportSide.Name name) {
    if (!titles.contains(name.title())) {
      titles.add(name.title());
    }
    Population population = name.outlook().traffic().population();
    if (!populations.contains(population)) {
      populations.add(population);
    }
    for (Server server : name.outlook().traffic().servers()) {
      Key key = new Key(name.zone(), server.name());
      endpoints.putIfAbsent(key, endpoints.size());
      regions.merge(key, server.region(), (a, b) -> b.isPresent() ? b : a);
    }
  }

  /** The names, those of all sides together. */
  List<String> titles() {
    return titles;
  }

  /** What is drawn. */
  MapPlaces places() {
    return places;
  }

  /** The most endpoints lost at once in what {@link #json} said last. */
  int most() {
    return most;
  }

  /**
   * The data, with as many endpoints lost at once as is sensible.
   *
   * @param atMost no more than so many
   */
  Map<String, Object> json(int atMost) {
    covers = atMost;
    most = 0;
    List<Object> versions = new ArrayList<>();
    for (ReportSide side : sides) {
      List<Object> services = new ArrayList<>();
      for (String title : titles) {
        services.add(
            side.names().stream()
                .filter(name -> name.title().equals(title))
                .findFirst()
                .map(this::service)
                .orElse(Map.of()));
      }
      versions.add(Map.of("services", services));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("names", titles);
    json.put("grouped", endpoints.size() > SINGLE_PINS);
    json.put("endpoints", endpoints());
    json.put("destinations", destinations);
    json.put("populations", populations.stream().map(this::population).toList());
    json.put("labels", places.labels());
    json.put("versions", versions);
    return json;
  }

  private Map<String, Object> population(Population population) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", population.title());
    json.put(
        "groups",
        population.groups().stream()
            .map(g -> List.of(g.code(), g.title(), g.weight().doubleValue()))
            .toList());
    json.put("places", places.groups(population));
    return json;
  }

  private List<Object> endpoints() {
    boolean fleet = endpoints.size() > SINGLE_PINS;
    // A fleet has a pin for each region, and the script writes on it how many there are.
    List<Key> located =
        List.copyOf(
            endpoints.keySet().stream()
                .filter(key -> at(key).isPresent())
                .collect(
                    Collectors.toMap(
                        key -> fleet ? region(key) : key,
                        key -> key,
                        (a, b) -> a,
                        LinkedHashMap::new))
                .values());
    List<WorldMap.Position> anchors = located.stream().map(key -> at(key).orElseThrow()).toList();
    List<WorldMap.Position> pins = MapPins.apart(anchors);
    List<Object> places = located.stream().<Object>map(key -> fleet ? region(key) : key).toList();
    Map<String, Integer> slots = new HashMap<>();
    List<Object> json = new ArrayList<>();
    for (Key key : endpoints.keySet()) {
      Map<String, Object> endpoint = new LinkedHashMap<>();
      endpoint.put("name", key.name());
      endpoint.put("slot", slots.merge(key.zone(), 1, Integer::sum) - 1);
      region(key).ifPresent(region -> endpoint.put("region", region));
      pool(key).ifPresent(pool -> endpoint.put("pool", pool));
      int i = places.indexOf(fleet ? region(key) : key);
      if (i >= 0) {
        endpoint.put("pin", List.of((long) pins.get(i).x(), (long) pins.get(i).y()));
        endpoint.put("at", List.of(Math.round(anchors.get(i).x()), Math.round(anchors.get(i).y())));
      }
      json.add(endpoint);
    }
    return json;
  }

  private Optional<String> pool(Key key) {
    return sides.stream()
        .filter(side -> side.names().stream().anyMatch(name -> name.zone().equals(key.zone())))
        .flatMap(side -> Optional.ofNullable(side.pools().get(key.name())).stream())
        .reduce((before, after) -> after);
  }

  private Optional<String> region(Key key) {
    return regions.getOrDefault(key, Optional.empty());
  }

  private int number(ReportSide.Name name, String server) {
    return requireNonNull(endpoints.get(new Key(name.zone(), server)));
  }

  private Optional<WorldMap.Position> at(Key key) {
    return region(key).flatMap(AwsRegions::of).map(region -> map.at(region.point()));
  }

  private Map<String, Object> service(ReportSide.Name name) {
    List<Server> servers = name.outlook().traffic().servers();
    List<Integer> numbers = servers.stream().map(s -> number(name, s.name())).toList();
    int size = Math.min(covers, ReplyTable.size(servers.size()));
    most = Math.max(most, size);
    List<Scenario> single = name.outlook().losses();
    ReplyTable table = ReplyTable.of(name.outlook().traffic(), numbers, size, single, each);
    Capacity capacity = name.outlook().capacity();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("population", populations.indexOf(name.outlook().traffic().population()));
    json.put("endpoints", numbers);
    Map<String, Object> capacities = new LinkedHashMap<>();
    for (int i = 0; i < servers.size(); i++) {
      int number = numbers.get(i);
      servers.get(i).capacity().ifPresent(c -> capacities.put(String.valueOf(number), c));
    }
    json.put("capacities", capacities);
    if (capacity.isKnown()) {
      json.put("demand", capacity.demand().doubleValue());
    }
    json.put("covers", size);
    json.put("classes", table.classes());
    json.put("replies", table.replies(destinations(name, table)));
    json.put("normal", table.normal());
    json.put("changes", table.combinations());
    List<Object> losses = new ArrayList<>();
    for (int i = 0; i < single.size(); i++) {
      losses.add(loss(name, single.get(i), table.losses().get(i), size));
    }
    json.put("losses", losses);
    return json;
  }

  private Map<String, Object> loss(
      ReportSide.Name name, Scenario scenario, int[] changes, int covered) {
    Map<String, Object> json = new LinkedHashMap<>();
    Loss loss = scenario.loss();
    json.put("title", loss.title());
    Set<Integer> lost = new LinkedHashSet<>();
    loss.servers().forEach(server -> lost.add(number(name, server)));
    json.put("lost", lost);
    json.put("effect", LossRow.of(name.outlook(), scenario).effect());
    // What the combinations tell already is not told twice.
    if (lost.isEmpty() || lost.size() > covered) {
      json.put("changes", changes);
    }
    return json;
  }

  private Map<Destination, Integer> destinations(ReportSide.Name name, ReplyTable table) {
    Map<Destination, Integer> numbers = new HashMap<>();
    for (Destination to : table.destinations()) {
      numbers.put(
          to,
          to.match(
              server -> 1 + number(name, server.name()),
              other ->
                  elsewhere.computeIfAbsent(
                      other.title(),
                      title -> {
                        destinations.add(Map.of("title", title));
                        return destinations.size() - 1;
                      }),
              nobody -> 0));
    }
    return numbers;
  }
}
