package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a Terraform JSON configuration, with what can be said without running Terraform:
 * references between resources, locals, defaults of variables.
 */
final class ConfigReader {
  private static final Pattern REFERENCE =
      Pattern.compile("(?<![\\w.\"-])(?:data\\.)?aws_[a-z0-9_]+\\.[\\p{L}_][\\w-]*(?:\\.[a-z_]+)?");

  /** Arguments that say nothing about a resource's values. */
  private static final Set<String> META =
      Set.of("//", "depends_on", "lifecycle", "provider", "provisioner", "connection");

  /** Deeper chains of locals than anybody writes. */
  private static final int MAX_DEPTH = 100;

  private final ConfigFiles files;
  private final List<Problem> problems;
  private final Set<String> evaluating = new HashSet<>();
  private final Map<String, Node> known = new HashMap<>();

  private ConfigReader(ConfigFiles files, List<Problem> problems) {
    this.files = files;
    this.problems = problems;
  }

  static Resources read(ConfigFiles files, List<Problem> problems) {
    return new ConfigReader(files, problems).read();
  }

  private Resources read() {
    List<Resource> resources = new ArrayList<>();
    for (ConfigFiles.Block block : files.resources.values()) {
      if (isRepeated(block)) {
        continue;
      }
      List<Map.Entry<String, Node>> values = new ArrayList<>();
      for (Map.Entry<String, Node> member : block.body().members()) {
        Node value = member.getValue();
        values.add(
            Map.entry(member.getKey(), META.contains(member.getKey()) ? value : evaluate(value)));
      }
      resources.add(
          new Resource(
              block.address(),
              block.data(),
              block.type(),
              block.name(),
              new Node.Obj(block.body().at(), values),
              files.region(block, this::evaluate)));
    }
    for (Node module : files.modules) {
      problems.add(
          Problem.warning(
              module.at(),
              "terraform-unresolved",
              "modules are not read from a configuration; to include this one, run `terraform plan"
                  + " -out=p && terraform show -json p > plan.json` and name plan.json"));
    }
    return Resources.of(resources, false);
  }

  private boolean isRepeated(ConfigFiles.Block block) {
    for (String argument : List.of("count", "for_each")) {
      if (block.body().has(argument)) {
        if (block.type().startsWith("aws_route53_")) {
          problems.add(
              Problem.warning(
                  block.body().get(argument).at(),
                  "terraform-unresolved",
                  block.address()
                      + " has "
                      + argument
                      + ", which only Terraform works out, and is left out; name the JSON of a plan"
                      + " instead"));
        }
        return true;
      }
    }
    return false;
  }

  private Node evaluate(Node written) {
    if (written instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TEXT) {
      return template(scalar);
    }
    if (written instanceof Node.Arr array) {
      return new Node.Arr(array.at(), array.values().stream().map(this::evaluate).toList());
    }
    if (written instanceof Node.Obj object) {
      return new Node.Obj(
          object.at(),
          object.members().stream()
              .map(m -> Map.entry(key(m.getKey()), evaluate(m.getValue())))
              .toList());
    }
    return written;
  }

  /** Keys are templates too; one that is no literal text stays as it is written. */
  private static String key(String written) {
    return written.indexOf('{') < 0
        ? written
        : Template.parse(written)
            .filter(template -> template.parts().size() == 1)
            .map(template -> template.parts().get(0))
            .filter(part -> !part.expression())
            .map(Template.Part::text)
            .orElse(written);
  }

  private Node template(Node.Scalar scalar) {
    if (scalar.raw().indexOf('{') < 0) {
      return scalar;
    }
    Optional<Template> template = Template.parse(scalar.raw());
    if (template.isEmpty()) {
      return unknown(scalar, List.of(), false);
    }
    List<Template.Part> parts = template.get().parts();
    if (parts.size() == 1) {
      Template.Part only = parts.get(0);
      return only.expression()
          ? expression(scalar, only.text())
          : Node.Scalar.text(scalar.at(), only.text());
    }
    StringBuilder text = new StringBuilder();
    List<Node.Reference> references = new ArrayList<>();
    boolean complete = true;
    for (Template.Part part : parts) {
      @Nullable Node value = part.expression() ? expression(scalar, part.text()) : null;
      if (value instanceof Node.Unknown unknown) {
        references.addAll(unknown.references());
      }
      if (value == null) {
        text.append(part.text());
      } else if (value instanceof Node.Scalar known && !known.isNothing()) {
        text.append(known.raw());
      } else {
        complete = false;
      }
    }
    return complete
        ? Node.Scalar.text(scalar.at(), text.toString())
        : unknown(scalar, references, false);
  }

  private Node expression(Node.Scalar at, String expression) {
    String stripped = expression.strip();
    if (stripped.matches("\"[^\"\\\\$%]*\"")) {
      return Node.Scalar.text(at.at(), stripped.substring(1, stripped.length() - 1));
    }
    if (stripped.matches("-?\\d+(\\.\\d+)?")) {
      return new Node.Scalar(at.at(), Node.Kind.NUMBER, stripped);
    }
    Optional<Traversal> path = Traversal.parse(stripped);
    if (path.isEmpty()) {
      return unknown(at, mentioned(stripped), false);
    }
    Traversal traversal = path.get();
    List<String> steps = traversal.steps();
    if (traversal.isResource()) {
      return attribute(at, traversal);
    }
    Node value =
        switch (traversal.root()) {
          case "var" -> named("var." + steps.get(1), files.variables.get(steps.get(1)));
          case "local" -> named("local." + steps.get(1), files.locals.get(steps.get(1)));
          default -> Node.Scalar.NOTHING;
        };
    Node below = Traversal.below(value, steps.subList(2, steps.size()));
    return below.isNothing() ? unknown(at, List.of(), false) : below;
  }

  private Node attribute(Node.Scalar at, Traversal traversal) {
    String address = traversal.resource() + traversal.key();
    ConfigFiles.Block block = files.resources.get(address);
    Node written = block == null ? Node.Scalar.NOTHING : block.body().get(traversal.attribute());
    boolean plain = written instanceof Node.Scalar scalar && !scalar.isNothing();
    Node value =
        plain ? named(address + "." + traversal.attribute(), written) : Node.Scalar.NOTHING;
    return value.isNothing()
        ? unknown(at, List.of(new Node.Reference(address, traversal.attribute())), true)
        : value;
  }

  /** The value of something with a name; nothing while it is defined by itself. */
  private Node named(String name, @Nullable Node written) {
    if (written == null || evaluating.size() > MAX_DEPTH || !evaluating.add(name)) {
      return Node.Scalar.NOTHING;
    }
    try {
      Node value = known.get(name);
      if (value == null) {
        value = evaluate(written);
        known.put(name, value);
      }
      return value;
    } finally {
      evaluating.remove(name);
    }
  }

  private static Node unknown(Node.Scalar at, List<Node.Reference> references, boolean direct) {
    return new Node.Unknown(at.at(), at.raw(), List.copyOf(references), direct);
  }

  private static List<Node.Reference> mentioned(String expression) {
    List<Node.Reference> references = new ArrayList<>();
    Matcher matcher = REFERENCE.matcher(expression);
    while (matcher.find()) {
      Traversal.parse(matcher.group())
          .filter(Traversal::isResource)
          .ifPresent(t -> references.add(new Node.Reference(t.resource(), t.attribute())));
    }
    return references;
  }
}
