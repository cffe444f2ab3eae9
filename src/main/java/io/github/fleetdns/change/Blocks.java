package io.github.fleetdns.change;

import io.github.fleetdns.zone.AddressBlock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The address blocks of CIDR locations. */
final class Blocks {
  private Blocks() {}

  static List<AddressBlock> of(Optional<Resource> resource) {
    return resource.isPresent() && resource.get().body() instanceof Resource.OfLocation location
        ? location.blocks()
        : List.of();
  }

  /** The blocks of the one that the other does not have. */
  static Set<AddressBlock> without(Optional<Resource> one, Optional<Resource> other) {
    Set<AddressBlock> blocks = new LinkedHashSet<>(of(one));
    of(other).forEach(blocks::remove);
    return blocks;
  }
}
