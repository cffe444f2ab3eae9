package io.github.fleetdns.zone;

import java.util.List;

/**
 * The records of one name and type.
 *
 * @param name the absolute name
 * @param type the record type
 * @param ttl how long resolvers may keep the answer, in seconds, 0–2147483647
 * @param values the values in presentation format, in the author's order; TXT values are quoted
 */
public record RecordSet(DomainName name, RecordType type, long ttl, List<String> values) {
  /** The largest TTL that DNS can express (RFC 2181 §8) and Route 53 takes. */
  public static final long MAX_TTL = Integer.MAX_VALUE;

  /** Requires a TTL in range; copies the values. */
  public RecordSet {
    if (ttl < 0 || ttl > MAX_TTL) {
      throw new IllegalArgumentException("TTL " + ttl + " is outside 0–" + MAX_TTL);
    }
    values = List.copyOf(values);
  }

  /** What makes a record set one of its kind in a zone. */
  public Key key() {
    return new Key(name, type);
  }

  /** The name and type of a record set. */
  public record Key(DomainName name, RecordType type) {
    @Override
    public String toString() {
      return name + " " + type;
    }
  }
}
