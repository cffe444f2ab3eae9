package io.github.fleetdns.traffic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Limits that a name's traffic must keep to, normally and under every loss that is looked at.
 *
 * @param maxUtilisation how much of its capacity an endpoint may be used to, at most
 * @param noUnanswered whether every client must get an answer
 * @param strict whether they must keep to it whichever of the regions that estimates do not tell
 *     apart answers; else as the estimates have it
 */
public record Gates(Optional<BigFraction> maxUtilisation, boolean noUnanswered, boolean strict) {

  /** What a server or the unanswered come to at worst, and when. */
  private record Worst(String whose, BigFraction part, BigFraction estimated, Scenario scenario) {
    static Optional<Worst> of(Stream<Worst> all) {
      return all.reduce((a, b) -> b.part().compareTo(a.part()) > 0 ? b : a);
    }

    /** The part, as a sentence has it. */
    String said() {
      return Gates.said(part, estimated);
    }
  }

  /** A part that is exceeded, and what it is by the estimate if that is another. */
  static String said(BigFraction part, BigFraction estimated) {
    return part.equals(estimated)
        ? percent(part)
        : "up to " + percent(part) + " (" + percent(estimated) + " by the estimate)";
  }

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
            (strict ? fullestPossibly(outlook) : fullest(outlook))
                .filter(worst -> worst.part().compareTo(limit) > 0)
                .ifPresent(
                    worst ->
                        exceeded.add(
                            new Exceeded(
                                "--max-utilisation "
                                    + percent(limit)
                                    + " is exceeded for "
                                    + name
                                    + ": "
                                    + worst.whose()
                                    + " is used to "
                                    + worst.said()
                                    + " "
                                    + worst.scenario().loss().when()))));
    if (noUnanswered) {
      Worst.of(outlook.scenarios().stream().map(this::unanswered))
          .filter(worst -> worst.part().signum() > 0)
          .ifPresent(
              worst ->
                  exceeded.add(
                      new Exceeded(
                          "--no-unanswered is exceeded for "
                              + name
                              + ": "
                              + worst.said()
                              + " of the traffic gets no answer "
                              + worst.scenario().loss().when())));
    }
    return exceeded;
  }

  private Worst unanswered(Scenario scenario) {
    BigFraction estimated = scenario.unanswered();
    return new Worst(
        "", strict ? scenario.bounds().unanswered().most() : estimated, estimated, scenario);
  }

  private static Optional<Worst> fullest(Outlook outlook) {
    Capacity capacity = outlook.capacity();
    return capacity
        .worst(outlook.scenarios())
        .flatMap(scenario -> capacity.fullest(scenario).map(use -> worst(use, scenario)));
  }

  private static Worst worst(Capacity.Use use, Scenario scenario) {
    return new Worst(use.server().name(), use.utilisation(), use.utilisation(), scenario);
  }

  /** The server that may be fullest in any scenario. */
  private static Optional<Worst> fullestPossibly(Outlook outlook) {
    Capacity capacity = outlook.capacity();
    return Worst.of(
        outlook.scenarios().stream()
            .flatMap(
                scenario ->
                    capacity.uses(scenario).stream()
                        .map(
                            use ->
                                new Worst(
                                    use.server().name(),
                                    capacity.utilisation(use.server(), scenario).most(),
                                    use.utilisation(),
                                    scenario))));
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
