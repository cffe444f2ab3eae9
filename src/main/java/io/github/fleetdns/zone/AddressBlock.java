package io.github.fleetdns.zone;

/**
 * A block of addresses in CIDR notation.
 *
 * @param network an address of the block
 * @param prefixLength the number of leading bits that all its addresses share
 */
public record AddressBlock(IpAddress network, int prefixLength) {

  /** Requires a prefix no longer than the address. */
  public AddressBlock {
    if (prefixLength < 0 || prefixLength > (network.isIpv4() ? 32 : 128)) {
      throw new IllegalArgumentException("/" + prefixLength + " does not fit " + network);
    }
  }

  /**
   * Reads {@code 10.0.0.0/8} or {@code fc00::/7}.
   *
   * @throws IllegalArgumentException if the text is no block
   */
  public static AddressBlock of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("\"" + text + "\" has no /prefix");
    }
    return new AddressBlock(
        IpAddress.of(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  /** Whether the address lies in the block. */
  public boolean contains(IpAddress address) {
    return network.sharesPrefix(address, prefixLength);
  }

  /** The same block, with every bit after the prefix cleared. */
  public AddressBlock canonical() {
    return new AddressBlock(network.masked(prefixLength), prefixLength);
  }

  /** The block of the first {@code length} bits, which holds this one. Canonical. */
  public AddressBlock shortenedTo(int length) {
    return new AddressBlock(network.masked(length), length);
  }

  /** Whether a bit after the prefix is set: {@code 203.0.113.7/24}. */
  public boolean hasHostBits() {
    return !network.equals(network.masked(prefixLength));
  }

  @Override
  public String toString() {
    return network + "/" + prefixLength;
  }
}
