package io.github.fleetdns.traffic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How traffic is split among destinations: fractions above 0 that add up to exactly 1, the part
 * without an answer included. Immutable.
 */
public final class Shares {
  /** In their order. Arrays, and equal shares once: there are many splits of many parts. */
  private final Destination[] destinations;

  private final BigFraction[] shares;
  private final int hash;

  private Shares(SortedMap<Destination, BigFraction> parts) {
    destinations = parts.keySet().toArray(Destination[]::new);
    shares = new BigFraction[destinations.length];
    Map<BigFraction, BigFraction> same = new HashMap<>();
    int i = 0;
    for (BigFraction share : parts.values()) {
      BigFraction known = same.putIfAbsent(share, share);
      shares[i++] = known == null ? share : known;
    }
    hash = 31 * Arrays.hashCode(destinations) + Arrays.hashCode(shares);
  }

  /**
   * The split of these parts; those of 0 are left out.
   *
   * @throws IllegalArgumentException if a part is negative or they do not add up to 1
   */
  public static Shares of(Map<Destination, BigFraction> parts) {
    SortedMap<Destination, BigFraction> kept = new TreeMap<>();
    BigFraction sum = BigFraction.ZERO;
    for (Map.Entry<Destination, BigFraction> part : parts.entrySet()) {
      if (part.getValue().signum() < 0) {
        throw new IllegalArgumentException(part + " is negative");
      }
      if (part.getValue().signum() > 0) {
        kept.put(part.getKey(), part.getValue());
        sum = sum.add(part.getValue());
      }
    }
    if (!sum.equals(BigFraction.ONE)) {
      throw new IllegalArgumentException("shares add up to " + sum + ": " + parts);
    }
    return new Shares(kept);
  }

  /** Everything to one destination. */
  public static Shares all(Destination destination) {
    return of(Map.of(destination, BigFraction.ONE));
  }

  /** The share of a destination; 0 if it gets nothing. */
  public BigFraction of(Destination destination) {
    int i = Arrays.binarySearch(destinations, destination);
    return i < 0 ? BigFraction.ZERO : shares[i];
  }

  /** The share of a server; 0 if it gets nothing. */
  public BigFraction ofServer(String name) {
    return of(new Destination.ToServer(name));
  }

  /** The share of these servers together. */
  public BigFraction ofServers(Collection<String> names) {
    return names.stream().map(this::ofServer).reduce(BigFraction.ZERO, BigFraction::add);
  }

  /** The share without an answer. */
  public BigFraction unanswered() {
    return of(Destination.nobody());
  }

  /** The parts above 0, in the order of destinations. */
  public Map<Destination, BigFraction> parts() {
    Map<Destination, BigFraction> parts = new LinkedHashMap<>();
    forEach(parts::put);
    return Collections.unmodifiableMap(parts);
  }

  /** Each part above 0, in the order of destinations. */
  void forEach(BiConsumer<Destination, BigFraction> part) {
    for (int i = 0; i < destinations.length; i++) {
      part.accept(destinations[i], shares[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Shares that
            && hash == that.hash
            && Arrays.equals(destinations, that.destinations)
            && Arrays.equals(shares, that.shares));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return parts().toString();
  }
}
