package io.github.fleetdns.zone;

import java.util.List;
import java.util.Optional;

/**
 * Which addresses the public internet does not route to anyone's servers, and what they are for.
 */
public final class ReservedAddresses {
  /**
   * Blocks that the public internet does not route to one's servers, each with what it is for.
   * Source: the IANA special-purpose address registries (RFC 6890). Last looked at: 2026-11-23.
   */
  private static final List<Reserved> RESERVED =
      List.of(
          reserved("0.0.0.0/8", "\"this network\""),
          reserved("10.0.0.0/8", "a private network (RFC 1918)"),
          reserved("100.64.0.0/10", "carrier-grade NAT (RFC 6598)"),
          reserved("127.0.0.0/8", "the loopback interface"),
          reserved("169.254.0.0/16", "link-local use"),
          reserved("172.16.0.0/12", "a private network (RFC 1918)"),
          reserved("192.0.0.0/24", "protocol assignments"),
          reserved("192.0.2.0/24", "documentation (RFC 5737)"),
          reserved("192.88.99.0/24", "the retired 6to4 relay"),
          reserved("192.168.0.0/16", "a private network (RFC 1918)"),
          reserved("198.18.0.0/15", "benchmarks (RFC 2544)"),
          reserved("198.51.100.0/24", "documentation (RFC 5737)"),
          reserved("203.0.113.0/24", "documentation (RFC 5737)"),
          reserved("224.0.0.0/4", "multicast"),
          reserved("240.0.0.0/4", "reserved use"),
          reserved("::/128", "\"no address\""),
          reserved("::1/128", "the loopback interface"),
          reserved("::ffff:0:0/96", "IPv4-mapped addresses"),
          reserved("2001:10::/28", "the retired ORCHID range"),
          reserved("2001:db8::/32", "documentation (RFC 3849)"),
          reserved("fc00::/7", "a private network (RFC 4193)"),
          reserved("fe80::/10", "link-local use"),
          reserved("ff00::/8", "multicast"));

  private record Reserved(AddressBlock block, String purpose) {}

  private ReservedAddresses() {}

  private static Reserved reserved(String block, String purpose) {
    return new Reserved(AddressBlock.of(block), purpose);
  }

  /** What the address is reserved for; empty if it can be reached over the public internet. */
  public static Optional<String> purposeOf(IpAddress address) {
    return RESERVED.stream()
        .filter(reserved -> reserved.block().contains(address))
        .map(reserved -> reserved.purpose() + ", " + reserved.block())
        .findFirst();
  }
}
