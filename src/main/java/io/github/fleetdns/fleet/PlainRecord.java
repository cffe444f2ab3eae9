package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.OptionalLong;

/**
 * A record set beside the endpoints: mail, certificates, verification, delegation.
 *
 * @param name the name relative to the zone, {@code "@"} for the apex, or an absolute name with a
 *     final dot
 * @param type the record type
 * @param ttl the TTL in seconds; the fleet's if empty
 * @param values the values; a text of any length for TXT, presentation format for the rest
 */
public record PlainRecord(String name, RecordType type, OptionalLong ttl, List<String> values) {

  /** The name of the apex. */
  public static final String APEX = "@";

  /** Requires a valid TTL; copies the values. */
  public PlainRecord {
    ttl.ifPresent(Checks::ttl);
    values = List.copyOf(values);
  }

  /** A record set with the fleet's TTL. */
  public static PlainRecord of(String name, RecordType type, String... values) {
    return new PlainRecord(name, type, OptionalLong.empty(), List.of(values));
  }
}
