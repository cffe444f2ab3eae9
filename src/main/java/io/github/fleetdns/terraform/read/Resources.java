package io.github.fleetdns.terraform.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resources of one root module, to be looked up by what others refer to them by.
 *
 * @param all in the order of the input
 * @param applied whether the provider has added its defaults, as in plans and states
 */
record Resources(List<Resource> all, Map<String, Resource> byAddress, boolean applied) {
  /** Longer chains of references are loops. */
  private static final int MAX_STEPS = 50;

  private static final Pattern INDEX = Pattern.compile("\\[(?:\"(?:[^\"\\\\]|\\\\.)*\"|\\d+)\\]");

  static Resources of(List<Resource> all, boolean applied) {
    Map<String, Resource> byAddress = new HashMap<>();
    all.forEach(resource -> byAddress.putIfAbsent(resource.address(), resource));
    return new Resources(all, byAddress, applied);
  }

  Optional<Resource> at(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  List<Resource> ofType(String type) {
    return all.stream().filter(resource -> resource.is(type)).toList();
  }

  /**
   * The value that a reference leads to, or the last reference of the chain, which nothing in the
   * input answers.
   */
  Node follow(Node node) {
    Node current = node;
    boolean inferred = false;
    for (int i = 0; i < MAX_STEPS; i++) {
      if (!(current instanceof Node.Unknown unknown)
          || !unknown.direct()
          || unknown.references().size() != 1) {
        return as(current, inferred);
      }
      inferred |= unknown.inferred();
      Node.Reference reference = unknown.references().get(0);
      Node next = at(reference.address()).map(r -> r.get(reference.attribute())).orElse(current);
      boolean saysNothing =
          next.isNothing() || (next instanceof Node.Unknown more && more.references().isEmpty());
      if (saysNothing || next == current) {
        return as(current, inferred);
      }
      current = next;
    }
    return node;
  }

  private static Node as(Node node, boolean inferred) {
    return inferred && node instanceof Node.Unknown unknown ? unknown.asInferred() : node;
  }

  /** Whether two addresses are of instances of one resource in one module. */
  static boolean areInstancesOfOne(String one, String other) {
    return INDEX.matcher(one).replaceAll("").equals(INDEX.matcher(other).replaceAll(""));
  }

  /**
   * The instances that a value is an attribute of, among those wanted. Of several, only those whose
   * attribute is not known yet can be why the value is not.
   */
  List<Resource> targets(Node node, Predicate<Resource> wanted) {
    List<Resource> found = new ArrayList<>();
    List<Resource> undecided = new ArrayList<>();
    if (node instanceof Node.Unknown unknown) {
      Set<String> seen = new HashSet<>();
      for (Node.Reference reference : unknown.references()) {
        Optional<Resource> resource = at(reference.address()).filter(wanted);
        if (resource.isPresent() && seen.add(reference.address())) {
          found.add(resource.get());
          Node value = resource.get().get(reference.attribute());
          if (value.isNothing() || value instanceof Node.Unknown) {
            undecided.add(resource.get());
          }
        }
      }
    }
    return found.size() > 1 && !undecided.isEmpty() ? undecided : found;
  }

  /**
   * Of several instances, the only one with the same index as a resource: a guess, but a good one.
   */
  static Optional<Resource> counterpart(Resource resource, List<Resource> instances) {
    String index = index(resource);
    List<Resource> same =
        instances.stream().filter(i -> !index.isEmpty() && index(i).equals(index)).toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  /** The innermost index of an address, be it that of a module. */
  private static String index(Resource resource) {
    Matcher matcher = INDEX.matcher(resource.address());
    String last = "";
    while (matcher.find()) {
      last = matcher.group();
    }
    return last;
  }
}
