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

/**
 * Reads which resources depend on which: what a configuration refers to, what a plan lists as its
 * references, what a state keeps as its dependencies. An id that is written literally orders
 * nothing.
 */
final class GraphReader {
  private static final String LOCATION = "aws_route53_cidr_location";

  private final Resources resources;
  private final Map<String, Set<String>> planned;
  private final CidrCollections collections;
  private final Map<String, List<String>> byBase = new HashMap<>();

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
  static TerraformGraph read(Resources resources, Map<String, Set<String>> planned) {
    GraphReader reader = new GraphReader(resources, planned);
    Map<String, Set<String>> direct = new HashMap<>();
    resources.all().forEach(resource -> direct.put(resource.address(), reader.direct(resource)));
    Map<String, TerraformGraph.Facts> facts = new HashMap<>();
    for (Resource resource : resources.all()) {
      if (!resource.data() && resource.type().startsWith("aws_route53_")) {
        facts.put(resource.address(), reader.facts(resource, reach(resource.address(), direct)));
      }
    }
    return new TerraformGraph(facts);
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

  private static String base(String address) {
    return address.replaceAll("\\[(?:\"(?:[^\"\\\\]|\\\\.)*\"|\\d+)\\]", "");
  }

  private static Set<String> reach(String from, Map<String, Set<String>> direct) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(direct.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      String address = open.pop();
      if (!address.equals(from) && reached.add(address)) {
        open.addAll(direct.getOrDefault(address, Set.of()));
      }
    }
    return reached;
  }
}
