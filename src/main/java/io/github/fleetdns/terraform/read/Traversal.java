package io.github.fleetdns.terraform.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of Terraform's language, such as {@code aws_lb.web["eu"].dns_name} or {@code
 * var.servers.a}.
 *
 * @param steps the names and, in brackets as {@code ["eu"]} or {@code [0]}, the indices
 */
record Traversal(List<String> steps) {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.?(?<name>[\\p{L}_][\\p{L}\\p{N}_-]*)|\\.(?<number>\\d+)"
              + "|\\[\\s*(?<index>\"(?:[^\"\\\\$%]|\\\\.)*\"|\\d+)\\s*\\]");

  /** Reads a path; empty if the expression is anything else. */
  static Optional<Traversal> parse(String expression) {
    String text = expression.strip();
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find(end) && matcher.start() == end) {
      String name = matcher.group("name");
      String number = matcher.group("number");
      boolean dotted = text.charAt(end) == '.';
      if (name != null) {
        if (dotted == steps.isEmpty()) {
          return Optional.empty();
        }
        steps.add(name);
      } else {
        steps.add("[" + (number != null ? number : matcher.group("index")) + "]");
      }
      end = matcher.end();
    }
    return end < text.length() || steps.size() < 2 || steps.get(0).startsWith("[")
        ? Optional.empty()
        : Optional.of(new Traversal(List.copyOf(steps)));
  }

  String root() {
    return steps.get(0);
  }

  boolean isData() {
    return root().equals("data") && steps.size() >= 3;
  }

  /** Whether it begins with a resource or data source rather than with {@code var} and the like. */
  boolean isResource() {
    return isData()
        || switch (root()) {
          case "data", "var", "local", "module", "each", "count", "path", "terraform", "self" ->
              false;
          default -> !steps.get(1).startsWith("[");
        };
  }

  /** {@code aws_lb.web} or {@code data.aws_lb.web}, of a resource. */
  String resource() {
    return String.join(".", steps.subList(0, isData() ? 3 : 2));
  }

  /** The index of the instance, {@code ["eu"]} or {@code [0]}; empty if there is none. */
  String key() {
    int position = isData() ? 3 : 2;
    return steps.size() > position && steps.get(position).startsWith("[")
        ? steps.get(position)
        : "";
  }

  /** The attribute of a resource, its first step; empty if there is none. */
  String attribute() {
    int position = (isData() ? 3 : 2) + (key().isEmpty() ? 0 : 1);
    return steps.size() > position ? steps.get(position) : "";
  }

  /** What an index says: {@code eu} for {@code ["eu"]}. */
  static String unquoted(String step) {
    String inside = step.startsWith("[") ? step.substring(1, step.length() - 1) : step;
    return inside.startsWith("\"")
        ? inside.substring(1, inside.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
        : inside;
  }

  /** The value below another at these steps; nothing if it has none. */
  static Node below(Node value, List<String> steps) {
    Node current = value;
    for (String step : steps) {
      String name = unquoted(step);
      if (current instanceof Node.Arr array) {
        boolean number = name.length() < 9 && name.chars().allMatch(Character::isDigit);
        int index = number && !name.isEmpty() ? Integer.parseInt(name) : Integer.MAX_VALUE;
        current = index < array.values().size() ? array.values().get(index) : Node.Scalar.NOTHING;
      } else {
        current = current.get(name);
      }
    }
    return current;
  }
}
