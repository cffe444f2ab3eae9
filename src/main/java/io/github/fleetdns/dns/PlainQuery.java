package io.github.fleetdns.dns;

/**
 * The usual shape of a query, read without allocation: one question of class IN with an
 * uncompressed name, and at most an OPT record of version 0 with at most one client subnet. Any
 * other packet is not of this shape, which says nothing of its worth.
 *
 * <p>One object is used over and over by a thread.
 */
final class PlainQuery {
  private static final int TYPE_OPT = 41;
  private static final int OPTION_SUBNET = 8;
  private static final int NSID = 3;
  private static final int COOKIE = 10;
  private static final int PADDING = 12;
  private static final int CLASS_IN = 1;
  private static final int OPT_FIXED = 11;

  private byte[] packet = new byte[0];
  private int questionEnd;
  private int type;
  private boolean edns;
  private int announced;
  private boolean dnssecOk;
  private int subnetAt;
  private int subnetLength;

  /** Reads a packet; whether it is of the usual shape. */
  boolean read(byte[] bytes, int length) {
    packet = bytes;
    edns = false;
    dnssecOk = false;
    announced = 0;
    subnetAt = 0;
    subnetLength = 0;
    // No response, QUERY, not truncated; one question, nothing else but one additional record.
    if (length < Limits.HEADER + 5
        || (bytes[2] & 0xfa) != 0
        || u16(4) != 1
        || u16(6) != 0
        || u16(8) != 0
        || u16(10) > 1) {
      return false;
    }
    int at = Limits.HEADER;
    while (bytes[at] != 0) {
      if ((bytes[at] & 0xc0) != 0) {
        return false;
      }
      at += bytes[at] + 1;
      if (at >= length) {
        return false;
      }
    }
    at++;
    if (at - Limits.HEADER > 255 || at + 4 > length) {
      return false;
    }
    type = u16(at);
    questionEnd = at + 4;
    return u16(at + 2) == CLASS_IN
        && (u16(10) == 0 ? questionEnd == length : readOpt(questionEnd, length));
  }

  private boolean readOpt(int at, int length) {
    if (at + OPT_FIXED > length
        || packet[at] != 0
        || u16(at + 1) != TYPE_OPT
        || packet[at + 6] != 0
        || at + OPT_FIXED + u16(at + 9) != length) {
      return false;
    }
    edns = true;
    announced = u16(at + 3);
    dnssecOk = (packet[at + 7] & 0x80) != 0;
    int option = at + OPT_FIXED;
    while (option < length) {
      if (option + 4 > length || option + 4 + u16(option + 2) > length) {
        return false;
      }
      if (!isHarmless(u16(option), option + 4, u16(option + 2))) {
        return false;
      }
      option += 4 + u16(option + 2);
    }
    return true;
  }

  private boolean isHarmless(int code, int at, int length) {
    if (code != OPTION_SUBNET) {
      // What clients send by themselves; dnsjava looks at the length of cookies.
      return (code == COOKIE && (length == 8 || (length >= 16 && length <= 40)))
          || code == NSID
          || code == PADDING;
    }
    if (subnetAt != 0 || length < 4) {
      return false;
    }
    int family = u16(at);
    int source = packet[at + 2] & 0xff;
    int octets = (source + 7) / 8;
    if ((family != 1 && family != 2)
        || source > (family == 1 ? 32 : 128)
        || packet[at + 3] != 0
        || length != 4 + octets
        || (source % 8 != 0 && (packet[at + 3 + octets] & (0xff >> (source % 8))) != 0)
        || (family == 2 && octets >= 12 && isMapped(at + 4))) {
      return false;
    }
    subnetAt = at;
    subnetLength = length;
    return true;
  }

  /** An IPv4 address in IPv6 clothes, which Java undresses. */
  private boolean isMapped(int at) {
    for (int i = 0; i < 10; i++) {
      if (packet[at + i] != 0) {
        return false;
      }
    }
    return packet[at + 10] == -1 && packet[at + 11] == -1;
  }

  private int u16(int at) {
    return (packet[at] & 0xff) << 8 | (packet[at + 1] & 0xff);
  }

  /** Where the question ends; it begins behind the header. */
  int questionEnd() {
    return questionEnd;
  }

  /** The type that is asked for. */
  int type() {
    return type;
  }

  /** Whether it has an OPT record. */
  boolean hasEdns() {
    return edns;
  }

  /** Whether the client wants DNSSEC. */
  boolean wantsDnssec() {
    return dnssecOk;
  }

  /** The most bytes that may be answered over UDP. */
  int limit() {
    return Limits.udp(announced);
  }

  /** Where the client subnet's data begin; 0 without. */
  int subnetAt() {
    return subnetAt;
  }

  /** How many bytes the client subnet's data have. */
  int subnetLength() {
    return subnetLength;
  }

  /** Whether the client says where it is. */
  boolean hasNetwork() {
    return subnetAt != 0 && packet[subnetAt + 2] != 0;
  }

  /** Whether the client's network is of IPv4. */
  boolean isIpv4() {
    return packet[subnetAt + 1] == 1;
  }

  /** The length of the client's network. */
  int source() {
    return packet[subnetAt + 2] & 0xff;
  }

  /** Eight bytes of the client's network, as far as they were sent. */
  long bits(int from) {
    long bits = 0;
    for (int i = from; i < from + 8; i++) {
      bits = (bits << 8) | (4 + i < subnetLength ? packet[subnetAt + 4 + i] & 0xff : 0);
    }
    return bits;
  }
}
