package io.github.fleetdns.traffic;

import java.util.BitSet;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Groups of clients of a population whose traffic a change moves alike. There are few such sets and
 * many flows of each, which share one. Immutable.
 */
public final class Movers {
  private final Population population;
  private final BitSet positions;
  private final int hash;

  /** Of these groups; the set is the new object's from then on. */
  Movers(Population population, BitSet positions) {
    this.population = population;
    this.positions = positions;
    this.hash = positions.hashCode();
  }

  /** A group, and where it stands in the population. */
  record Member(int position, ClientGroup group) {}

  Stream<Member> stream() {
    return positions.stream().mapToObj(i -> new Member(i, population.groups().get(i)));
  }

  boolean has(int position) {
    return positions.get(position);
  }

  /** Together with others of the same population. */
  Movers with(Movers other) {
    BitSet both = (BitSet) positions.clone();
    both.or(other.positions);
    return new Movers(population, both);
  }

  /** The first one's place in the population. */
  int first() {
    return positions.nextSetBit(0);
  }

  /** What all of them weigh. */
  BigFraction weight() {
    return stream()
        .map(member -> member.group().weight())
        .reduce(BigFraction.ZERO, BigFraction::add);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Movers that && hash == that.hash && positions.equals(that.positions));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
