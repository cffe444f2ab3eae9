package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.HostedZone;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The address space, cut into cells whose clients all get the same answers: at one place, and in
 * the same blocks of CIDR routing.
 */
final class Cells {
  private static final int MAX_KNOWN = 100_000;

  private final ClientPlaces places;
  private final PrefixTrie<Boolean> ipv4 = new PrefixTrie<>();
  private final PrefixTrie<Boolean> ipv6 = new PrefixTrie<>();
  private final Map<Network, Cell> known = new ConcurrentHashMap<>();
  private final Map<Network, Cell> asked = new ConcurrentHashMap<>();

  /** Cells by where clients are and by the blocks of zones. */
  Cells(ClientPlaces places, List<HostedZone> zones) {
    this.places = places;
    zones.stream()
        .flatMap(zone -> zone.cidrCollections().stream())
        .flatMap(collection -> collection.locations().values().stream())
        .flatMap(List::stream)
        .forEach(this::cutAt);
  }

  private void cutAt(AddressBlock block) {
    byte[] bits = Network.bytesOf(block.network());
    trie(bits).put(bits, block.prefixLength(), true);
  }

  private PrefixTrie<Boolean> trie(byte[] bits) {
    return bits.length == 4 ? ipv4 : ipv6;
  }

  /**
   * A cell; one object for each.
   *
   * @param client its clients
   * @param scope how many leading bits of an address say that it is in this cell
   */
  record Cell(Client client, int scope) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** The cell of a client of which the first bits of the address are known. */
  Cell of(Network network) {
    Cell before = asked.get(network);
    if (before != null) {
      return before;
    }
    Cell cell = find(network);
    if (asked.size() >= MAX_KNOWN) {
      asked.clear();
    }
    asked.put(network, cell);
    return cell;
  }

  private Cell find(Network network) {
    byte[] bits = network.address().getAddress();
    int length = Math.min(network.length(), bits.length * 8);
    ClientPlaces.Place place = places.locate(network.address(), length);
    int scope = Math.min(length, Math.max(place.length(), trie(bits).find(bits, length).length()));
    Network cell = network.shortenedTo(scope);
    if (known.size() >= MAX_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(
        cell, key -> new Cell(place.client().withSubnet(key.block()), scope));
  }
}
