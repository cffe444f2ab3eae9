package io.github.fleetdns.terraform.read;

import io.github.fleetdns.zone.AddressBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads which resources depend on which: what a configuration refers to, what a plan lists as its
 * references, what a state keeps as its dependencies. An id that is written literally orders
 * nothing.
 */
final class GraphReader {
  private static final String LOCATION = "aws_route53_cidr_location";

  /** The key of an instance. */
  private static final Pattern KEY = Pattern.compile("\\[(?:\"(?:[^\"\\\\]|\\\\.)*\"|\\d+)\\]");

  private final Resources resources;
  private final Map<String, Set<String>> planned;
  private final CidrCollections collections;
  private final Map<String, List<String>> byBase = new HashMap<>();
  private final Map<String, String> bases = new HashMap<>();

  private GraphReader(Resources resources, Map<String, Set<String>> planned) {
    this.resources = resources;
    this.planned = planned;
    this.collections = new CidrCollections(resources);
    for (Resource resource : resources.all()) {
      byBase
          .computeIfAbsent(base(resource.address()), b -> new ArrayList<>())
          .add(resource.address());
    }
  }

  /**
   * What the resources say.
   *
   * @param planned what a plan's configuration says that each refers to, by address
   */
  static TerraformGraph read(Resources resources, Supplier<Map<String, Set<String>>> planned) {
    return new TerraformGraph(() -> facts(resources, planned.get()));
  }

  private static Map<String, TerraformGraph.Facts> facts(
      Resources resources, Map<String, Set<String>> planned) {
    GraphReader reader = new GraphReader(resources, planned);
    Map<String, Set<String>> direct = new HashMap<>();
    resources.all().forEach(resource -> direct.put(resource.address(), reader.direct(resource)));
    // Of many resources that depend on the same, what that leads to is one set.
    Map<Set<String>, Set<String>> reached = new HashMap<>();
    Map<String, TerraformGraph.Facts> facts = new HashMap<>();
    for (Resource resource : resources.all()) {
      if (!resource.data() && resource.type().startsWith("aws_route53_")) {
        String address = resource.address();
        Set<String> all =
            reached.computeIfAbsent(
                direct.getOrDefault(address, Set.of()), from -> reach(from, direct));
        facts.put(address, reader.facts(resource, without(all, address)));
      }
    }
    return facts;
  }

  private TerraformGraph.Facts facts(Resource resource, Set<String> dependencies) {
    Node lifecycle = resource.get("lifecycle").get("create_before_destroy");
    boolean configured = !resources.applied();
    return new TerraformGraph.Facts(
        resource.type(),
        dependencies,
        configured ? Optional.of(isTrue(lifecycle)) : Optional.empty(),
        isTrue(resource.get("allow_overwrite")),
        resource.get("id").text(),
        cidr(resource));
  }

  private Optional<TerraformGraph.Cidr> cidr(Resource resource) {
    if (resource.is(CidrCollections.TYPE)) {
      return Optional.of(
          new TerraformGraph.Cidr(
              resource.address(), collections.name(resource), List.of(), false));
    }
    if (!resource.is(LOCATION)) {
      return Optional.empty();
    }
    Node id = resource.get("cidr_collection_id");
    List<AddressBlock> blocks = new ArrayList<>();
    for (Node block : resource.get("cidr_blocks").items()) {
      resources.follow(block).text().flatMap(GraphReader::block).ifPresent(blocks::add);
    }
    return Optional.of(
        new TerraformGraph.Cidr(
            collections.find(id).map(Resource::address).or(id::text).orElse(""),
            resources.follow(resource.get("name")).text().orElse(resource.address()),
            blocks,
            true));
  }

  /** What is no block, its zone has a problem for. */
  private static Optional<AddressBlock> block(String text) {
    try {
      return Optional.of(AddressBlock.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isTrue(Node node) {
    return node.text().filter("true"::equals).isPresent();
  }

  private Set<String> direct(Resource resource) {
    Set<String> found = new LinkedHashSet<>(planned.getOrDefault(resource.address(), Set.of()));
    for (Map.Entry<String, Node> member : resource.values().members()) {
      if (member.getKey().equals("depends_on")) {
        for (Node written : member.getValue().items()) {
          written.text().ifPresent(text -> found.addAll(instances(text)));
        }
      } else {
        references(member.getValue(), found);
      }
    }
    found.remove(resource.address());
    return found;
  }

  /** Written plainly, or as an expression by older configurations. */
  private List<String> instances(String written) {
    String bare = written.replaceAll("^\\$\\{(.*)\\}$", "$1");
    return byBase.getOrDefault(base(bare), List.of());
  }

  private void references(Node node, Set<String> found) {
    if (node instanceof Node.Unknown unknown) {
      unknown.references().forEach(reference -> found.addAll(instances(reference.address())));
    } else if (node instanceof Node.Arr array) {
      array.values().forEach(item -> references(item, found));
    } else if (node instanceof Node.Obj object) {
      object.members().forEach(member -> references(member.getValue(), found));
    }
  }

  private String base(String address) {
    return bases.computeIfAbsent(address, text -> KEY.matcher(text).replaceAll(""));
  }

  private static Set<String> without(Set<String> all, String address) {
    if (!all.contains(address)) {
      return all;
    }
    Set<String> others = new LinkedHashSet<>(all);
    others.remove(address);
    return others;
  }

  private static Set<String> reach(Set<String> from, Map<String, Set<String>> direct) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String address = open.pop();
      if (reached.add(address)) {
        open.addAll(direct.getOrDefault(address, Set.of()));
      }
    }
    return Set.copyOf(reached);
  }
}
