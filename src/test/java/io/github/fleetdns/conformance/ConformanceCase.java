package io.github.fleetdns.conformance;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One row of the table of answers: {@code src/test/resources/answers/README.md} describes the
 * files.
 *
 * @param title the file and the sentence that the case states
 * @param rule what of the specification it rests on
 * @param zone the zone
 * @param question what is asked
 * @param client who asks
 * @param outages what is down
 * @param expected the reply
 * @param estimated whether the answer must be called an estimate
 * @param unverified words that a remark on what is not verified must have; no remark if empty
 */
record ConformanceCase(
    String title,
    String rule,
    HostedZone zone,
    Question question,
    Client client,
    Outages outages,
    Reply expected,
    boolean estimated,
    Optional<String> unverified) {

  private static final Set<String> KEYS =
      Set.of(
          "case",
          "rule",
          "ask",
          "client",
          "down",
          "without-data",
          "answer",
          "estimated",
          "unverified");

  /**
   * Reads a row.
   *
   * @param file the file's name
   * @param zone the zone of the row's table
   * @param row the row's own fields, over those that its table gives to all
   */
  static ConformanceCase of(String file, HostedZone zone, Map<?, ?> row) {
    String title = file + ": " + row.get("case");
    try {
      requireKnown(row.keySet());
      String[] asked = text(row, "ask").orElseThrow().split("\\s+", 2);
      return new ConformanceCase(
          title,
          text(row, "rule").orElseThrow(),
          zone,
          new Question(ZoneText.nameOf(asked[0], zone.name()), RecordType.named(asked[1])),
          text(row, "client").map(ConformanceCase::client).orElse(Client.UNKNOWN),
          outages(zone, words(row.get("down")), words(row.get("without-data"))),
          Reply.of(Optional.ofNullable(row.get("answer")).orElseThrow()),
          Boolean.TRUE.equals(row.get("estimated")),
          text(row, "unverified"));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(title + ": " + e.getMessage(), e);
    }
  }

  private static void requireKnown(Set<?> keys) {
    Set<Object> unknown = new LinkedHashSet<>(keys);
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("unknown keys " + unknown);
    }
  }

  private static Optional<String> text(Map<?, ?> row, String key) {
    return Optional.ofNullable(row.get(key)).map(Object::toString);
  }

  private static List<String> words(Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of(value.toString().split(",?\\s+"));
  }

  /** What is down: health checks by name, targets of aliases as the zone has them. */
  private static Outages outages(HostedZone zone, List<String> down, List<String> withoutData) {
    Set<String> checks = new LinkedHashSet<>();
    Set<AliasTarget> targets = new LinkedHashSet<>();
    for (String name : down) {
      if (name.endsWith(".") || name.matches(".*[ {].*")) {
        targets.add(targetCalled(zone, name));
      } else {
        checks.add(checkCalled(zone, name));
      }
    }
    withoutData.forEach(name -> checkCalled(zone, name));
    return new Outages(checks, new LinkedHashSet<>(withoutData), targets);
  }

  private static AliasTarget targetCalled(HostedZone zone, String name) {
    return zone.recordSets().stream()
        .flatMap(set -> set.alias().stream())
        .map(Content.Alias::target)
        .filter(target -> ZoneText.targetOf(target).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no alias points at " + name));
  }

  private static String checkCalled(HostedZone zone, String name) {
    if (!zone.healthChecks().containsKey(name)) {
      throw new IllegalArgumentException("no health check is called " + name);
    }
    return name;
  }

  /** Reads {@code country US, state CA}, {@code latency eu-west-1=20 us-east-1=90} and the like. */
  private static Client client(String text) {
    Client client = Client.UNKNOWN;
    for (String part : text.split(",\\s+", -1)) {
      String[] words = part.split("\\s+", 2);
      String value = words[1];
      client =
          switch (words[0]) {
            case "country" -> client.withCountry(value);
            case "state" -> client.withSubdivision(value);
            case "continent" -> client.withContinent(PolicyText.continent(value));
            case "subnet" -> client.withSubnet(AddressBlock.of(value));
            case "region" -> Client.inRegion(value);
            case "vpc" -> client.withVpcRegion(value);
            case "at" -> client.withPoint(point(value));
            case "latency" -> client.withLatencies(latencies(value));
            default -> throw new IllegalArgumentException("client " + part);
          };
    }
    return client;
  }

  private static Point point(String text) {
    String[] parts = text.split("/", 2);
    return new Point(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }

  private static Map<String, Double> latencies(String text) {
    return Arrays.stream(text.split("\\s+"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> Double.valueOf(pair[1]), (a, b) -> b, LinkedHashMap::new));
  }

  @Override
  public String toString() {
    return title;
  }
}
