package io.github.fleetdns.zone;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xbill.DNS.Address;

/**
 * An IPv4 or IPv6 address, kept as it was written. Two addresses are equal when their bytes are,
 * however they were spelled.
 */
public final class IpAddress {
  private static final Pattern CHARACTERS = Pattern.compile("[0-9A-Fa-f.:]+");

  private final String text;
  private final byte[] bytes;

  private IpAddress(String text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /** Reads an address literal; empty if the text is none. Nothing is looked up. */
  public static Optional<IpAddress> parse(String text) {
    // dnsjava also takes the digits of other scripts, and signs.
    if (!CHARACTERS.matcher(text).matches()) {
      return Optional.empty();
    }
    int family = text.indexOf(':') < 0 ? Address.IPv4 : Address.IPv6;
    byte[] bytes = Address.toByteArray(text, family);
    return bytes == null ? Optional.empty() : Optional.of(new IpAddress(text, bytes));
  }

  /**
   * Reads an address literal.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static IpAddress of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no IP address"));
  }

  /** Whether this is an IPv4 address. */
  public boolean isIpv4() {
    return bytes.length == 4;
  }

  /** The record type that carries this address. */
  public RecordType recordType() {
    return isIpv4() ? RecordType.A : RecordType.AAAA;
  }

  /** The first {@code bits} bits equal those of {@code other}, and both are of one family. */
  boolean sharesPrefix(IpAddress other, int bits) {
    if (bytes.length != other.bytes.length) {
      return false;
    }
    int whole = bits / 8;
    if (!Arrays.equals(bytes, 0, whole, other.bytes, 0, whole)) {
      return false;
    }
    int rest = bits % 8;
    int mask = 0xff << (8 - rest) & 0xff;
    return rest == 0 || (bytes[whole] & mask) == (other.bytes[whole] & mask);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress address && Arrays.equals(address.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The address as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
