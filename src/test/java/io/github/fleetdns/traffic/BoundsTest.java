package io.github.fleetdns.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Latency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/**
 * Bounds are what comes out if every choice that is in doubt is tried, on trees of which the test
 * knows without the program what they do.
 */
class BoundsTest {
  private static final List<String> REGIONS =
      List.of(
          "eu-central-1",
          "eu-west-1",
          "eu-west-3",
          "eu-south-1",
          "us-east-1",
          "us-east-2",
          "ap-southeast-2",
          "ap-southeast-6",
          "ap-south-1");
  private static final List<String> COUNTRIES =
      List.of("DE", "FR", "AT", "ES", "PL", "CA", "BR", "NZ", "IN", "ZA", "JP", "MA");

  // ---- what the test knows ----

  /** Part of a route: what it gives to a client while some servers are down, choice by choice. */
  private interface Node {
    String yaml();

    boolean isUp(Set<String> down);

    /** The splits that are possible, the estimated one first. */
    List<Map<String, BigFraction>> splits(Client client, Set<String> down);
  }

  private record Pool(String region, Map<String, Integer> weights) implements Node {
    @Override
    public String yaml() {
      return weights.size() == 1
          ? weights.keySet().iterator().next()
          : "p-" + region + "-" + weights.keySet().iterator().next();
    }

    @Override
    public boolean isUp(Set<String> down) {
      return !down.containsAll(weights.keySet());
    }

    @Override
    public List<Map<String, BigFraction>> splits(Client client, Set<String> down) {
      Map<String, Integer> left = new LinkedHashMap<>(weights);
      left.keySet().removeIf(name -> isUp(down) && down.contains(name));
      int sum = left.values().stream().mapToInt(w -> w).sum();
      Map<String, BigFraction> split = new HashMap<>();
      left.forEach((name, weight) -> split.put(name, BigFraction.of(weight, sum)));
      return List.of(split);
    }
  }

  private record ByLatency(List<Pool> pools) implements Node {
    @Override
    public String yaml() {
      return "{latency: ["
          + pools.stream().map(Pool::yaml).collect(Collectors.joining(", "))
          + "]}";
    }

    @Override
    public boolean isUp(Set<String> down) {
      return pools.stream().anyMatch(pool -> pool.isUp(down));
    }

    @Override
    public List<Map<String, BigFraction>> splits(Client client, Set<String> down) {
      List<Pool> left = pools.stream().filter(pool -> !isUp(down) || pool.isUp(down)).toList();
      Pool nearest = left.get(0);
      for (Pool pool : left) {
        nearest = millis(client, pool) < millis(client, nearest) ? pool : nearest;
      }
      List<Map<String, BigFraction>> all = new ArrayList<>(nearest.splits(client, down));
      for (Pool pool : left) {
        double error = Math.max(estimate(client, pool).error(), estimate(client, nearest).error());
        if (!pool.equals(nearest) && millis(client, pool) - millis(client, nearest) < error) {
          all.addAll(pool.splits(client, down));
        }
      }
      return all;
    }

    private static double millis(Client client, Pool pool) {
      return estimate(client, pool).millis();
    }

    private static Latency.Estimate estimate(Client client, Pool pool) {
      return Latency.from(client.point().orElseThrow())
          .to(AwsRegions.of(pool.region()).orElseThrow());
    }
  }

  private record ByWeight(Map<Node, Integer> children) implements Node {
    @Override
    public String yaml() {
      StringBuilder yaml = new StringBuilder();
      children.forEach(
          (node, weight) ->
              yaml.append(yaml.length() == 0 ? "" : ", ")
                  .append("w" + yaml.length() + ": {weight: " + weight + ", route: ")
                  .append(node.yaml() + "}"));
      return "{weighted: {" + yaml + "}}";
    }

    @Override
    public boolean isUp(Set<String> down) {
      return children.keySet().stream().anyMatch(node -> node.isUp(down));
    }

    @Override
    public List<Map<String, BigFraction>> splits(Client client, Set<String> down) {
      Map<Node, Integer> left = new LinkedHashMap<>(children);
      left.keySet().removeIf(node -> isUp(down) && !node.isUp(down));
      int sum = left.values().stream().mapToInt(w -> w).sum();
      List<Map<String, BigFraction>> all = List.of(Map.of());
      for (Map.Entry<Node, Integer> child : left.entrySet()) {
        BigFraction part = BigFraction.of(child.getValue(), sum);
        List<Map<String, BigFraction>> longer = new ArrayList<>();
        for (Map<String, BigFraction> before : all) {
          for (Map<String, BigFraction> more : child.getKey().splits(client, down)) {
            Map<String, BigFraction> split = new HashMap<>(before);
            more.forEach((to, share) -> split.merge(to, share.multiply(part), BigFraction::add));
            longer.add(split);
          }
        }
        all = longer;
      }
      return all;
    }
  }

  // ---- random trees ----

  private record Case(Node route, String yaml, Population population) {}

  private static Case random(Random random) {
    Map<String, Pool> pools = new TreeMap<>();
    StringBuilder endpoints = new StringBuilder();
    StringBuilder named = new StringBuilder();
    int address = 1;
    for (String region : REGIONS) {
      Map<String, Integer> weights = new LinkedHashMap<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        String name = "e" + address;
        weights.put(name, 1 + random.nextInt(3));
        endpoints.append(
            "  %s: {region: %s, address: 52.94.1.%d}\n".formatted(name, region, address++));
      }
      Pool pool = new Pool(region, weights);
      pools.put(region, pool);
      if (weights.size() > 1) {
        named.append("  %s: {weighted: %s}\n".formatted(pool.yaml(), yaml(weights)));
      }
    }
    Map<Node, Integer> halves = new LinkedHashMap<>();
    halves.put(byLatency(random, pools), 3);
    halves.put(byLatency(random, pools), 1);
    Node route = random.nextBoolean() ? byLatency(random, pools) : new ByWeight(halves);
    String yaml =
        "fleet: x\nzone: {name: ai.example.com}\n"
            + "defaults: {ttl: 60, health: {https: /healthz}}\nendpoints:\n"
            + endpoints
            + (named.length() == 0 ? "" : "pools:\n" + named)
            + "services:\n  api: {route: "
            + route.yaml()
            + "}\n";
    List<ClientGroup> groups = new ArrayList<>();
    for (String country : COUNTRIES) {
      groups.add(TrafficFleets.group(country, Client.in(country), 1 + random.nextInt(9)));
    }
    return new Case(route, yaml, new Population("some", groups));
  }

  private static String yaml(Map<String, Integer> weights) {
    return weights.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static ByLatency byLatency(Random random, Map<String, Pool> pools) {
    List<String> regions = new ArrayList<>(REGIONS);
    java.util.Collections.shuffle(regions, random);
    return new ByLatency(
        regions.subList(0, 2 + random.nextInt(5)).stream().map(pools::get).toList());
  }

  @Property(tries = 150)
  void boundsAreTheLeastAndTheMostOfAllChoices(@ForAll long seed) {
    Random random = new Random(seed);
    Case some = random(random);
    TrafficModel model = TrafficFleets.model(some.yaml());
    ServiceTraffic traffic =
        model.of(TrafficFleets.question("api.ai.example.com"), some.population());
    List<Loss> losses = Losses.single(model.zone(), model.servers());
    Loss loss = losses.get(random.nextInt(losses.size()));
    assertAsTried(some, Set.of(), traffic.normal());
    if (loss.kind() != Loss.Kind.HEALTH_CHECK) {
      assertAsTried(some, Set.copyOf(loss.servers()), traffic.under(loss));
    }
  }

  private static void assertAsTried(Case some, Set<String> down, Scenario scenario) {
    Map<String, Range> shares = new TreeMap<>();
    Range failed = Range.exactly(BigFraction.ZERO);
    BigFraction all = some.population().weight();
    for (ClientGroup group : some.population().groups()) {
      BigFraction weight = group.weight().divide(all);
      List<Map<String, BigFraction>> splits = some.route().splits(group.client(), down);
      Set<String> names = new TreeSet<>();
      splits.forEach(split -> names.addAll(split.keySet()));
      for (String name : names) {
        Range range = tried(splits, Set.of(name)).times(weight);
        shares.merge(name, range, Range::plus);
      }
      failed = failed.plus(tried(splits, down).times(weight));
    }
    Map<String, Range> actual = new TreeMap<>();
    scenario.bounds().all().forEach((to, range) -> actual.put(to.title(), range));
    assertThat(actual).as(some.yaml() + down).isEqualTo(shares);
    assertThat(scenario.bounds().failed()).isEqualTo(failed);
    shares.forEach(
        (name, range) ->
            assertThat(scenario.total().ofServer(name)).isBetween(range.least(), range.most()));
  }

  private static Range tried(List<Map<String, BigFraction>> splits, Set<String> servers) {
    List<BigFraction> sums =
        splits.stream()
            .map(
                split ->
                    servers.stream()
                        .map(name -> split.getOrDefault(name, BigFraction.ZERO))
                        .reduce(BigFraction.ZERO, BigFraction::add))
            .sorted()
            .toList();
    return new Range(sums.get(0), sums.get(sums.size() - 1));
  }

  // ---- by hand ----

  private static final String TWO =
      """
      fleet: two
      zone: {name: ai.example.com}
      defaults: {ttl: 60, health: {https: /healthz}}
      endpoints:
        ohio: {region: us-east-2, address: 52.94.1.1, capacity: 10}
        virginia: {region: us-east-1, address: 52.94.1.2, capacity: 10}
      services:
        api: {route: {latency: [ohio, virginia]}}
      """;

  private static Outlook outlook(Population population) {
    TrafficModel model = TrafficFleets.model(TWO);
    ServiceTraffic api = model.of(TrafficFleets.question("api.ai.example.com"), population);
    return new Outlook(api, Capacity.of(model.servers(), java.util.Optional.empty()), List.of());
  }

  /**
   * Kentucky is between both; Japan is, too, as far as anybody can tell. Three of four are there.
   */
  private static Population twoPlaces() {
    return new Population(
        "two places",
        List.of(
            TrafficFleets.group("US-KY", Client.in("US", "KY"), 3),
            TrafficFleets.group(
                "measured",
                Client.in("US", "KY").withLatencies(Map.of("us-east-1", 20.0, "us-east-2", 21.0)),
                1)));
  }

  @Test
  void whatWasMeasuredIsNotInDoubt() {
    Scenario normal = outlook(twoPlaces()).normal();
    assertThat(normal.bounds().doubtful()).isEqualTo(BigFraction.of(3, 4));
    assertThat(normal.bounds().ofServer("ohio"))
        .isEqualTo(new Range(BigFraction.ZERO, BigFraction.of(3, 4)));
    assertThat(normal.bounds().ofServer("virginia"))
        .isEqualTo(new Range(BigFraction.of(1, 4), BigFraction.ONE));
  }

  @Test
  void strictGatesHoldForTheWorstThatMayBe() {
    Outlook outlook = outlook(twoPlaces());
    // By the estimate 3/4 of 20 go to ohio, and 1/4 to virginia; at worst all to virginia.
    assertThat(outlook.normal().total().ofServer("ohio")).isEqualTo(BigFraction.of(3, 4));
    java.util.Optional<BigFraction> limit = java.util.Optional.of(BigFraction.of(3, 2));
    assertThat(new Gates(limit, true, false).check(outlook)).isEmpty();
    assertThat(new Gates(limit, true, true).check(outlook))
        .singleElement()
        .extracting(Gates.Exceeded::sentence)
        .isEqualTo(
            "--max-utilisation 150 % is exceeded for api.ai.example.com: virginia is used to up to"
                + " 200 % (50 % by the estimate) normally");
  }

  @Test
  void nobodyKnowsWhatIsNearestToAClientWithoutAPlace() {
    Population nowhere =
        new Population("somebody", List.of(TrafficFleets.group("?", Client.UNKNOWN, 1)));
    Outlook outlook = outlook(nowhere);
    assertThat(outlook.normal().bounds().ofServer("virginia"))
        .isEqualTo(new Range(BigFraction.ZERO, BigFraction.ONE));
    assertThat(outlook.traffic().placeless()).isEqualTo(BigFraction.ONE);
  }

  // ---- changes ----

  private static Shift shift(String before, String after) {
    TrafficModel old = TrafficFleets.model(before);
    TrafficModel now = TrafficFleets.model(after);
    Population population = twoPlaces();
    ServiceTraffic was = old.of(TrafficFleets.question("api.ai.example.com"), population);
    ServiceTraffic is = now.of(TrafficFleets.question("api.ai.example.com"), population);
    return Shift.between(Loss.NONE, population, was.normal(), is.normal());
  }

  @Test
  void whatIsInDoubtDoesNotMoveByItself() {
    Shift shift = shift(TWO, TWO.replace("52.94.1.2", "52.94.1.3"));
    assertThat(shift.movedBounds()).isEqualTo(Range.exactly(BigFraction.ZERO));
    assertThat(shift.isNothing()).isTrue();
  }

  /** Whoever is measured moves; of the others those for whom Virginia is nearer. */
  @Test
  void whatAChangeMovesIsInDoubtToo() {
    Shift shift = shift(TWO, TWO.replace("[ohio, virginia]", "[ohio]"));
    assertThat(shift.moved()).isEqualTo(BigFraction.of(1, 4));
    assertThat(shift.movedBounds()).isEqualTo(new Range(BigFraction.of(1, 4), BigFraction.ONE));
    assertThat(shift.displacedBounds().most()).isEqualTo(BigFraction.ONE);
  }

  @Test
  void whatMayMoveIsNotNothing() {
    Shift shift =
        shift(
            TWO.replace("[ohio, virginia]", "[ohio]"),
            TWO.replace("[ohio, virginia]", "[ohio, virginia]"));
    assertThat(shift.isNothing()).isFalse();
    assertThat(shift.movedBounds().most()).isEqualTo(BigFraction.ONE);
  }
}
