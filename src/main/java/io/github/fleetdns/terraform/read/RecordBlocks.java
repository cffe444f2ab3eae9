package io.github.fleetdns.terraform.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resources that hold several record sets, as the records that they stand for: {@code
 * aws_route53_records_exclusive}, which is a list of the API's record sets.
 */
final class RecordBlocks {
  static final String TYPE = "aws_route53_records_exclusive";

  private RecordBlocks() {}

  /** The records of every such resource. */
  static Stream<Resource> of(Resources resources) {
    return resources.ofType(TYPE).stream().flatMap(all -> records(all).stream());
  }

  private static List<Resource> records(Resource all) {
    List<Resource> records = new ArrayList<>();
    if (all.get("resource_record_set") instanceof Node.Unknown unknown) {
      records.add(record(all, "", Map.of("name", unknown, "type", unknown)));
    }
    for (Node.Obj block : all.get("resource_record_set").blocks()) {
      records.add(record(all, ".resource_record_set[" + records.size() + "]", arguments(block)));
    }
    return records;
  }

  /** A record of another resource: in its zone, at its place, with these arguments. */
  static Resource record(Resource of, String part, Map<String, Node> arguments) {
    Map<String, Node> all = new LinkedHashMap<>(arguments);
    all.putIfAbsent("zone_id", of.get("zone_id"));
    return new Resource(
        of.address() + part,
        false,
        RecordReader.TYPE,
        of.name(),
        new Node.Obj(of.at(), List.copyOf(all.entrySet())),
        of.region());
  }

  private static Map<String, Node> arguments(Node.Obj block) {
    Map<String, Node> arguments = new LinkedHashMap<>();
    for (String same : List.of("name", "type", "ttl", "set_identifier", "health_check_id")) {
      arguments.put(same, block.get(same));
    }
    arguments.put("multivalue_answer_routing_policy", block.get("multi_value_answer"));
    put(arguments, "weighted_routing_policy", block, Map.of("weight", "weight"));
    put(arguments, "latency_routing_policy", block, Map.of("region", "region"));
    put(arguments, "failover_routing_policy", block, Map.of("failover", "type"));
    below(
        arguments,
        "geolocation_routing_policy",
        block.get("geolocation"),
        Map.of(
            "continent_code", "continent",
            "country_code", "country",
            "subdivision_code", "subdivision"));
    below(arguments, "geoproximity_routing_policy", block.get("geoproximity_location"), Map.of());
    below(arguments, "cidr_routing_policy", block.get("cidr_routing_config"), Map.of());
    below(
        arguments,
        "alias",
        block.get("alias_target"),
        Map.of("dns_name", "name", "hosted_zone_id", "zone_id"));
    boolean text =
        block.get("type").text().filter(t -> t.equals("TXT") || t.equals("SPF")).isPresent();
    List<Node> values =
        block.get("resource_records").blocks().stream()
            .map(record -> record.get("value"))
            .map(value -> text ? unquoted(value) : value)
            .toList();
    if (block.get("resource_records") instanceof Node.Unknown unknown) {
      values = List.of(unknown);
    }
    arguments.put("records", new Node.Arr(block.at(), values));
    return arguments;
  }

  /** Here a text has the quotes of the API, which a record's argument has not. */
  private static Node unquoted(Node value) {
    Optional<String> text = value.text();
    return text.filter(t -> t.length() > 1 && t.startsWith("\"") && t.endsWith("\"")).isPresent()
        ? Node.Scalar.text(value.at(), text.get().substring(1, text.get().length() - 1))
        : value;
  }

  /** A policy that is an attribute here, and a block of a record. */
  private static void put(
      Map<String, Node> arguments, String policy, Node.Obj block, Map<String, String> names) {
    Map<String, Node> inside = new LinkedHashMap<>();
    names.forEach(
        (name, argument) -> {
          if (!block.get(name).isNothing()) {
            inside.put(argument, block.get(name));
          }
        });
    if (!inside.isEmpty()) {
      arguments.put(policy, block(block, inside));
    }
  }

  /** A block of other names. */
  private static void below(
      Map<String, Node> arguments, String name, Node written, Map<String, String> names) {
    if (written instanceof Node.Unknown) {
      arguments.put(name, written);
    }
    for (Node.Obj block : written.blocks()) {
      Map<String, Node> inside = new LinkedHashMap<>();
      block
          .members()
          .forEach(m -> inside.put(names.getOrDefault(m.getKey(), m.getKey()), m.getValue()));
      arguments.put(name, block(block, inside));
    }
  }

  static Node block(Node at, Map<String, Node> inside) {
    return new Node.Arr(at.at(), List.of(new Node.Obj(at.at(), List.copyOf(inside.entrySet()))));
  }
}
