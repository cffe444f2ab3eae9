package io.github.fleetdns.dns;

import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;

/** Draws one of several with given shares: exactly, while their common denominator is below 2⁶². */
final class Weights {
  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(62);

  /** Draws the only one. */
  static final Weights ONE = new Weights(new long[] {1});

  private final long[] ends;

  private Weights(long[] ends) {
    this.ends = ends;
  }

  /** From shares that add up to 1. */
  static Weights of(List<BigFraction> shares) {
    BigInteger common = BigInteger.ONE;
    for (BigFraction share : shares) {
      BigInteger denominator = share.getDenominator();
      common = common.divide(common.gcd(denominator)).multiply(denominator);
    }
    // Shares of trees as deep as zones get do not reach this; a draw is then off by less than 2⁻⁶⁰.
    BigInteger total = common.min(LIMIT);
    long[] ends = new long[shares.size()];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      BigFraction share = shares.get(i);
      end += share.getNumerator().multiply(total).divide(share.getDenominator()).longValueExact();
      ends[i] = end;
    }
    return new Weights(ends);
  }

  /** The index of the one drawn. */
  int draw(RandomGenerator random) {
    if (ends.length < 2) {
      return 0;
    }
    long point = random.nextLong(ends[ends.length - 1]);
    int i = 0;
    while (point >= ends[i]) {
      i++;
    }
    return i;
  }
}
