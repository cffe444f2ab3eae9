package io.github.fleetdns.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.RandomRoutes;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.traffic.ClientGroup;
import io.github.fleetdns.traffic.Destination;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.Losses;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.traffic.Scenario;
import io.github.fleetdns.traffic.ServiceTraffic;
import io.github.fleetdns.traffic.Shares;
import io.github.fleetdns.traffic.TrafficFleets;
import io.github.fleetdns.traffic.TrafficModel;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ReplyTableTest {
  private static final Population CLIENTS =
      new Population(
          "some",
          Stream.of("DE", "IN", "BR")
              .map(code -> new ClientGroup(code, code, Client.in(code), BigFraction.ONE))
              .toList());

  @Provide
  Arbitrary<Fleet> fleets() {
    return RandomRoutes.fleets();
  }

  /** Reads the table as the script of the page does; nothing may be lost on the way. */
  @Property(tries = 15)
  void whatIsReadBackIsWhatTrafficSaid(@ForAll("fleets") Fleet fleet) {
    TrafficModel model = TrafficFleets.model(fleet);
    for (Service service : fleet.services()) {
      Question question =
          Question.of(FleetCompiler.nameOf(service.name(), model.zone().name()), RecordType.A);
      ServiceTraffic traffic = model.of(question, CLIENTS);
      int size = Math.min(2, model.servers().size());
      assertReadsBack(model, traffic, size);
    }
  }

  @Test
  void aWeightedGroupIsToldInAFewNumbers() {
    TrafficModel model = weighted(12);
    ServiceTraffic traffic = model.of(TrafficFleets.question("api.ai.example.com"), CLIENTS);
    ReplyTable table = assertReadsBack(model, traffic, 2);
    assertThat(table.classes()).hasSize(1);
    assertThat(table.combinations()).hasSize(12 + 66);
    List<Object> replies = table.replies(numbers(table));
    assertThat(replies).hasSize(1 + 12 + 66);
    assertThat(replies.get(1)).isEqualTo(Map.of("of", 0, "without", List.of(0)));
  }

  @Test
  void sixtyEndpointsLoseEveryPair() {
    assertThat(ReplyTable.size(60)).isEqualTo(2);
    assertThat(ReplyTable.size(61)).isEqualTo(1);
    assertThat(ReplyTable.size(10)).isEqualTo(10);
    assertThat(ReplyTable.size(0)).isZero();
    assertThat(ReplyTable.size(1)).isEqualTo(1);
    assertThat(ReplyTable.count(10, 10)).isEqualTo(1023);
    assertThat(ReplyTable.count(200, 2)).isEqualTo(20_100);
    assertThat(ReplyTable.subsets(4, 2))
        .hasSize(10)
        .startsWith(List.of(0), List.of(1))
        .endsWith(List.of(2, 3));
  }

  private static ReplyTable assertReadsBack(TrafficModel model, ServiceTraffic traffic, int size) {
    List<Integer> numbers = IntStream.range(0, traffic.servers().size()).boxed().toList();
    List<Scenario> single =
        Losses.single(model.zone(), traffic.servers()).stream().map(traffic::under).toList();
    ReplyTable table = ReplyTable.of(traffic, numbers, size, single, () -> {});
    List<Map<Integer, Double>> replies = decoded(table.replies(numbers(table)));
    for (List<Integer> set : ReplyTable.subsets(numbers.size(), size)) {
      int[] at = table.normal().clone();
      for (int end = 1; end <= set.size(); end++) {
        String prefix =
            set.subList(0, end).stream().map(String::valueOf).collect(Collectors.joining(","));
        apply(at, table.combinations().getOrDefault(prefix, new int[0]));
      }
      Loss loss =
          set.stream()
              .map(i -> Loss.ofServer(traffic.servers().get(i)))
              .reduce(Loss.NONE, Loss::and);
      assertIs(table, replies, at, traffic.under(loss));
    }
    for (int i = 0; i < single.size(); i++) {
      int[] at = table.normal().clone();
      apply(at, table.losses().get(i));
      assertIs(table, replies, at, single.get(i));
    }
    return table;
  }

  private static void assertIs(
      ReplyTable table, List<Map<Integer, Double>> replies, int[] at, Scenario scenario) {
    Map<Destination, Integer> numbers = numbers(table);
    for (int c = 0; c < at.length; c++) {
      for (int group : table.classes().get(c)) {
        Shares shares = scenario.byGroup().get(group);
        Map<Integer, Double> expected = new HashMap<>();
        shares.parts().forEach((to, share) -> expected.put(numbers.get(to), share.doubleValue()));
        Map<Integer, Double> read = replies.get(at[c]);
        assertThat(read.keySet()).as(scenario.loss().title()).isEqualTo(expected.keySet());
        read.forEach(
            (to, share) ->
                assertThat(share)
                    .isCloseTo(expected.get(to), org.assertj.core.api.Assertions.within(1e-12)));
      }
    }
  }

  private static void apply(int[] at, int[] changes) {
    for (int i = 0; i < changes.length; i += 2) {
      at[changes[i]] = changes[i + 1];
    }
  }

  private static List<Map<Integer, Double>> decoded(List<Object> replies) {
    List<Map<Integer, Double>> decoded = new ArrayList<>();
    for (Object reply : replies) {
      Map<Integer, Double> shares = new LinkedHashMap<>();
      if (reply instanceof Map<?, ?> shorter) {
        List<?> without = (List<?>) shorter.get("without");
        decoded.get((Integer) shorter.get("of")).entrySet().stream()
            .filter(part -> !without.contains(part.getKey()))
            .forEach(part -> shares.put(part.getKey(), part.getValue()));
        double sum = shares.values().stream().mapToDouble(d -> d).sum();
        shares.replaceAll((to, share) -> share / sum);
      } else {
        for (Object pair : (List<?>) reply) {
          List<?> both = (List<?>) pair;
          shares.put((Integer) both.get(0), (Double) both.get(1));
        }
      }
      decoded.add(shares);
    }
    return decoded;
  }

  private static Map<Destination, Integer> numbers(ReplyTable table) {
    Map<Destination, Integer> numbers = new HashMap<>();
    table.destinations().stream().sorted().forEach(to -> numbers.put(to, numbers.size()));
    return numbers;
  }

  private static TrafficModel weighted(int servers) {
    StringBuilder endpoints = new StringBuilder();
    StringBuilder weights = new StringBuilder();
    for (int i = 0; i < servers; i++) {
      endpoints.append("  e%02d: {address: 52.94.2.%d}\n".formatted(i, i + 1));
      weights.append("%se%02d: %d".formatted(i == 0 ? "" : ", ", i, i + 1));
    }
    return TrafficFleets.model(
        """
            fleet: many
            zone: {name: ai.example.com}
            defaults: {ttl: 60, health: {https: /healthz}}
            endpoints:
            %sservices:
              api: {route: {weighted: {%s}}}
            """
            .formatted(endpoints, weights));
  }
}
