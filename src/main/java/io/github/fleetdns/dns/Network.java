package io.github.fleetdns.dns;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.xbill.DNS.Address;

/**
 * The first bits of an address, as two numbers, so that it can be compared without allocation.
 *
 * @param ipv4 whether it is an IPv4 network
 * @param high the first 64 bits; those of an IPv4 address are the first 32
 * @param low the second 64 bits of an IPv6 address
 * @param length how many bits count; the others are zero
 */
record Network(boolean ipv4, long high, long low, int length) {

  /** The network of the first bits of an address. */
  static Network of(byte[] address, int length) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < address.length; i++) {
      long octet = address[i] & 0xffL;
      if (i < 8) {
        high |= octet << (56 - 8 * i);
      } else {
        low |= octet << (56 - 8 * (i - 8));
      }
    }
    return new Network(address.length == 4, high, low, address.length * 8).shortenedTo(length);
  }

  /** The network of a single address. */
  static Network of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return of(bytes, bytes.length * 8);
  }

  /** The larger network of fewer bits. */
  Network shortenedTo(int bits) {
    long keepHigh = bits >= 64 ? -1 : bits == 0 ? 0 : -1L << (64 - bits);
    long keepLow = bits >= 128 ? -1 : bits <= 64 ? 0 : -1L << (128 - bits);
    return new Network(ipv4, high & keepHigh, low & keepLow, bits);
  }

  /** Its first address. */
  InetAddress address() {
    byte[] bytes = new byte[ipv4 ? 4 : 16];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i < 8 ? high >> (56 - 8 * i) : low >> (56 - 8 * (i - 8)));
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It as a block of addresses. */
  AddressBlock block() {
    InetAddress address = address();
    // An IPv6 address that maps an IPv4 address is one to Java.
    int bits = ipv4 ? length : Math.max(0, length - (address.getAddress().length == 4 ? 96 : 0));
    return new AddressBlock(IpAddress.of(address.getHostAddress()), bits);
  }

  /** The bytes of an address. */
  static byte[] bytesOf(IpAddress address) {
    byte[] bytes =
        Address.toByteArray(address.toString(), address.isIpv4() ? Address.IPv4 : Address.IPv6);
    if (bytes == null) {
      throw new IllegalArgumentException(address + " is no address");
    }
    return bytes;
  }
}
