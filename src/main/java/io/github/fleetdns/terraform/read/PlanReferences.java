package io.github.fleetdns.terraform.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the {@code configuration} of a plan says about values that are not known yet: which
 * attributes of which resource instances they are made of.
 *
 * <p>A plan lists references without the expression around them. {@code this[each.key].id} is
 * listed as {@code this} and {@code each.key}: the instance is then the one whose index is what
 * follows, or the one with the same index, or the only one.
 */
final class PlanReferences {
  /** Deeper than modules are nested, and than inputs are handed on. */
  private static final int MAX_DEPTH = 50;

  private final PlanScopes scopes;
  private final Map<String, Keyed<ValuesReader.Instance>> instances = new HashMap<>();

  /** Repeated resources have one expression for all instances. */
  private final IdentityHashMap<Node, List<String>> lists = new IdentityHashMap<>();

  private final Map<String, Optional<Traversal>> paths = new HashMap<>();

  PlanReferences(Node plan, List<ValuesReader.Instance> all) {
    Set<String> modules = new LinkedHashSet<>();
    for (ValuesReader.Instance instance : all) {
      modules.add(instance.module());
      instances
          .computeIfAbsent(instance.module() + " " + instance.resource(), x -> new Keyed<>())
          .put(instance.key(), instance);
    }
    this.scopes = new PlanScopes(plan, modules);
  }

  /** The expressions of a resource's arguments; nothing if the plan does not have them. */
  Node expressions(ValuesReader.Instance instance) {
    return scopes
        .module(instance.module())
        .map(scope -> scope.resource(instance.resource()).get("expressions"))
        .orElse(Node.Scalar.NOTHING);
  }

  /** The region of an instance's provider, where it is written literally. */
  Optional<String> region(ValuesReader.Instance instance) {
    return scopes
        .module(instance.module())
        .flatMap(scope -> scope.resource(instance.resource()).get("provider_config_key").text())
        .flatMap(scopes::region);
  }

  /**
   * A value that is not known, as what its expression refers to.
   *
   * @param identifies whether it is an id or the like, around which nobody writes further text;
   *     what stands around the references of anything else, the plan does not say
   */
  Node.Unknown unknown(Node expression, ValuesReader.Instance instance, boolean identifies) {
    List<String> written = listed(expression);
    Optional<PlanScopes.Scope> scope = scopes.module(instance.module());
    Set<Node.Reference> found = new LinkedHashSet<>();
    scope.ifPresent(
        in -> resolve(written, in.at(in.resource(instance.resource()), instance.key()), found, 0));
    List<Node.Reference> references = List.copyOf(found);
    String text =
        references.size() == 1
            ? references.get(0).expression()
            : written.isEmpty() ? Node.Unknown.LATER : "${" + written.get(0) + "}";
    return new Node.Unknown(instance.read().at(), text, references, identifies);
  }

  /** The references of an expression, without those that are only the beginning of another. */
  private List<String> listed(Node expression) {
    return lists.computeIfAbsent(expression, PlanReferences::read);
  }

  private Optional<Traversal> parse(String reference) {
    return paths.computeIfAbsent(reference, Traversal::parse);
  }

  private static List<String> read(Node expression) {
    List<String> kept = new ArrayList<>();
    for (Node node : expression.get("references").items()) {
      String reference = node.text().orElse("");
      String last = kept.isEmpty() ? "" : kept.get(kept.size() - 1);
      boolean beginning =
          last.startsWith(reference)
              && last.length() > reference.length()
              && (last.charAt(reference.length()) == '.' || last.charAt(reference.length()) == '[');
      if (!reference.isEmpty() && !beginning) {
        kept.add(reference);
      }
    }
    return kept;
  }

  private void resolve(
      List<String> written, PlanScopes.Site site, Set<Node.Reference> found, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    for (int i = 0; i < written.size(); i++) {
      Optional<Traversal> path = parse(written.get(i));
      if (path.isPresent()) {
        resolve(path.get(), keys(written, i, site), site, found, depth);
      }
    }
  }

  private void resolve(
      Traversal path,
      List<String> keys,
      PlanScopes.Site site,
      Set<Node.Reference> found,
      int depth) {
    PlanScopes.Scope scope = site.scope();
    List<String> steps = path.steps();
    if (path.isResource()) {
      for (ValuesReader.Instance instance : instances(scope.address(), path, keys)) {
        found.add(new Node.Reference(instance.read().address(), path.attribute()));
      }
    } else if (path.root().equals("var")) {
      scope
          .caller()
          .ifPresent(
              caller ->
                  handOn(
                      listed(scope.argument(steps.get(1))),
                      caller,
                      steps.size() > 2,
                      steps,
                      found,
                      depth));
    } else if (path.root().equals("each") && steps.get(1).equals("value")) {
      handOn(
          listed(site.block().get("for_each_expression")),
          site,
          steps.size() > 2,
          steps,
          found,
          depth);
    } else if (path.root().equals("module")) {
      module(path, keys, scope, found, depth);
    }
  }

  /** Follows an input or {@code each.value}; what is taken of it then is an attribute of that. */
  private void handOn(
      List<String> written,
      PlanScopes.Site site,
      boolean part,
      List<String> steps,
      Set<Node.Reference> found,
      int depth) {
    Set<Node.Reference> whole = new LinkedHashSet<>();
    resolve(written, site, whole, depth + 1);
    String attribute = Traversal.unquoted(steps.get(steps.size() - 1));
    for (Node.Reference reference : whole) {
      found.add(
          part && reference.attribute().isEmpty()
              ? new Node.Reference(reference.address(), attribute)
              : reference);
    }
  }

  private void module(
      Traversal path,
      List<String> keys,
      PlanScopes.Scope scope,
      Set<Node.Reference> found,
      int depth) {
    List<String> steps = path.steps();
    boolean indexed = steps.size() > 2 && steps.get(2).startsWith("[");
    int position = indexed ? 3 : 2;
    List<PlanScopes.Scope> chosen =
        scopes.called(scope, steps.get(1)).chosen(indexed ? steps.get(2) : "", keys);
    for (PlanScopes.Scope child : chosen) {
      Node outputs = child.module().get("outputs");
      if (steps.size() > position) {
        String output = steps.get(position);
        Node expression = outputs.get(output).get("expression");
        handOn(listed(expression), child.site(), steps.size() > position + 1, steps, found, depth);
      } else if (outputs instanceof Node.Obj all) {
        all.members()
            .forEach(
                output ->
                    resolve(
                        listed(output.getValue().get("expression")),
                        child.site(),
                        found,
                        depth + 1));
      }
    }
  }

  private List<ValuesReader.Instance> instances(String module, Traversal path, List<String> keys) {
    Keyed<ValuesReader.Instance> all = instances.get(module + " " + path.resource());
    return all == null ? List.of() : all.chosen(path.key(), keys);
  }

  /**
   * The indices that a reference without one may have: what the references behind it say, up to the
   * next resource, then what those before it say, then that of where it stands.
   */
  private List<String> keys(List<String> written, int position, PlanScopes.Site site) {
    List<String> keys = new ArrayList<>();
    List<String> order = new ArrayList<>();
    for (int i = position + 1; i < written.size() && !isTarget(written.get(i)); i++) {
      order.add(written.get(i));
    }
    for (int i = position - 1; i >= 0 && !isTarget(written.get(i)); i--) {
      order.add(written.get(i));
    }
    for (String reference : order) {
      parse(reference)
          .map(site::value)
          .flatMap(Node::text)
          .ifPresent(
              text -> {
                keys.add("[\"" + text + "\"]");
                keys.add("[" + text + "]");
              });
    }
    keys.add(site.key());
    return keys;
  }

  private boolean isTarget(String reference) {
    return parse(reference)
        .filter(path -> path.isResource() || path.root().equals("module"))
        .isPresent();
  }
}
