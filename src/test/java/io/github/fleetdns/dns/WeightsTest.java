package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class WeightsTest {
  /** A random source that gives every number below a small bound once. */
  private static RandomGenerator counting(long[] next) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new AssertionError("draws are bounded");
      }

      @Override
      public long nextLong(long bound) {
        assertThat(bound).isEqualTo(12);
        return next[0]++;
      }
    };
  }

  @Test
  void sharesAreExact() {
    Weights weights =
        Weights.of(List.of(BigFraction.of(1, 4), BigFraction.of(2, 3), BigFraction.of(1, 12)));
    int[] drawn = new int[3];
    RandomGenerator random = counting(new long[1]);
    for (int i = 0; i < 12; i++) {
      drawn[weights.draw(random)]++;
    }
    assertThat(drawn).containsExactly(3, 8, 1);
  }

  @Test
  void theOnlyOneIsDrawnWithoutChance() {
    assertThat(Weights.of(List.of(BigFraction.ONE)).draw(counting(new long[] {99}))).isZero();
    assertThat(Weights.ONE.draw(counting(new long[] {99}))).isZero();
  }

  @Test
  void sharesOfAnyDenominatorAreDrawn() {
    BigInteger large = BigInteger.TEN.pow(40).add(BigInteger.ONE);
    BigFraction half = BigFraction.of(large.shiftRight(1), large);
    Weights weights = Weights.of(List.of(half, BigFraction.ONE.subtract(half)));
    SplittableRandom random = new SplittableRandom(1);
    int first = 0;
    for (int i = 0; i < 10_000; i++) {
      first += weights.draw(random) == 0 ? 1 : 0;
    }
    // Seeded; five standard deviations are 250.
    assertThat(first).isBetween(4750, 5250);
  }
}
