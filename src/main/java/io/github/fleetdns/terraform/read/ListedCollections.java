package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CIDR collections and their blocks. A list of blocks does not say whose they are: a file that has
 * the collection's id in its name is the collection's, any other belongs to the only one left.
 */
final class ListedCollections {
  private final List<Resource> resources;
  private final List<Problem> problems;

  ListedCollections(List<Resource> resources, List<Problem> problems) {
    this.resources = resources;
    this.problems = problems;
  }

  /** Adds the collections that are listed, and those that record sets of the listing use. */
  void read(List<TerraformReader.Document> documents) {
    Map<String, Node> listed = new LinkedHashMap<>();
    for (TerraformReader.Document document : documents) {
      for (Node.Obj one : document.content().root().get("CidrCollections").blocks()) {
        one.get("Id").text().ifPresent(id -> listed.put(id, one));
      }
    }
    Map<String, Location> used = new LinkedHashMap<>();
    for (Resource record : List.copyOf(resources)) {
      for (Node.Obj block : record.get("cidr_routing_policy").blocks()) {
        Node id = block.get("collection_id");
        id.text().ifPresent(text -> used.putIfAbsent(text, id.at()));
      }
    }
    Set<String> ids = new LinkedHashSet<>(used.keySet());
    listed.keySet().stream()
        .filter(id -> !used.isEmpty() && used.containsKey(id))
        .forEach(ids::add);
    Map<String, List<Node.Obj>> blocks = blocks(documents, ids);
    for (String id : ids) {
      Node one = listed.getOrDefault(id, Node.Scalar.NOTHING);
      Location at = one.isNothing() ? used.getOrDefault(id, one.at()) : one.at();
      Optional<String> name = one.get("Name").text();
      if (name.isEmpty() || !blocks.containsKey(id)) {
        problems.add(
            Problem.error(
                at,
                "listing-cidr",
                "the "
                    + (name.isEmpty() ? "name" : "blocks")
                    + " of CIDR collection "
                    + id
                    + " are not given; name the output of "
                    + (name.isEmpty()
                        ? "list-cidr-collections"
                        : "list-cidr-blocks --collection-id " + id)
                    + " too"));
      }
      resources.add(
          new Resource(
              "collection " + id,
              false,
              CidrCollections.TYPE,
              id,
              new Fields(at).text("id", id).text("name", name.orElse(id)).build(),
              Optional.empty()));
      locations(id, blocks.getOrDefault(id, List.of()));
    }
  }

  private void locations(String id, List<Node.Obj> blocks) {
    Map<String, List<Node>> byLocation = new LinkedHashMap<>();
    for (Node.Obj block : blocks) {
      block
          .get("LocationName")
          .text()
          .ifPresent(
              name ->
                  byLocation
                      .computeIfAbsent(name, n -> new ArrayList<>())
                      .add(block.get("CidrBlock")));
    }
    byLocation.forEach(
        (name, all) -> {
          Location at = all.get(0).at();
          resources.add(
              new Resource(
                  "location " + name + " of " + id,
                  false,
                  "aws_route53_cidr_location",
                  name,
                  new Fields(at)
                      .text("cidr_collection_id", id)
                      .text("name", name)
                      .node("cidr_blocks", new Node.Arr(at, all))
                      .build(),
                  Optional.empty()));
        });
  }

  private Map<String, List<Node.Obj>> blocks(
      List<TerraformReader.Document> documents, Set<String> ids) {
    Map<String, List<Node.Obj>> blocks = new LinkedHashMap<>();
    List<TerraformReader.Document> unsaid = new ArrayList<>();
    for (TerraformReader.Document document : documents) {
      if (!document.content().root().get("CidrBlocks").isNothing()) {
        Optional<String> named =
            document
                .content()
                .root()
                .get("CollectionId")
                .text()
                .or(() -> ids.stream().filter(document.source()::contains).findFirst());
        if (named.isPresent()) {
          add(blocks, named.get(), document);
        } else {
          unsaid.add(document);
        }
      }
    }
    for (TerraformReader.Document document : unsaid) {
      List<String> left = ids.stream().filter(id -> !blocks.containsKey(id)).toList();
      if (left.size() == 1 || (left.isEmpty() && ids.size() == 1)) {
        add(blocks, left.isEmpty() ? ids.iterator().next() : left.get(0), document);
      } else if (!ids.isEmpty()) {
        problems.add(
            Problem.error(
                Location.startOf(document.source()),
                "listing-cidr",
                "which of the collections "
                    + String.join(", ", ids)
                    + " has these blocks is not said; put the collection's id into the file's"
                    + " name"));
      }
    }
    return blocks;
  }

  private static void add(
      Map<String, List<Node.Obj>> blocks, String id, TerraformReader.Document document) {
    blocks
        .computeIfAbsent(id, i -> new ArrayList<>())
        .addAll(document.content().root().get("CidrBlocks").blocks());
  }
}
