package io.github.fleetdns.traffic;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Between what a share lies, whichever of the regions that estimates do not tell apart answers.
 *
 * @param least the least that it can be
 * @param most the most that it can be; not less
 */
public record Range(BigFraction least, BigFraction most) {

  /** Requires an order. */
  public Range {
    if (isLess(most, least)) {
      throw new IllegalArgumentException(least + " is more than " + most);
    }
  }

  /** Whether one number is less than another; {@code compareTo} is wrong for two negative ones. */
  static boolean isLess(BigFraction one, BigFraction other) {
    return one.subtract(other).signum() < 0;
  }

  /** The smallest range that has both in it. */
  Range and(Range other) {
    return new Range(
        isLess(other.least, least) ? other.least : least,
        isLess(most, other.most) ? other.most : most);
  }

  /** A share without doubt. */
  static Range exactly(BigFraction share) {
    return new Range(share, share);
  }

  /** Whether there is no doubt. */
  public boolean isExact() {
    return least.equals(most);
  }

  /** How far apart both ends are. */
  public BigFraction width() {
    return most.subtract(least);
  }

  Range plus(Range other) {
    return new Range(least.add(other.least), most.add(other.most));
  }

  Range times(BigFraction factor) {
    return new Range(least.multiply(factor), most.multiply(factor));
  }
}
