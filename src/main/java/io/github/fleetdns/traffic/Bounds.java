package io.github.fleetdns.traffic;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Between what the shares of a situation lie, whichever of the regions that estimates do not tell
 * apart answers each group of clients ({@link io.github.fleetdns.answer.Either}).
 *
 * <p>Exact: each end of each share is reached by some choice, not the ends of all shares at once.
 * Worked out when first asked for. Thread-safe.
 */
public final class Bounds {
  /** Those of a situation that was too much to keep; asking for any is a mistake. */
  static final Bounds NOT_KEPT =
      new Bounds(Shares.all(Destination.nobody()), new BigInteger[0], List.of(), Set.of(), false);

  private final Shares total;
  private final Set<String> lost;
  private final BigInteger[] weights;
  private final boolean isKept;
  private @Nullable List<Splits.Reply> byGroup;
  private volatile @Nullable Found found;

  /** What was worked out; ranges of those destinations only that are in doubt. */
  private record Found(Map<Destination, Range> ranges, Range failed, BigFraction doubtful) {}

  /**
   * The bounds of a situation.
   *
   * @param total what the shares are taken to be
   * @param weights of the groups, in one unit
   * @param splits what the groups get
   * @param lost the servers that are lost
   */
  Bounds(Shares total, BigInteger[] weights, Splits splits, Set<String> lost) {
    this(total, weights, splits.byGroup(), lost, true);
  }

  private Bounds(
      Shares total,
      BigInteger[] weights,
      List<Splits.Reply> byGroup,
      Set<String> lost,
      boolean isKept) {
    this.isKept = isKept;
    this.total = total;
    this.weights = weights;
    this.byGroup = byGroup;
    this.lost = lost;
  }

  /** No share is in doubt. */
  public static Bounds none(Shares total, Set<String> lost) {
    return new Bounds(total, new BigInteger[0], List.of(), lost, true);
  }

  /** The bounds for a group of clients. */
  static Bounds of(Splits.Reply reply) {
    return new Bounds(
        reply.shares(), new BigInteger[] {BigInteger.ONE}, List.of(reply), Set.of(), true);
  }

  /** The same, worked out, without what each group gets: where there are too many to keep that. */
  Bounds withoutGroups() {
    found();
    byGroup = null;
    return this;
  }

  /** What each group gets and is in doubt of, in the population's order; none if not kept. */
  List<Splits.Reply> byGroup() {
    List<Splits.Reply> kept = byGroup;
    return kept == null ? List.of() : kept;
  }

  // ---- working out ----

  private Found found() {
    if (!isKept) {
      throw new IllegalStateException("the bounds of this situation were not kept");
    }
    Found known = found;
    if (known == null) {
      known = new Sums().found();
      found = known;
    }
    return known;
  }

  /** What can be less and more than the total. */
  private final class Sums {
    private final Map<Destination, BigFraction> less = new HashMap<>();
    private final Map<Destination, BigFraction> more = new HashMap<>();
    private final BigInteger all;
    private BigFraction doubtful = BigFraction.ZERO;
    private Range failed = Range.exactly(total.ofServers(lost));

    Sums() {
      BigInteger sum = BigInteger.ZERO;
      for (BigInteger weight : weights) {
        sum = sum.add(weight);
      }
      all = sum;
    }

    Found found() {
      IdentityHashMap<Doubts, BigInteger> same = new IdentityHashMap<>();
      List<Splits.Reply> groups = byGroup();
      for (int i = 0; i < groups.size(); i++) {
        Doubts doubts = groups.get(i).doubts();
        if (!doubts.isEmpty()) {
          same.merge(doubts, weights[i], BigInteger::add);
        }
      }
      if (same.isEmpty()) {
        return new Found(Map.of(), failed, BigFraction.ZERO);
      }
      add(same);
      return new Found(ranges(), failed, doubtful);
    }

    /** Ways that have nothing in common are added first: there are few different ones. */
    private void add(IdentityHashMap<Doubts, BigInteger> doubts) {
      Map<Shares, BigInteger> taken = new HashMap<>();
      Map<Shares, BigInteger> others = new HashMap<>();
      BigInteger[] apart = {BigInteger.ZERO};
      Set<Destination> servers = new HashSet<>();
      lost.forEach(name -> servers.add(new Destination.ToServer(name)));
      doubts.forEach(
          (of, weight) -> {
            List<Doubts.Way> ways = of.apart().orElse(List.of());
            if (ways.isEmpty()) {
              add(of, BigFraction.of(weight, all));
            } else {
              apart[0] = apart[0].add(weight);
              taken.merge(ways.get(0).shares(), weight, BigInteger::add);
              ways.subList(1, ways.size())
                  .forEach(way -> others.merge(way.shares(), weight, BigInteger::add));
            }
            if (of.leadsTo(servers)) {
              Range change = of.change(shares -> shares.ofServers(lost));
              failed = failed.plus(change.times(BigFraction.of(weight, all)));
            }
          });
      doubtful = doubtful.add(BigFraction.of(apart[0], all));
      add(taken, less);
      add(others, more);
    }

    private void add(Map<Shares, BigInteger> weights, Map<Destination, BigFraction> sums) {
      weights.forEach(
          (shares, weight) -> {
            BigFraction part = BigFraction.of(weight, all);
            shares.forEach((to, s) -> sums.merge(to, s.multiply(part), BigFraction::add));
          });
    }

    private void add(Doubts doubts, BigFraction weight) {
      doubtful = doubtful.add(doubts.share().multiply(weight));
      doubts
          .changes()
          .forEach(
              (to, range) -> {
                less.merge(to, range.least().negate().multiply(weight), BigFraction::add);
                more.merge(to, range.most().multiply(weight), BigFraction::add);
              });
    }

    private Map<Destination, Range> ranges() {
      Set<Destination> destinations = new TreeSet<>(less.keySet());
      destinations.addAll(more.keySet());
      Map<Destination, Range> ranges = new TreeMap<>();
      Map<Change, Range> known = new HashMap<>();
      for (Destination to : destinations) {
        Change change =
            new Change(
                total.of(to),
                less.getOrDefault(to, BigFraction.ZERO),
                more.getOrDefault(to, BigFraction.ZERO));
        ranges.put(to, known.computeIfAbsent(change, Change::range));
      }
      return Collections.unmodifiableMap(ranges);
    }
  }

  /** There are many servers, and few that get different shares. */
  private record Change(BigFraction share, BigFraction less, BigFraction more) {
    Range range() {
      return new Range(share.subtract(less), share.add(more));
    }
  }

  // ---- the bounds ----

  /** The bounds of a destination's share. */
  public Range of(Destination to) {
    Range range = found().ranges().get(to);
    return range == null ? Range.exactly(total.of(to)) : range;
  }

  /** The bounds of a server's share. */
  public Range ofServer(String name) {
    return of(new Destination.ToServer(name));
  }

  /** The bounds of the share without an answer. */
  public Range unanswered() {
    return of(Destination.nobody());
  }

  /** The bounds of the share that is sent to servers which are lost. */
  public Range failed() {
    return found().failed();
  }

  /** How much of the traffic could be answered by another region. */
  public BigFraction doubtful() {
    return found().doubtful();
  }

  /** Whether nothing is in doubt. */
  public boolean isExact() {
    return found().ranges().isEmpty();
  }

  /** Every destination that gets traffic or could get some, in their order, with its bounds. */
  public Map<Destination, Range> all() {
    Set<Destination> destinations = new TreeSet<>(found().ranges().keySet());
    destinations.addAll(total.parts().keySet());
    Map<Destination, Range> all = new LinkedHashMap<>();
    destinations.forEach(to -> all.put(to, of(to)));
    return all;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Bounds that
            && total.equals(that.total)
            && found().equals(that.found()));
  }

  @Override
  public int hashCode() {
    return total.hashCode();
  }

  @Override
  public String toString() {
    return all().toString();
  }
}
