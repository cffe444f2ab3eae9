package io.github.fleetdns.dns;

/** Sizes in bytes. */
final class Limits {
  /** The header of every message. */
  static final int HEADER = 12;

  /** What every client takes over UDP (RFC 1035 section 4.2.1). */
  static final int UDP = 512;

  /** The most that goes out over UDP, whatever size a client announces (route53.md#sections). */
  static final int UDP_WITH_EDNS = 4096;

  /** The most that a message over TCP has. */
  static final int TCP = 65_535;

  private Limits() {}

  /** The most that goes to a client that announced a size over UDP. */
  static int udp(int announced) {
    return Math.min(UDP_WITH_EDNS, Math.max(UDP, announced));
  }
}
