package io.github.fleetdns.terraform.read;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts of an input that Terraform marks as sensitive, in every form in which they may occur:
 * they are read as any other, and not to be shown.
 *
 * <p>Numbers and truths are none of them: shares and times, which are made of weights and TTLs,
 * would tell them all the same.
 */
final class Sensitive {
  /** Of a variable or an output, whatever is shorter is a part of anything. */
  static final int SHORT = 4;

  /** An argument with few values, which are known to everybody. */
  private static final Set<String> PUBLIC = Set.of("type");

  private final Set<String> texts = new HashSet<>();

  /** What has been collected. */
  Set<String> texts() {
    return texts;
  }

  /** Of a plan: marked values of what is planned and what was before, variables and outputs. */
  static Set<String> ofPlan(Node plan) {
    Sensitive sensitive = new Sensitive();
    sensitive.values(plan.get("planned_values"));
    sensitive.values(plan.get("prior_state").get("values"));
    for (Node resource : plan.get("resource_changes").items()) {
      if (isRead(resource)) {
        sensitive.change(resource.get("change"));
      }
    }
    if (plan.get("output_changes") instanceof Node.Obj outputs) {
      outputs.members().forEach(output -> sensitive.change(output.getValue()));
    }
    Node root = plan.get("configuration").get("root_module");
    if (root.get("variables") instanceof Node.Obj variables) {
      for (Map.Entry<String, Node> variable : variables.members()) {
        if (isTrue(variable.getValue().get("sensitive"))) {
          sensitive.leaves(plan.get("variables").get(variable.getKey()).get("value"), SHORT);
          sensitive.leaves(variable.getValue().get("default"), SHORT);
        }
      }
    }
    return sensitive.texts;
  }

  /** Of a state: marked values and outputs. */
  static Set<String> ofState(Node state) {
    Sensitive sensitive = new Sensitive();
    sensitive.values(state.get("values"));
    return sensitive.texts;
  }

  private void values(Node values) {
    module(values.get("root_module"));
    if (values.get("outputs") instanceof Node.Obj outputs) {
      for (Map.Entry<String, Node> output : outputs.members()) {
        if (isTrue(output.getValue().get("sensitive"))) {
          leaves(output.getValue().get("value"), SHORT);
        }
      }
    }
  }

  private void module(Node module) {
    for (Node resource : module.get("resources").items()) {
      if (isRead(resource)) {
        marked(resource.get("values"), resource.get("sensitive_values"));
      }
    }
    module.get("child_modules").items().forEach(this::module);
  }

  /** What is never read is never shown. */
  private static boolean isRead(Node resource) {
    String type = resource.get("type").text().orElse("");
    return type.startsWith("aws_route53_") || type.startsWith("aws_cloudwatch_");
  }

  private void change(Node change) {
    marked(change.get("before"), change.get("before_sensitive"));
    marked(change.get("after"), change.get("after_sensitive"));
  }

  /** What marks, which have the form of the value, are set at. */
  private void marked(Node value, Node marks) {
    if (isTrue(marks)) {
      leaves(value, 1);
    } else if (marks instanceof Node.Obj object) {
      for (Map.Entry<String, Node> mark : object.members()) {
        if (!PUBLIC.contains(mark.getKey())) {
          marked(value.get(mark.getKey()), mark.getValue());
        }
      }
    } else if (marks instanceof Node.Arr array && value instanceof Node.Arr values) {
      for (int i = 0; i < Math.min(array.values().size(), values.values().size()); i++) {
        marked(values.values().get(i), array.values().get(i));
      }
    }
  }

  /** Every text in a value. */
  void leaves(Node value, int atLeast) {
    if (value instanceof Node.Obj object) {
      object.members().forEach(member -> leaves(member.getValue(), atLeast));
    } else if (value instanceof Node.Arr array) {
      array.values().forEach(item -> leaves(item, atLeast));
    } else if (value instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.TEXT
        && scalar.raw().strip().length() >= atLeast) {
      forms(scalar.raw());
    }
  }

  /** As it is written, and as a name, an address or a text in several strings comes out. */
  private void forms(String text) {
    texts.add(text);
    texts.add(DomainName.spelled(text));
    IpAddress.parse(text).ifPresent(address -> texts.add(address.toString()));
    try {
      texts.add(DomainName.of(text).toString());
    } catch (InvalidNameException e) {
      // Then it is not shown as one.
    }
    for (String part : List.of(text.split("\"", -1))) {
      String plain = part.strip().replaceFirst("\\\\$", "");
      if (plain.length() >= SHORT) {
        texts.add(plain);
      }
    }
    texts.removeIf(String::isBlank);
  }

  static boolean isTrue(Node node) {
    return node instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.BOOLEAN
        && scalar.raw().equals("true");
  }
}
