package io.github.fleetdns.terraform.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The modules of a plan's {@code configuration}, and what names mean in each. */
final class PlanScopes {
  private static final int MAX_DEPTH = 50;

  private final Node plan;
  private final Map<String, Optional<Scope>> byAddress = new HashMap<>();
  private final Map<Node, Map<String, Node>> resources = new HashMap<>();

  /** The instances of called modules, by the caller's address and the module's name. */
  private final Map<String, Keyed<Scope>> called = new HashMap<>();

  PlanScopes(Node plan, Set<String> modules) {
    this.plan = plan;
    modules.forEach(this::module);
  }

  /** The region of a provider by its key, where it is written literally or as a variable. */
  Optional<String> region(String key) {
    Node region =
        plan.get("configuration").get("provider_config").get(key).get("expressions").get("region");
    return constant(region, root().site(), 0).text();
  }

  private Scope root() {
    return new Scope("", "", "", plan.get("configuration").get("root_module"), null, null);
  }

  /** The module instance at an address such as {@code module.a["x"].module.b}. */
  Optional<Scope> module(String address) {
    Optional<Scope> known = byAddress.get(address);
    if (known == null) {
      known = find(address);
      byAddress.put(address, known);
    }
    return known;
  }

  private Optional<Scope> find(String address) {
    Scope scope = root();
    if (address.isEmpty()) {
      return Optional.of(scope);
    }
    Optional<Traversal> path = Traversal.parse(address);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    List<String> steps = path.get().steps();
    int i = 0;
    while (i + 1 < steps.size()) {
      String name = steps.get(i + 1);
      boolean indexed = i + 2 < steps.size() && steps.get(i + 2).startsWith("[");
      Scope child = scope.child(name, indexed ? steps.get(i + 2) : "");
      called
          .computeIfAbsent(scope.address() + " " + name, x -> new Keyed<>())
          .put(child.key(), child);
      scope = child;
      i += indexed ? 3 : 2;
    }
    return Optional.of(scope);
  }

  /** The instances of a module that another calls; none if nothing in them is planned. */
  Keyed<Scope> called(Scope caller, String name) {
    Keyed<Scope> known = called.get(caller.address() + " " + name);
    return known == null ? new Keyed<>() : known;
  }

  /** What an expression says if it is constant, or a variable whose value is known. */
  private Node constant(Node expression, Site site, int depth) {
    if (expression instanceof Node.Obj object && object.has("constant_value")) {
      return object.get("constant_value");
    }
    List<Node> references = expression.get("references").items();
    if (references.isEmpty() || depth > MAX_DEPTH) {
      return Node.Scalar.NOTHING;
    }
    return references
        .get(0)
        .text()
        .flatMap(Traversal::parse)
        .map(path -> site.value(path, depth + 1))
        .orElse(Node.Scalar.NOTHING);
  }

  /**
   * A place that expressions stand at: a resource or module call, and which instance of it.
   *
   * @param siblings the indices of all its instances
   */
  record Site(Scope scope, Node block, String key, Set<String> siblings) {

    /** The value of {@code var}, {@code each} or {@code count}; nothing if it is not known. */
    Node value(Traversal path) {
      return value(path, 0);
    }

    /** Whether {@code for_each} is a function of literals, hence {@code toset} of a list. */
    boolean isLiteralSet() {
      return block.get("for_each_expression").isNothing();
    }

    private Node value(Traversal path, int depth) {
      List<String> steps = path.steps();
      return switch (path.root() + "." + steps.get(1)) {
        case "each.key", "count.index" ->
            Node.Scalar.text(block.at(), Traversal.unquoted(key.isEmpty() ? "\"\"" : key));
        case "each.value" -> {
          Node all = scope.constant(block.get("for_each_expression"), this, depth);
          String name = Traversal.unquoted(key.isEmpty() ? "\"\"" : key);
          // Of a set, the value is the key; what a local holds may be a map.
          Node own =
              all instanceof Node.Arr || isLiteralSet()
                  ? Node.Scalar.text(block.at(), name)
                  : all.get(name);
          yield Traversal.below(own, steps.subList(2, steps.size()));
        }
        default ->
            path.root().equals("var")
                ? Traversal.below(
                    scope.variable(steps.get(1), depth), steps.subList(2, steps.size()))
                : Node.Scalar.NOTHING;
      };
    }
  }

  /** An instance of a module. */
  final class Scope {
    private final String address;
    private final String name;
    private final String key;
    private final Node module;
    private final @Nullable Scope parent;
    private final @Nullable Node call;

    private Scope(
        String address,
        String name,
        String key,
        Node module,
        @Nullable Scope parent,
        @Nullable Node call) {
      this.address = address;
      this.name = name;
      this.key = key;
      this.module = module;
      this.parent = parent;
      this.call = call;
    }

    String address() {
      return address;
    }

    /** Its index, {@code ["eu"]}; empty if it has none. */
    String key() {
      return key;
    }

    Node module() {
      return module;
    }

    /** Where outputs stand. */
    Site site() {
      return new Site(this, Node.Scalar.NOTHING, key, Set.of(key));
    }

    Site at(Node block, String instance, Set<String> siblings) {
      return new Site(this, block, instance, siblings);
    }

    /** Where the arguments of its call stand; empty for the root. */
    Optional<Site> caller() {
      return parent == null || call == null
          ? Optional.empty()
          : Optional.of(new Site(parent, call, key, called(parent, name).keys()));
    }

    /** The expression that an input gets; nothing if the call does not say. */
    Node argument(String name) {
      return call == null ? Node.Scalar.NOTHING : call.get("expressions").get(name);
    }

    /** The configuration of a resource, {@code aws_lb.web}; nothing if there is none. */
    Node resource(String resource) {
      Map<String, Node> known =
          resources.computeIfAbsent(
              module,
              m -> {
                Map<String, Node> index = new HashMap<>();
                for (Node one : m.get("resources").items()) {
                  one.get("address").text().ifPresent(name -> index.put(name, one));
                }
                return index;
              });
      return known.getOrDefault(resource, Node.Scalar.NOTHING);
    }

    private Scope child(String name, String index) {
      Node called = module.get("module_calls").get(name);
      String full = (address.isEmpty() ? "" : address + ".") + "module." + name + index;
      return new Scope(full, name, index, called.get("module"), this, called);
    }

    private Node constant(Node expression, Site site, int depth) {
      return PlanScopes.this.constant(expression, site, depth);
    }

    private Node variable(String name, int depth) {
      Node fallback = module.get("variables").get(name).get("default");
      if (parent == null) {
        Node given = plan.get("variables").get(name).get("value");
        return given.isNothing() ? fallback : given;
      }
      Node argument = argument(name);
      return argument.isNothing()
          ? fallback
          : caller()
              .map(site -> PlanScopes.this.constant(argument, site, depth + 1))
              .orElse(fallback);
    }
  }
}
