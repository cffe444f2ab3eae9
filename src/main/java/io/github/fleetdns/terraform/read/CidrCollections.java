package io.github.fleetdns.terraform.read;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.CidrCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The collections of address blocks of an input. */
final class CidrCollections {
  static final String TYPE = "aws_route53_cidr_collection";

  private final Resources resources;
  private final Map<String, Resource> byId = new HashMap<>();

  CidrCollections(Resources resources) {
    this.resources = resources;
    for (Resource collection : resources.ofType(TYPE)) {
      collection.get("id").text().ifPresent(id -> byId.put(id, collection));
    }
  }

  /** The collection that an id is of, if the input has it. */
  Optional<Resource> find(Node id) {
    Node value = resources.follow(id);
    if (value instanceof Node.Unknown) {
      List<Resource> found = resources.targets(value, resource -> resource.is(TYPE));
      return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
    return value.text().map(byId::get);
  }

  String name(Resource collection) {
    return resources.follow(collection.get("name")).text().orElse(collection.address());
  }

  /** The blocks of a collection by location. */
  CidrCollection read(Resource collection, ZoneDraft zone) {
    Map<String, List<AddressBlock>> locations = new LinkedHashMap<>();
    for (Resource location : resources.ofType("aws_route53_cidr_location")) {
      if (find(location.get("cidr_collection_id")).filter(collection::equals).isPresent()) {
        String name = resources.follow(location.get("name")).text().orElse(location.address());
        List<AddressBlock> blocks = new ArrayList<>();
        for (Node block : location.get("cidr_blocks").items()) {
          read(location, resources.follow(block), zone).ifPresent(blocks::add);
        }
        locations.put(name, blocks);
      }
    }
    return new CidrCollection(name(collection), locations);
  }

  private static Optional<AddressBlock> read(Resource location, Node block, ZoneDraft zone) {
    try {
      if (block.text().isPresent()) {
        return Optional.of(AddressBlock.of(block.text().get()));
      }
      zone.unresolved(
          block.isNothing() ? location.at() : block.at(),
          location.address() + ": a block is not known here");
    } catch (IllegalArgumentException e) {
      zone.wrong(
          block.at(),
          location.address()
              + ": \""
              + block.text().orElse("")
              + "\" is no block of addresses, such as 203.0.113.0/24");
    }
    return Optional.empty();
  }
}
