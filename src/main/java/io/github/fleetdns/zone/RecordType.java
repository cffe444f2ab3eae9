package io.github.fleetdns.zone;

import java.util.Optional;

/**
 * The record types that Route 53 serves (its API's {@code RRType} enumeration, 17 values).
 *
 * <p>The order is the one tables are printed in: addresses first, then the rest by name.
 */
public enum RecordType {
  /** IPv4 address. */
  A,
  /** IPv6 address. */
  AAAA,
  /** Which certificate authorities may issue for the name (RFC 8659). */
  CAA,
  /** Another name for the name; excludes every other type. */
  CNAME,
  /** Delegation signer: the DNSSEC key of a delegated zone (RFC 4034). */
  DS,
  /** HTTPS service binding (RFC 9460). */
  HTTPS,
  /** Mail servers. */
  MX,
  /** Naming authority pointer (RFC 3403). */
  NAPTR,
  /** Name servers of a delegated zone. */
  NS,
  /** Pointer to a name, as in reverse lookups. */
  PTR,
  /** Start of authority. */
  SOA,
  /** The obsolete type of SPF policies; use TXT (RFC 7208 section 3.1). */
  SPF,
  /** Service location (RFC 2782). */
  SRV,
  /** SSH host key fingerprints (RFC 4255). */
  SSHFP,
  /** Service binding (RFC 9460). */
  SVCB,
  /** Certificates of a TLS server (RFC 6698). */
  TLSA,
  /** Text. */
  TXT;

  /** The type of this name, upper case; empty if Route 53 has none of it. */
  public static Optional<RecordType> named(String name) {
    for (RecordType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
