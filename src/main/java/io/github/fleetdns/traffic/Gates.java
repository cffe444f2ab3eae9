package io.github.fleetdns.traffic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Limits that a name's traffic must keep to, normally and under every loss that is looked at.
 *
 * @param maxUtilisation how much of its capacity an endpoint may be used to, at most
 * @param noUnanswered whether every client must get an answer
 */
public record Gates(Optional<BigFraction> maxUtilisation, boolean noUnanswered) {

  /**
   * A limit that is exceeded.
   *
   * @param sentence which limit, by what, and when it is worst
   */
  public record Exceeded(String sentence) {}

  /** The limits that are exceeded. */
  public List<Exceeded> check(Outlook outlook) {
    List<Exceeded> exceeded = new ArrayList<>();
    String name = outlook.traffic().question().name().toString();
    maxUtilisation.ifPresent(
        limit ->
            outlook
                .capacity()
                .worst(outlook.scenarios())
                .ifPresent(
                    scenario ->
                        outlook
                            .capacity()
                            .fullest(scenario)
                            .filter(use -> use.utilisation().compareTo(limit) > 0)
                            .ifPresent(
                                use ->
                                    exceeded.add(
                                        new Exceeded(
                                            "--max-utilisation "
                                                + percent(limit)
                                                + " is exceeded for "
                                                + name
                                                + ": "
                                                + use.server().name()
                                                + " is used to "
                                                + percent(use.utilisation())
                                                + " "
                                                + scenario.loss().when())))));
    if (noUnanswered) {
      outlook.scenarios().stream()
          .filter(scenario -> scenario.unanswered().signum() > 0)
          .reduce((a, b) -> b.unanswered().compareTo(a.unanswered()) > 0 ? b : a)
          .ifPresent(
              scenario ->
                  exceeded.add(
                      new Exceeded(
                          "--no-unanswered is exceeded for "
                              + name
                              + ": "
                              + percent(scenario.unanswered())
                              + " of the traffic gets no answer "
                              + scenario.loss().when())));
    }
    return exceeded;
  }

  /** Three significant digits suffice to see what is wrong. */
  static String percent(BigFraction share) {
    BigFraction hundred = share.multiply(100);
    return new BigDecimal(hundred.getNumerator())
            .divide(new BigDecimal(hundred.getDenominator()), new MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }
}
