package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
import java.net.InetAddress;

/** Where clients are, by their network. Implementations are safe for use by several threads. */
public interface ClientPlaces {
  /** Nothing is known of any client. */
  ClientPlaces UNKNOWN = (address, length) -> new Place(Client.UNKNOWN, 0);

  /**
   * The place of a network.
   *
   * @param address an address of the network; bits after {@code length} are zero
   * @param length how many leading bits are known, 0–32 or 0–128
   */
  Place locate(InetAddress address, int length);

  /**
   * A place.
   *
   * @param client what is known of a client there; its subnet is left to the server
   * @param length how many leading bits of the address decided it: every network that begins with
   *     these is at the same place
   */
  record Place(Client client, int length) {}
}
