package io.github.fleetdns.report;

import io.github.fleetdns.traffic.ClientView;
import io.github.fleetdns.traffic.Range;
import io.github.fleetdns.zone.Lag;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Shares and amounts for people: rounded, but never to nothing or to everything. */
final class Amounts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TENTH = new BigDecimal("0.1");
  private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

  private Amounts() {}

  /** {@code 37.5 %}; {@code <0.1 %} for little, {@code >99.9 %} for almost all. */
  static String percent(BigFraction share) {
    BigDecimal exact = decimal(share.multiply(100));
    BigDecimal rounded = exact.setScale(1, RoundingMode.HALF_UP);
    if (exact.signum() > 0 && rounded.compareTo(TENTH) < 0) {
      return "<0.1 %";
    }
    if (exact.compareTo(HUNDRED) < 0 && rounded.compareTo(HUNDRED) >= 0) {
      return ">99.9 %";
    }
    return plain(rounded) + " %";
  }

  /** {@code 31–38 %}; of equal ends one of them. */
  static String range(Range range) {
    String least = percent(range.least());
    String most = percent(range.most());
    return least.equals(most) ? least : least.replace(" %", "") + "–" + most;
  }

  /** {@code 1200}, {@code 33.3}. */
  static String number(BigFraction amount) {
    return plain(decimal(amount).setScale(1, RoundingMode.HALF_UP)).replace('-', '−');
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal decimal(BigFraction fraction) {
    return new BigDecimal(fraction.getNumerator())
        .divide(new BigDecimal(fraction.getDenominator()), MathContext.DECIMAL64);
  }

  /**
   * A bar.
   *
   * @param part its length as a part of the full one; more than 1 is drawn as 1
   * @param full the length of a full one, in characters
   */
  static String bar(BigFraction part, int full) {
    double length = Math.min(1, Math.max(0, part.doubleValue())) * full;
    int eighths = (int) Math.round(length * 8);
    if (eighths == 0 && part.signum() > 0) {
      eighths = 1;
    }
    return "█".repeat(eighths / 8) + EIGHTHS[eighths % 8];
  }

  /** {@code +12 ms}. */
  static String added(double millis) {
    long rounded = Math.round(millis);
    return (rounded < 0 ? "−" : "+") + Math.abs(rounded) + " ms";
  }

  /**
   * How long clients are sent to what is lost: as a rule, and at the worst.
   *
   * @param none what it is called if they never are
   */
  static String failover(ClientView clients, String none) {
    if (!clients.failoverKnown()) {
      return "unknown";
    }
    return clients.failover().map(Amounts::seconds).orElse(none);
  }

  /** {@code 80–98 s}: as a rule, and at the worst; of equal ones one of them. */
  static String seconds(Lag lag) {
    return lag.typicalSeconds() == lag.worstSeconds()
        ? lag.typicalSeconds() + " s"
        : lag.typicalSeconds() + "–" + lag.worstSeconds() + " s";
  }
}
