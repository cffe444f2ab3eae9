package io.github.fleetdns.terraform.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The resources that a plan leads to. What is not known before it is applied is matched with what
 * the configuration says it refers to.
 */
final class PlanReader {
  /** Arguments that are another resource's id or name as a whole, if they refer to one. */
  private static final Set<String> IDENTIFIERS =
      Set.of(
          "zone_id",
          "hosted_zone_id",
          "id",
          "health_check_id",
          "collection_id",
          "cidr_collection_id",
          "child_healthchecks",
          "cloudwatch_alarm_name",
          "cloudwatch_alarm_region",
          "alarm_name",
          "routing_control_arn",
          "traffic_policy_id",
          "traffic_policy_version",
          "vpc_id",
          "vpc_region");

  private final List<ValuesReader.Instance> all;
  private final PlanReferences references;
  private final Map<String, Node> unknown = new HashMap<>();

  private PlanReader(Node plan, List<ValuesReader.Instance> instances) {
    this.all = instances;
    this.references = new PlanReferences(plan, instances);
    for (Node change : plan.get("resource_changes").items()) {
      change
          .get("address")
          .text()
          .ifPresent(address -> unknown.put(address, change.get("change").get("after_unknown")));
    }
  }

  /** What the plan leads to. */
  static Resources after(Node plan) {
    PlanReader reader = new PlanReader(plan, instances(plan));
    return Resources.of(reader.all.stream().map(reader::complete).toList(), true);
  }

  /** What the configuration says that each resource refers to, by address. */
  static Map<String, Set<String>> dependencies(Node plan) {
    PlanReader reader = new PlanReader(plan, instances(plan));
    Map<String, Set<String>> dependencies = new HashMap<>();
    reader.all.forEach(
        instance ->
            dependencies.put(instance.read().address(), reader.references.dependencies(instance)));
    return dependencies;
  }

  private static List<ValuesReader.Instance> instances(Node plan) {
    List<ValuesReader.Instance> instances =
        new ArrayList<>(ValuesReader.read(plan.get("planned_values")));
    Set<String> planned = new HashSet<>();
    instances.forEach(instance -> planned.add(instance.read().address()));
    // What data sources found is in the prior state alone.
    ValuesReader.read(plan.get("prior_state").get("values")).stream()
        .filter(i -> i.read().data() && !planned.contains(i.read().address()))
        .forEach(instances::add);
    return instances;
  }

  /** What is there before the plan. */
  static Resources before(Node plan) {
    return Resources.of(
        ValuesReader.read(plan.get("prior_state").get("values")).stream()
            .map(ValuesReader.Instance::read)
            .toList(),
        true);
  }

  /** What the plan does to resources of Route 53. */
  static List<ResourceChange> changes(Node plan) {
    List<ResourceChange> changes = new ArrayList<>();
    Optional<String> versions =
        plan.get("configuration")
            .get("provider_config")
            .get("aws")
            .get("version_constraint")
            .text();
    for (Node node : plan.get("resource_changes").items()) {
      Optional<String> address = node.get("address").text();
      String type = node.get("type").text().orElse("");
      boolean managed = node.get("mode").text().filter("managed"::equals).isPresent();
      if (managed && address.isPresent() && type.startsWith("aws_route53_")) {
        Node change = node.get("change");
        changes.add(
            new ResourceChange(
                address.get(),
                type,
                texts(change.get("actions").items().stream()),
                node.get("previous_address").text(),
                texts(change.get("replace_paths").items().stream().map(PlanReader::first)),
                versions));
      }
    }
    return changes;
  }

  private static Node first(Node path) {
    return path.items().isEmpty() ? Node.Scalar.NOTHING : path.items().get(0);
  }

  private static List<String> texts(Stream<Node> nodes) {
    return nodes.map(Node::text).flatMap(Optional::stream).distinct().toList();
  }

  private Resource complete(ValuesReader.Instance instance) {
    Resource resource = instance.read();
    boolean matters =
        resource.type().startsWith("aws_route53_")
            || resource.type().equals("aws_cloudwatch_metric_alarm");
    if (!matters) {
      return ValuesReader.with(resource, Map.of(), references.region(instance));
    }
    Node flags = unknown.getOrDefault(resource.address(), Node.Scalar.NOTHING);
    Node expressions = references.expressions(instance);
    Map<String, Node> more = new LinkedHashMap<>();
    if (flags instanceof Node.Obj object) {
      for (Map.Entry<String, Node> flag : object.members()) {
        String name = flag.getKey();
        Node value =
            overlay(
                resource.get(name),
                flag.getValue(),
                expressions.get(name),
                instance,
                IDENTIFIERS.contains(name));
        if (value != resource.get(name)) {
          more.put(name, value);
        }
      }
    }
    return ValuesReader.with(resource, more, references.region(instance));
  }

  /** The value, with what is not known in it said so. */
  private Node overlay(
      Node value,
      Node flags,
      Node expressions,
      ValuesReader.Instance instance,
      boolean identifies) {
    if (isTrue(flags)) {
      return references.unknown(expressions, instance, identifies);
    }
    if (flags instanceof Node.Arr flagged && value instanceof Node.Arr array) {
      List<Node> items = new ArrayList<>();
      for (int i = 0; i < array.values().size(); i++) {
        Node flag = i < flagged.values().size() ? flagged.values().get(i) : Node.Scalar.NOTHING;
        // The items of a set are in no order that the configuration knows; those of a block are.
        Node written =
            expressions instanceof Node.Arr blocks
                ? i < blocks.values().size() ? blocks.values().get(i) : Node.Scalar.NOTHING
                : expressions;
        items.add(overlay(array.values().get(i), flag, written, instance, identifies));
      }
      return new Node.Arr(array.at(), items);
    }
    if (flags instanceof Node.Obj flagged && value instanceof Node.Obj object) {
      Map<String, Node> more = new LinkedHashMap<>();
      for (Map.Entry<String, Node> flag : flagged.members()) {
        Node before = object.get(flag.getKey());
        Node after =
            overlay(
                before,
                flag.getValue(),
                expressions.get(flag.getKey()),
                instance,
                IDENTIFIERS.contains(flag.getKey()));
        if (after != before) {
          more.put(flag.getKey(), after);
        }
      }
      return more.isEmpty() ? object : object.with(more);
    }
    return value;
  }

  private static boolean isTrue(Node node) {
    return node instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.BOOLEAN
        && scalar.raw().equals("true");
  }
}
