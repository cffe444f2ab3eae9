package io.github.fleetdns.answer;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.CidrCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The blocks of a CIDR collection, found by the networks they contain. */
final class CidrTable {
  private final Map<AddressBlock, String> locations = new HashMap<>();
  private final List<Integer> lengths;

  CidrTable(CidrCollection collection) {
    TreeSet<Integer> found = new TreeSet<>(Collections.reverseOrder());
    collection
        .locations()
        .forEach(
            (location, blocks) ->
                blocks.forEach(
                    block -> {
                      locations.putIfAbsent(block.canonical(), location);
                      found.add(block.prefixLength());
                    }));
    lengths = List.copyOf(found);
  }

  /** The locations with a block that contains the whole network, the longest block's first. */
  List<String> containing(AddressBlock network) {
    List<String> found = new ArrayList<>();
    for (int length : lengths) {
      if (length <= network.prefixLength()) {
        String location = locations.get(network.shortenedTo(length));
        if (location != null && !found.contains(location)) {
          found.add(location);
        }
      }
    }
    return found;
  }
}
