package io.github.fleetdns.zone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A collection of address blocks by location, for CIDR routing.
 *
 * @param name its name, 1–64 of {@code [0-9A-Za-z_-]}
 * @param locations the blocks of each location, in the author's order
 */
public record CidrCollection(String name, Map<String, List<AddressBlock>> locations) {

  /** Copies the map. */
  public CidrCollection {
    Map<String, List<AddressBlock>> copy = new LinkedHashMap<>();
    locations.forEach((location, blocks) -> copy.put(location, List.copyOf(blocks)));
    locations = Collections.unmodifiableMap(copy);
  }
}
