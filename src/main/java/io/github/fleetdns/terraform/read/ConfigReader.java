package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a Terraform JSON configuration, with what can be said without running Terraform:
 * references between resources, locals, defaults of variables.
 */
final class ConfigReader {
  /** Arguments that say nothing about a resource's values. */
  private static final Set<String> META =
      Set.of("//", "depends_on", "lifecycle", "provider", "provisioner", "connection");

  /** Resources whose names the provider keeps without capitals and final dots. */
  private static final Set<String> NORMALIZED = Set.of(RecordReader.TYPE, Zones.TYPE);

  /** Deeper chains of locals than anybody writes. */
  private static final int MAX_DEPTH = 100;

  private final ConfigFiles files;
  private final List<Problem> problems;
  private final Set<String> evaluating = new HashSet<>();
  private final Map<String, Node> known = new HashMap<>();
  private final Sensitive sensitive;

  /** The locals and attributes that something sensitive is in. */
  private final Set<String> tainted = new HashSet<>();

  /** Whether something sensitive was met since this was last set back. */
  private boolean isTainted;

  private final Expression.Names names =
      new Expression.Names() {
        @Override
        public Node value(Node.Scalar at, Traversal path) {
          return ConfigReader.this.path(at, path);
        }

        @Override
        public void sensitive() {
          isTainted = true;
        }
      };

  private ConfigReader(ConfigFiles files, List<Problem> problems, Sensitive sensitive) {
    this.sensitive = sensitive;
    this.files = files;
    this.problems = problems;
  }

  static Resources read(ConfigFiles files, List<Problem> problems, Sensitive sensitive) {
    return new ConfigReader(files, problems, sensitive).read();
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
    for (Node output : files.sensitiveOutputs) {
      sensitive.leaves(evaluate(output), Sensitive.SHORT);
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
      return evaluate(scalar);
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

  private Node evaluate(Node.Scalar scalar) {
    boolean outer = isTainted;
    isTainted = false;
    Node value = Expression.template(scalar, names);
    if (isTainted && evaluating.isEmpty()) {
      sensitive.leaves(value, 1);
    }
    isTainted |= outer;
    return value;
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

  /** What a path leads to. */
  private Node path(Node.Scalar at, Traversal path) {
    List<String> steps = path.steps();
    if (steps.size() > 1 && path.isResource()) {
      return attribute(at, path);
    }
    Node value =
        steps.size() < 2
            ? Node.Scalar.NOTHING
            : switch (path.root()) {
              case "var" -> named("var." + steps.get(1), files.variables.get(steps.get(1)));
              case "local" -> named("local." + steps.get(1), files.locals.get(steps.get(1)));
              default -> Node.Scalar.NOTHING;
            };
    if (value instanceof Node.Unknown unknown) {
      return steps.size() == 2 ? value : attributeOf(at, unknown, steps.get(2));
    }
    Node below = Traversal.below(value, steps.subList(Math.min(2, steps.size()), steps.size()));
    return below.isNothing() ? unknown(at, List.of(), false) : below;
  }

  /** What is taken of an unknown value, which may be a resource as a whole. */
  private Node attributeOf(Node.Scalar at, Node.Unknown of, String step) {
    boolean whole =
        of.direct() && of.references().size() == 1 && of.references().get(0).attribute().isEmpty();
    if (!whole) {
      return Functions.unknown(at, List.of(of));
    }
    String resource = of.references().get(0).address() + "." + step;
    return Traversal.parse(resource)
        .map(path -> attribute(at, path))
        .orElseGet(() -> Functions.unknown(at, List.of(of)));
  }

  private Node attribute(Node.Scalar at, Traversal traversal) {
    String address = traversal.resource() + traversal.key();
    ConfigFiles.Block block = files.resources.get(address);
    Node written = block == null ? Node.Scalar.NOTHING : block.body().get(traversal.attribute());
    boolean plain = written instanceof Node.Scalar scalar && !scalar.isNothing();
    Node value =
        plain ? named(address + "." + traversal.attribute(), written) : Node.Scalar.NOTHING;
    if (block != null && NORMALIZED.contains(block.type())) {
      Optional<String> provided =
          switch (traversal.attribute()) {
            case "name" -> value.text().map(DomainName::spelled);
            case "fqdn" -> fullName(block);
            default -> Optional.empty();
          };
      if (provided.isPresent()) {
        return Node.Scalar.text(at.at(), provided.get());
      }
    }
    return value.isNothing()
        ? unknown(at, List.of(new Node.Reference(address, traversal.attribute())), true)
        : value;
  }

  /** What the provider makes of a record's name, if the zone's is known, too. */
  private Optional<String> fullName(ConfigFiles.Block record) {
    if (!record.address().startsWith(RecordReader.TYPE + ".") || isRepeated(record.body())) {
      return Optional.empty();
    }
    Node name = named(record.address() + ".name", record.body().get("name"));
    Node zoneId = named(record.address() + ".zone_id", record.body().get("zone_id"));
    if (!(zoneId instanceof Node.Unknown id) || !id.direct() || id.references().size() != 1) {
      return Optional.empty();
    }
    ConfigFiles.Block zone = files.resources.get(id.references().get(0).address());
    if (zone == null || !zone.type().equals(Zones.TYPE)) {
      return Optional.empty();
    }
    Node apex = named(zone.address() + ".name", zone.body().get("name"));
    if (Functions.text(name).isEmpty() || Functions.text(apex).isEmpty()) {
      return Optional.empty();
    }
    try {
      DomainName in = DomainName.of(Functions.text(apex).get());
      return Optional.of(RecordReader.complete(Functions.text(name).get(), in).toString());
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  private static boolean isRepeated(Node.Obj body) {
    return body.has("count") || body.has("for_each");
  }

  /** The value of something with a name; nothing while it is defined by itself. */
  private Node named(String name, @Nullable Node written) {
    if (written == null || evaluating.size() > MAX_DEPTH || !evaluating.add(name)) {
      return Node.Scalar.NOTHING;
    }
    try {
      Node value = known.get(name);
      if (value == null) {
        boolean outer = isTainted;
        isTainted = files.sensitive.contains(name);
        value = evaluate(written);
        known.put(name, value);
        if (isTainted) {
          tainted.add(name);
        }
        isTainted |= outer;
      }
      isTainted |= tainted.contains(name);
      return value;
    } finally {
      evaluating.remove(name);
    }
  }

  private static Node unknown(Node.Scalar at, List<Node.Reference> references, boolean direct) {
    return new Node.Unknown(at.at(), at.raw(), List.copyOf(references), direct);
  }
}
