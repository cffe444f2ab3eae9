package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The blocks of a root module's Terraform JSON files, merged as Terraform merges them: the files of
 * a directory are one configuration, and override files replace arguments.
 */
final class ConfigFiles {
  /** Resources and data sources by address, in the order of the files. */
  final Map<String, Block> resources = new LinkedHashMap<>();

  final Map<String, Node> locals = new HashMap<>();
  final Map<String, Node> variables = new HashMap<>();

  /** The variables that are sensitive, as {@code var.<name>}. */
  final Set<String> sensitive = new HashSet<>();

  /** The values of sensitive outputs, as they are written. */
  final List<Node> sensitiveOutputs = new ArrayList<>();

  /** AWS providers by {@code aws} or {@code aws.<alias>}. */
  final Map<String, Node.Obj> providers = new HashMap<>();

  final List<Node> modules = new ArrayList<>();

  private final List<Problem> problems;

  ConfigFiles(List<Problem> problems) {
    this.problems = problems;
  }

  /** A block of resource or data source. */
  record Block(String address, boolean data, String type, String name, Node.Obj body) {}

  /** Adds a file; override files come after all others. */
  void add(Node file, boolean override) {
    for (Node.Obj root : file.blocks()) {
      for (Map.Entry<String, Node> member : root.members()) {
        Node value = member.getValue();
        switch (member.getKey()) {
          case "resource" -> resources(value, false, override);
          case "data" -> resources(value, true, override);
          case "locals" -> value.blocks().forEach(block -> putAll(block, locals));
          case "variable" -> labelled(value, (name, body) -> variable(name, body));
          case "provider" -> labelled(value, this::provider);
          case "output" -> labelled(value, this::output);
          case "module" -> labelled(value, (name, body) -> modules.add(body));
          default -> {
            // Nothing else says what a zone holds.
          }
        }
      }
    }
  }

  private static void putAll(Node.Obj block, Map<String, Node> to) {
    block.members().forEach(member -> to.put(member.getKey(), member.getValue()));
  }

  private void variable(String name, Node.Obj body) {
    if (Sensitive.isTrue(body.get("sensitive"))) {
      sensitive.add("var." + name);
    }
    if (body.has("default")) {
      variables.put(name, body.get("default"));
    }
  }

  private void output(String name, Node.Obj body) {
    if (Sensitive.isTrue(body.get("sensitive"))) {
      sensitiveOutputs.add(body.get("value"));
    }
  }

  private void provider(String name, Node.Obj body) {
    if (name.equals("aws")) {
      String alias = body.get("alias").text().map(text -> "." + text).orElse("");
      providers.put(name + alias, body);
    }
  }

  private void resources(Node types, boolean data, boolean override) {
    for (Node.Obj block : types.blocks()) {
      for (Map.Entry<String, Node> type : block.members()) {
        labelled(
            type.getValue(), (name, body) -> resource(type.getKey(), name, body, data, override));
      }
    }
  }

  private void resource(String type, String name, Node.Obj body, boolean data, boolean override) {
    if (type.equals("//") || name.equals("//")) {
      return;
    }
    String address = (data ? "data." : "") + type + "." + name;
    Block known = resources.get(address);
    if (known == null) {
      resources.put(address, new Block(address, data, type, name, body));
    } else if (override) {
      Map<String, Node> arguments = new LinkedHashMap<>();
      putAll(body, arguments);
      resources.put(address, new Block(address, data, type, name, known.body().with(arguments)));
    } else {
      problems.add(
          Problem.error(
              body.at(),
              "terraform-duplicate",
              address + " is already configured in " + known.body().at() + "; rename one of them"));
    }
  }

  private interface Labelled {
    void accept(String label, Node.Obj body);
  }

  /** Blocks with one label: an object by label, or several such, and one or several bodies. */
  private static void labelled(Node node, Labelled to) {
    for (Node.Obj block : node.blocks()) {
      for (Map.Entry<String, Node> member : block.members()) {
        if (!member.getKey().equals("//")) {
          member.getValue().blocks().forEach(body -> to.accept(member.getKey(), body));
        }
      }
    }
  }

  /** The region of a resource's provider, if it is written literally. */
  java.util.Optional<String> region(Block block, Evaluator evaluator) {
    String provider = block.body().get("provider").text().orElse("aws");
    String key = provider.replaceAll("^\\$\\{|\\}$", "");
    Node.Obj body = providers.get(key);
    return body == null ? java.util.Optional.empty() : evaluator.value(body.get("region")).text();
  }

  /** Evaluates the values of a configuration. */
  interface Evaluator {
    Node value(Node written);
  }
}
