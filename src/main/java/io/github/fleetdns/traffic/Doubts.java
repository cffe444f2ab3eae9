package io.github.fleetdns.traffic;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What of a group's traffic could go elsewhere, since estimates do not tell regions apart. Each
 * doubt is resolved on its own, whatever becomes of the others. Immutable; compared by content.
 */
final class Doubts {
  /** None. */
  static final Doubts NONE = new Doubts(List.of());

  private final List<Doubt> doubts;
  private final int hash;
  private final boolean isPlain;
  private volatile @Nullable Map<Destination, Range> changes;
  private volatile @Nullable Set<Destination> destinations;

  /**
   * A part of the traffic that goes one of several ways.
   *
   * @param share how much of the group's traffic
   * @param ways the ways; the first is the one that is taken to be gone
   */
  record Doubt(BigFraction share, List<Way> ways) {}

  /**
   * A way.
   *
   * @param region the region that answers
   * @param shares how the traffic is then split
   * @param within what is in doubt on this way
   */
  record Way(String region, Shares shares, Doubts within) {}

  private Doubts(List<Doubt> doubts) {
    this.doubts = doubts;
    this.hash = doubts.hashCode();
    this.isPlain = isPlain(doubts);
  }

  /** These doubts, but for those that make no difference. */
  static Doubts of(List<Doubt> all) {
    List<Doubt> kept = all.stream().filter(Doubts::matters).toList();
    return kept.isEmpty() ? NONE : new Doubts(kept);
  }

  /** One doubt about all of the traffic, whose ways have no destination in common. */
  private static boolean isPlain(List<Doubt> doubts) {
    if (doubts.size() != 1 || !doubts.get(0).share().equals(BigFraction.ONE)) {
      return false;
    }
    Set<Destination> seen = new HashSet<>();
    for (Way way : doubts.get(0).ways()) {
      boolean[] apart = {way.within().isEmpty()};
      way.shares().forEach((to, share) -> apart[0] &= seen.add(to));
      if (!apart[0]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The ways, the taken one first, if all traffic goes one of several that have nothing in common.
   */
  Optional<List<Way>> apart() {
    return isPlain ? Optional.of(doubts.get(0).ways()) : Optional.empty();
  }

  private static boolean matters(Doubt doubt) {
    Way taken = doubt.ways().get(0);
    return doubt.ways().stream()
        .anyMatch(way -> !way.shares().equals(taken.shares()) || !way.within().isEmpty());
  }

  /** The same, of a part of the traffic. */
  List<Doubt> ofPart(BigFraction part) {
    return doubts.stream()
        .map(doubt -> new Doubt(doubt.share().multiply(part), doubt.ways()))
        .toList();
  }

  boolean isEmpty() {
    return doubts.isEmpty();
  }

  /** How much of the traffic could go elsewhere. */
  BigFraction share() {
    return doubts.stream().map(Doubt::share).reduce(BigFraction.ZERO, BigFraction::add);
  }

  // ---- bounds ----

  /** By how much a sum of shares can be less (below 0) and more than it is taken to be. */
  Range change(Function<Shares, BigFraction> sum) {
    Range all = Range.exactly(BigFraction.ZERO);
    for (Doubt doubt : doubts) {
      BigFraction taken = sum.apply(doubt.ways().get(0).shares());
      @Nullable Range any = null;
      for (Way way : doubt.ways()) {
        BigFraction now = sum.apply(way.shares()).subtract(taken);
        Range its = way.within().change(sum).plus(Range.exactly(now));
        any = any == null ? its : any.and(its);
      }
      all = any == null ? all : all.plus(any.times(doubt.share()));
    }
    return all;
  }

  /** The same for each destination whose share is in doubt. */
  Map<Destination, Range> changes() {
    Map<Destination, Range> known = changes;
    if (known == null) {
      known = new TreeMap<>();
      for (Destination to : destinations()) {
        Range range = change(shares -> shares.of(to));
        if (!range.isExact()) {
          known.put(to, range);
        }
      }
      changes = known;
    }
    return known;
  }

  /** Whether any way leads to one of these. */
  boolean leadsTo(Set<Destination> any) {
    return !any.isEmpty() && any.stream().anyMatch(destinations()::contains);
  }

  private Set<Destination> destinations() {
    Set<Destination> all = destinations;
    if (all == null) {
      all = new HashSet<>();
      destinations(all);
      destinations = all;
    }
    return all;
  }

  private void destinations(Collection<Destination> all) {
    for (Doubt doubt : doubts) {
      for (Way way : doubt.ways()) {
        way.shares().forEach((to, share) -> all.add(to));
        way.within().destinations(all);
      }
    }
  }

  // ---- one outcome ----

  /** Every region that could answer. */
  Set<String> regions() {
    Set<String> regions = new LinkedHashSet<>();
    for (Doubt doubt : doubts) {
      for (Way way : doubt.ways()) {
        regions.add(way.region());
        regions.addAll(way.within().regions());
      }
    }
    return regions;
  }

  /**
   * How the traffic is split if the first of these regions is the fastest wherever it can be, then
   * the second, and so on; where none of them can be, as it is taken to be.
   */
  Shares resolve(Shares taken, List<String> fastest) {
    if (isEmpty()) {
      return taken;
    }
    Map<Destination, BigFraction> sums = new LinkedHashMap<>(taken.parts());
    for (Doubt doubt : doubts) {
      Way way = chosen(doubt, fastest);
      doubt
          .ways()
          .get(0)
          .shares()
          .forEach((to, s) -> sums.merge(to, s.multiply(doubt.share()).negate(), BigFraction::add));
      way.within()
          .resolve(way.shares(), fastest)
          .forEach((to, s) -> sums.merge(to, s.multiply(doubt.share()), BigFraction::add));
    }
    return Shares.of(sums);
  }

  private static Way chosen(Doubt doubt, List<String> fastest) {
    for (String region : fastest) {
      for (Way way : doubt.ways()) {
        if (way.region().equals(region)) {
          return way;
        }
      }
    }
    return doubt.ways().get(0);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Doubts that && hash == that.hash && doubts.equals(that.doubts));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return doubts.toString();
  }
}
