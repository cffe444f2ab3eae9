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

  /** Whether something has all the indices that something else has. */
  private final IdentityHashMap<Keyed<?>, IdentityHashMap<Set<String>, Boolean>> contained =
      new IdentityHashMap<>();

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

  /** The addresses of all that the configuration of an instance refers to or depends on. */
  Set<String> dependencies(ValuesReader.Instance instance) {
    Set<String> addresses = new LinkedHashSet<>();
    scopes
        .module(instance.module())
        .ifPresent(
            scope -> {
              Node block = scope.resource(instance.resource());
              Found found = new Found();
              PlanScopes.Site site = scope.at(block, instance.key(), siblings(instance));
              for (String part :
                  List.of("expressions", "for_each_expression", "count_expression")) {
                every(block.get(part), site, found);
              }
              found.references.forEach(reference -> addresses.add(reference.address()));
              for (Node written : block.get("depends_on").items()) {
                Keyed<ValuesReader.Instance> all =
                    instances.get(instance.module() + " " + written.text().orElse(""));
                if (all != null) {
                  all.chosen("", List.of()).forEach(one -> addresses.add(one.read().address()));
                }
              }
            });
    return addresses;
  }

  private void every(Node expression, PlanScopes.Site site, Found found) {
    if (!expression.get("references").isNothing()) {
      resolve(listed(expression), site, List.of(), found, 0);
    } else if (expression instanceof Node.Obj object) {
      object.members().forEach(member -> every(member.getValue(), site, found));
    } else if (expression instanceof Node.Arr array) {
      array.values().forEach(item -> every(item, site, found));
    }
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
    Found found = new Found();
    scope.ifPresent(
        in ->
            resolve(
                written,
                in.at(in.resource(instance.resource()), instance.key(), siblings(instance)),
                List.of(),
                found,
                0));
    List<Node.Reference> references = List.copyOf(found.references);
    String text =
        references.size() == 1
            ? references.get(0).expression()
            : written.isEmpty() ? Node.Unknown.LATER : "${" + written.get(0) + "}";
    Node.Unknown unknown = new Node.Unknown(instance.read().at(), text, references, identifies);
    return found.inferred ? unknown.asInferred() : unknown;
  }

  /** What an expression refers to. */
  private static final class Found {
    private final Set<Node.Reference> references = new LinkedHashSet<>();

    /** Whether an index that is not written out has told instances apart. */
    private boolean inferred;

    void add(Node.Reference reference) {
      references.add(reference);
    }
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

  private Set<String> siblings(ValuesReader.Instance instance) {
    Keyed<ValuesReader.Instance> all = instances.get(instance.module() + " " + instance.resource());
    return all == null ? Set.of() : all.keys();
  }

  /**
   * Resolves the references of an expression.
   *
   * @param indices what the value is indexed by where it is used, if the expression has no index of
   *     its own: those of {@code var.zones["eu"]} for what {@code zones} is given
   */
  private void resolve(
      List<String> written, PlanScopes.Site site, List<String> indices, Found found, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    for (int i = 0; i < written.size(); i++) {
      Optional<Traversal> path = parse(written.get(i));
      if (path.isPresent()) {
        resolve(path.get(), new Indices(written, i, indices), site, found, depth);
      }
    }
  }

  private void resolve(
      Traversal path, Indices indices, PlanScopes.Site site, Found found, int depth) {
    PlanScopes.Scope scope = site.scope();
    List<String> steps = path.steps();
    if (path.isResource()) {
      Keyed<ValuesReader.Instance> all = instances.get(scope.address() + " " + path.resource());
      if (all != null) {
        List<String> keys = keys(indices, site, all);
        found.inferred |= path.key().isEmpty() && isInferred(indices, keys, all);
        for (ValuesReader.Instance instance : all.chosen(path.key(), keys)) {
          found.add(new Node.Reference(instance.read().address(), path.attribute()));
        }
      }
    } else if (path.root().equals("var")) {
      scope
          .caller()
          .ifPresent(
              caller ->
                  handOn(
                      listed(scope.argument(steps.get(1))),
                      caller,
                      below(steps, 2, indices, site),
                      steps,
                      2,
                      found,
                      depth));
    } else if (path.root().equals("each") && steps.get(1).equals("value")) {
      List<String> repeated = listed(site.block().get("for_each_expression"));
      handOn(repeated, site, List.of(site.key()), steps, 2, found, depth);
      found.inferred |= !isOver(repeated, site, site.siblings(), depth);
    } else if (path.root().equals("module")) {
      module(path, indices, site, found, depth);
    }
  }

  /**
   * Follows an input, an output or {@code each.value}; what is taken of it then, by the steps from
   * a position on, is an attribute of that.
   */
  private void handOn(
      List<String> written,
      PlanScopes.Site site,
      List<String> indices,
      List<String> steps,
      int from,
      Found found,
      int depth) {
    Found whole = new Found();
    resolve(written, site, indices, whole, depth + 1);
    found.inferred |= whole.inferred;
    String attribute = Traversal.unquoted(steps.get(steps.size() - 1));
    for (Node.Reference reference : whole.references) {
      found.add(
          steps.size() > from && reference.attribute().isEmpty()
              ? new Node.Reference(reference.address(), attribute)
              : reference);
    }
  }

  private void module(
      Traversal path, Indices indices, PlanScopes.Site site, Found found, int depth) {
    List<String> steps = path.steps();
    boolean indexed = steps.size() > 2 && steps.get(2).startsWith("[");
    int position = indexed ? 3 : 2;
    Keyed<PlanScopes.Scope> all = scopes.called(site.scope(), steps.get(1));
    List<String> keys = keys(indices, site, all);
    found.inferred |= !indexed && isInferred(indices, keys, all);
    for (PlanScopes.Scope child : all.chosen(indexed ? steps.get(2) : "", keys)) {
      Node outputs = child.module().get("outputs");
      if (steps.size() > position) {
        handOn(
            listed(outputs.get(steps.get(position)).get("expression")),
            child.site(),
            below(steps, position + 1, indices, site),
            steps,
            position + 1,
            found,
            depth);
      } else if (outputs instanceof Node.Obj some) {
        // Behind an index, a plan does not list which output it is.
        List<String> further = below(steps, position, indices, site);
        some.members()
            .forEach(
                output ->
                    resolve(
                        listed(output.getValue().get("expression")),
                        child.site(),
                        further,
                        found,
                        depth + 1));
      }
    }
  }

  /** Whether one of several was chosen by a reference behind, of which anything may be made. */
  private static boolean isInferred(Indices indices, List<String> keys, Keyed<?> all) {
    return all.keys().size() > 1 && !indices.next().isEmpty() && all.chosen("", keys).size() == 1;
  }

  /** Whether what is repeated over is, with all its indices, just what has these. */
  private boolean isOver(
      List<String> written, PlanScopes.Site site, Set<String> indices, int depth) {
    Optional<Traversal> path =
        written.size() == 1 && depth < MAX_DEPTH ? parse(written.get(0)) : Optional.empty();
    if (path.isEmpty()) {
      return false;
    }
    PlanScopes.Scope scope = site.scope();
    List<String> steps = path.get().steps();
    if (path.get().isResource()) {
      Keyed<ValuesReader.Instance> all =
          instances.get(scope.address() + " " + path.get().resource());
      return all != null && all.keys().equals(indices);
    }
    if (path.get().root().equals("var") && steps.size() == 2) {
      return scope
          .caller()
          .filter(from -> isOver(listed(scope.argument(steps.get(1))), from, indices, depth + 1))
          .isPresent();
    }
    if (path.get().root().equals("module") && steps.size() <= 3) {
      Keyed<PlanScopes.Scope> all = scopes.called(scope, steps.get(1));
      return steps.size() == 2
          ? all.keys().equals(indices)
          : all.chosen("", List.of()).stream()
              .allMatch(
                  child ->
                      isOver(
                          listed(child.module().get("outputs").get(steps.get(2)).get("expression")),
                          child.site(),
                          indices,
                          depth + 1));
    }
    return false;
  }

  /** What a value is indexed by: the steps behind it, and the references behind those. */
  private List<String> below(List<String> steps, int from, Indices indices, PlanScopes.Site site) {
    List<String> below = new ArrayList<>();
    for (String step : steps.subList(Math.min(from, steps.size()), steps.size())) {
      below.add(step.startsWith("[") ? step : "[\"" + step + "\"]");
    }
    below.addAll(indices.keys(this, site).orElse(List.of()));
    return below;
  }

  /** The indices that a reference without one may have, among those that there are. */
  private List<String> keys(Indices indices, PlanScopes.Site site, Keyed<?> all) {
    Optional<List<String>> behind = indices.keys(this, site);
    boolean surely =
        switch (indices.next()) {
          // Where one of the instances has an index that there is not, more is made of it; a number
          // may be one of few or of many, plus one.
          case "each.key" -> hasAll(all, site.siblings());
          case "each.value" -> !site.isLiteralSet() || hasAll(all, site.siblings());
          case "count.index" ->
              hasAll(all, site.siblings()) && all.keys().size() == site.siblings().size();
          default -> true;
        };
    return surely ? behind.orElse(List.of()) : List.of();
  }

  private boolean hasAll(Keyed<?> all, Set<String> wanted) {
    return contained
        .computeIfAbsent(all, x -> new IdentityHashMap<>())
        .computeIfAbsent(wanted, x -> all.keys().containsAll(wanted));
  }

  /**
   * What stands behind a reference, up to the next resource or module: what it is indexed by.
   *
   * @param written the references of the expression
   * @param position which of them it is
   * @param given what is used if nothing stands behind it
   */
  private record Indices(List<String> written, int position, List<String> given) {

    /** Empty if the index depends on what is not known. */
    Optional<List<String>> keys(PlanReferences plan, PlanScopes.Site site) {
      List<String> behind = behind(plan);
      if (behind.isEmpty()) {
        return Optional.of(given);
      }
      List<String> keys = new ArrayList<>();
      for (String reference : behind) {
        Optional<String> text = plan.parse(reference).map(site::value).flatMap(Node::text);
        if (text.isEmpty()) {
          return Optional.empty();
        }
        keys.add("[\"" + text.get() + "\"]");
        keys.add("[" + text.get() + "]");
      }
      return Optional.of(keys);
    }

    /** The reference behind; empty if it is the last. */
    String next() {
      return position + 1 < written.size() ? written.get(position + 1) : "";
    }

    private List<String> behind(PlanReferences plan) {
      int end = position + 1;
      while (end < written.size() && !plan.isTarget(written.get(end))) {
        end++;
      }
      return written.subList(position + 1, end);
    }
  }

  private boolean isTarget(String reference) {
    return parse(reference)
        .filter(path -> path.isResource() || path.root().equals("module"))
        .isPresent();
  }
}
