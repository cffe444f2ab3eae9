package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.zone.AddressBlock;
import java.net.InetAddress;
import java.util.Map;

/** Places by prefix; the longest prefix that holds a client says where it is. */
final class PrefixPlaces implements ClientPlaces {
  private final PrefixTrie<Client> ipv4 = new PrefixTrie<>();
  private final PrefixTrie<Client> ipv6 = new PrefixTrie<>();

  /** From blocks; none of them twice. */
  PrefixPlaces(Map<AddressBlock, Client> places) {
    places.forEach(
        (block, client) -> {
          byte[] bits = Network.bytesOf(block.network());
          (bits.length == 4 ? ipv4 : ipv6).put(bits, block.prefixLength(), client);
        });
  }

  @Override
  public Place locate(InetAddress address, int length) {
    byte[] bits = address.getAddress();
    PrefixTrie.Match<Client> match = (bits.length == 4 ? ipv4 : ipv6).find(bits, length);
    return new Place(match.value().orElse(Client.UNKNOWN), match.length());
  }
}
