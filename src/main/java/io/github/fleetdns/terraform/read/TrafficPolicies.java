package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Traffic policies and their instances, as the records that Route 53 makes of them: the rule that a
 * document starts with is a group at the instance's name, every further rule a group of its own,
 * which aliases lead to.
 *
 * <p>Source: Route 53 API Reference, traffic policy document format (versions 2015-10-01 and
 * 2023-05-09). Last looked at: 2026-11-28. Of the newer version only its beginning could be read:
 * it adds Local Zones. Their key is taken to be called as in the API's GeoProximityLocation, which
 * is not verified. Booleans and numbers may be written as texts. What Route 53 calls the inner
 * groups is not published; here they are at {@code _<rule>.<name>}.
 */
final class TrafficPolicies {
  private static final String POLICY = "aws_route53_traffic_policy";
  private static final String INSTANCE = "aws_route53_traffic_policy_instance";

  private final Resources resources;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Resource> records = new ArrayList<>();

  private TrafficPolicies(Resources resources) {
    this.resources = resources;
  }

  /**
   * The records of every instance.
   *
   * @param problems takes what is wrong with the documents
   */
  static List<Resource> records(Resources resources, List<Problem> problems) {
    TrafficPolicies policies = new TrafficPolicies(resources);
    resources.ofType(INSTANCE).forEach(policies::add);
    problems.addAll(policies.problems);
    return policies.records;
  }

  private void add(Resource instance) {
    Optional<Node> document = document(instance);
    if (document.isEmpty()) {
      Node later =
          new Node.Unknown(
              instance.at(), "${" + instance.address() + ".traffic_policy_id}", List.of(), false);
      records.add(
          RecordBlocks.record(
              instance,
              "",
              Map.of(
                  "zone_id",
                  instance.get("hosted_zone_id"),
                  "name",
                  resources.follow(instance.get("name")),
                  "type",
                  later)));
      return;
    }
    new Tree(instance, document.get()).run();
  }

  private Optional<Node> document(Resource instance) {
    Node id = resources.follow(instance.get("traffic_policy_id"));
    Optional<Resource> policy =
        id instanceof Node.Unknown
            ? single(resources.targets(id, resource -> resource.is(POLICY)))
            : single(
                resources.ofType(POLICY).stream()
                    .filter(p -> p.get("id").text().equals(id.text()))
                    .toList());
    return policy
        .map(found -> resources.follow(found.get("document")))
        .flatMap(
            text -> text.text().flatMap(json -> JsonText.read(text.at().source(), json, problems)));
  }

  private static Optional<Resource> single(List<Resource> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The records of one instance. */
  private final class Tree {
    private final Resource instance;
    private final Node document;
    private final Node type;
    private final String name;
    private final Set<String> done = new HashSet<>();

    Tree(Resource instance, Node document) {
      this.instance = instance;
      this.document = document;
      this.type = text(document.get("RecordType").text().orElse("A"));
      this.name = resources.follow(instance.get("name")).text().orElse("").replaceFirst("\\.$", "");
    }

    void run() {
      Optional<String> rule = document.get("StartRule").text();
      Optional<String> endpoint = document.get("StartEndpoint").text();
      if (rule.isPresent()) {
        rule(rule.get(), name);
      } else if (endpoint.isPresent()) {
        Map<String, Node> arguments = new LinkedHashMap<>();
        target(arguments, endpoint, Optional.empty(), Node.Scalar.NOTHING);
        add(name, "", arguments);
      } else {
        complain(document, "its document has neither a StartRule nor a StartEndpoint");
      }
    }

    private void rule(String id, String at) {
      Node rule = document.get("Rules").get(id);
      if (!done.add(id)) {
        return; // Several references lead to the one group.
      }
      String kind = rule.get("RuleType").text().orElse("").toLowerCase(Locale.ROOT);
      switch (kind) {
        case "failover" -> {
          item(id, at, "primary", rule.get("Primary"), "failover", one("type", "PRIMARY"));
          item(id, at, "secondary", rule.get("Secondary"), "failover", one("type", "SECONDARY"));
        }
        case "weighted" ->
            items(id, at, rule.get("Items"), "weighted", i -> pick(i, "Weight", "weight"));
        case "latency" ->
            items(id, at, rule.get("Regions"), "latency", i -> pick(i, "Region", "region"));
        case "geo" -> items(id, at, rule.get("Locations"), "geolocation", this::place);
        case "geoproximity" -> items(id, at, proximity(rule), "geoproximity", this::location);
        case "multivalue" -> items(id, at, rule.get("Items"), "multivalue", i -> Map.of());
        case "cidr", "ip-based" -> items(id, at, rule.get("Locations"), "cidr", i -> cidr(rule, i));
        default -> complain(rule, "there is no rule of type \"" + kind + "\", as of " + id);
      }
    }

    private void items(
        String rule,
        String at,
        Node items,
        String policy,
        java.util.function.Function<Node, Map<String, Node>> block) {
      int number = 0;
      for (Node.Obj item : items.blocks()) {
        item(rule, at, Integer.toString(number++), item, policy, block.apply(item));
      }
    }

    private void item(
        String rule, String at, String number, Node item, String policy, Map<String, Node> block) {
      if (item.isNothing()) {
        return;
      }
      Map<String, Node> arguments = new LinkedHashMap<>();
      arguments.put("set_identifier", text(rule + "-" + number));
      if (policy.equals("multivalue")) {
        arguments.put("multivalue_answer_routing_policy", text("true"));
      } else {
        arguments.put(policy + "_routing_policy", RecordBlocks.block(item, block));
      }
      item.get("HealthCheck").text().ifPresent(c -> arguments.put("health_check_id", text(c)));
      Optional<String> below = item.get("RuleReference").text();
      target(arguments, item.get("EndpointReference").text(), below, item);
      add(at, "." + rule + "[" + number + "]", arguments);
      below.ifPresent(next -> rule(next, inner(next)));
    }

    private String inner(String rule) {
      return "_" + rule.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-") + "." + name;
    }

    private void target(
        Map<String, Node> arguments, Optional<String> endpoint, Optional<String> rule, Node item) {
      if (rule.isPresent()) {
        // The inner group is what decides; Route 53 evaluates it unless the document says no.
        String evaluate = item.get("EvaluateTargetHealth").text().orElse("true");
        arguments.put("alias", alias(inner(rule.get()), instance.get("hosted_zone_id"), evaluate));
        return;
      }
      Node found = endpoint.map(id -> document.get("Endpoints").get(id)).orElse(document);
      Node value = found.get("Value");
      String kind = found.get("Type").text().orElse("value").toLowerCase(Locale.ROOT);
      if (value.text().isEmpty()) {
        complain(document, "its document has no endpoint " + endpoint.orElse(""));
      } else if (kind.equals("value")) {
        arguments.put("records", new Node.Arr(instance.at(), List.of(value)));
      } else {
        Node later = new Node.Unknown(instance.at(), Node.Unknown.LATER, List.of(), false);
        String evaluate = item.get("EvaluateTargetHealth").text().orElse("false");
        arguments.put("alias", alias(value.text().get(), later, evaluate));
      }
    }

    private Node alias(String to, Node zoneId, String evaluate) {
      Map<String, Node> block = new LinkedHashMap<>();
      block.put("name", text(to));
      block.put("zone_id", zoneId);
      block.put("evaluate_target_health", text(evaluate.toLowerCase(Locale.ROOT)));
      return RecordBlocks.block(document, block);
    }

    private Map<String, Node> place(Node item) {
      Map<String, Node> block = new LinkedHashMap<>();
      boolean isDefault = item.get("IsDefault").text().filter("true"::equalsIgnoreCase).isPresent();
      block.put("country", isDefault ? text("*") : item.get("Country"));
      block.put("continent", item.get("Continent"));
      block.put("subdivision", item.get("Subdivision"));
      return block;
    }

    /** Amazon's reference writes it in one way, the provider's data source in another. */
    private static Node proximity(Node rule) {
      Node documented = rule.get("GeoproximityLocations");
      return documented.isNothing() ? rule.get("GeoProximityLocations") : documented;
    }

    private Map<String, Node> location(Node item) {
      Map<String, Node> block = new LinkedHashMap<>();
      block.put("bias", item.get("Bias"));
      block.put(
          "local_zone_group",
          item.get("LocalZoneGroup").isNothing()
              ? item.get("LocalZone")
              : item.get("LocalZoneGroup"));
      // Regions are written with the service in front in documents of the console.
      item.get("Region")
          .text()
          .ifPresent(r -> block.put("aws_region", text(r.replaceFirst("^aws:route53:", ""))));
      if (!item.get("Latitude").isNothing()) {
        block.put(
            "coordinates",
            RecordBlocks.block(
                item,
                Map.of("latitude", item.get("Latitude"), "longitude", item.get("Longitude"))));
      }
      return block;
    }

    private Map<String, Node> cidr(Node rule, Node item) {
      Map<String, Node> block = new LinkedHashMap<>();
      Node own =
          item.get("CollectionId").isNothing()
              ? item.get("CidrCollectionId")
              : item.get("CollectionId");
      block.put("collection_id", own.isNothing() ? rule.get("CidrCollectionId") : own);
      boolean isDefault = item.get("IsDefault").text().filter("true"::equalsIgnoreCase).isPresent();
      block.put("location_name", isDefault ? text("*") : item.get("LocationName"));
      return block;
    }

    private Map<String, Node> pick(Node item, String from, String to) {
      return Map.of(to, item.get(from));
    }

    private Map<String, Node> one(String key, String value) {
      return Map.of(key, text(value));
    }

    private Node text(String value) {
      return Node.Scalar.text(instance.at(), value);
    }

    private void add(String at, String part, Map<String, Node> arguments) {
      Map<String, Node> all = new LinkedHashMap<>(arguments);
      all.put("zone_id", instance.get("hosted_zone_id"));
      all.put("name", text(at));
      all.put("type", type);
      if (!all.containsKey("alias")) {
        all.put("ttl", resources.follow(instance.get("ttl")));
      }
      records.add(RecordBlocks.record(instance, part, all));
    }

    private void complain(Node at, String what) {
      problems.add(Problem.error(at.at(), ReadRules.REFUSED, instance.address() + ": " + what));
    }
  }
}
