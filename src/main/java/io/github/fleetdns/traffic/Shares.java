package io.github.fleetdns.traffic;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How traffic is split among destinations: fractions above 0 that add up to exactly 1, the part
 * without an answer included. Immutable.
 */
public final class Shares {
  private final SortedMap<Destination, BigFraction> parts;
  private final Map<Destination, BigFraction> byDestination;
  private final int hash;
  private final Map<Destination, Double> approximate = new LinkedHashMap<>();

  private Shares(SortedMap<Destination, BigFraction> parts) {
    this.parts = Collections.unmodifiableSortedMap(parts);
    this.byDestination = new HashMap<>(parts);
    this.hash = parts.hashCode();
    parts.forEach((to, share) -> approximate.put(to, share.doubleValue()));
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
    return byDestination.getOrDefault(destination, BigFraction.ZERO);
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
  public SortedMap<Destination, BigFraction> parts() {
    return parts;
  }

  /** The parts as floating-point numbers, for estimates. */
  Map<Destination, Double> approximate() {
    return Collections.unmodifiableMap(approximate);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shares that
        && hash == that.hash
        && byDestination.equals(that.byDestination);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return parts.toString();
  }
}
