package io.github.fleetdns.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Limits that a change must keep to.
 *
 * @param maxShift how much of a name's traffic may move away from an answer when nothing is lost,
 *     at most
 * @param noNewUnanswered whether no more traffic than before may be without service, normally and
 *     under any single loss
 * @param strict whether they must be kept whichever of the regions that estimates do not tell apart
 *     answers; else as the estimates have it
 */
public record DiffGates(Optional<BigFraction> maxShift, boolean noNewUnanswered, boolean strict) {

  /** A sentence for each limit that is exceeded: which, and by what. */
  public List<String> check(ZoneComparison comparison) {
    List<String> exceeded = new ArrayList<>();
    for (ServiceComparison service : comparison.services()) {
      String name = service.question().toString();
      BigFraction moving = displaced(service.normal());
      maxShift
          .filter(limit -> moving.compareTo(limit) > 0)
          .ifPresent(
              limit ->
                  exceeded.add(
                      "--max-shift "
                          + Gates.percent(limit)
                          + " is exceeded for "
                          + name
                          + ": "
                          + Gates.said(moving, service.normal().displaced())
                          + " of the traffic moves"));
      Shift worst = strict ? worstPossibly(service) : service.worst();
      BigFraction without = without(worst);
      if (noNewUnanswered && without.signum() > 0) {
        exceeded.add(
            "--no-new-unanswered is exceeded for "
                + name
                + ": "
                + Gates.said(without, worst.newlyWithout())
                + " more of the traffic is without service "
                + worst.loss().when());
      } else if (noNewUnanswered) {
        named(service).ifPresent(exceeded::add);
      }
    }
    return exceeded;
  }

  /** Clients whom nobody counts, and who are without service afterwards. */
  private static Optional<String> named(ServiceComparison service) {
    return Stream.concat(Stream.of(service.normal()), service.losses().stream())
        .filter(shift -> !shift.namedNewlyWithout().isEmpty())
        .findFirst()
        .map(
            shift ->
                "--no-new-unanswered is exceeded for "
                    + service.question()
                    + ": "
                    + shift.namedNewlyWithout().get(0).title()
                    + (shift.namedNewlyWithout().size() > 1
                        ? " and " + (shift.namedNewlyWithout().size() - 1) + " more"
                        : "")
                    + ", not counted but named by the zone, newly without service "
                    + shift.loss().when());
  }

  private BigFraction displaced(Shift shift) {
    return strict ? shift.displacedBounds().most() : shift.displaced();
  }

  private BigFraction without(Shift shift) {
    return strict ? shift.newlyWithoutBounds().most() : shift.newlyWithout();
  }

  private static Shift worstPossibly(ServiceComparison service) {
    Shift worst = service.normal();
    BigFraction most = worst.newlyWithoutBounds().most();
    for (Shift shift : service.losses()) {
      BigFraction now = shift.newlyWithoutBounds().most();
      if (now.compareTo(most) > 0) {
        worst = shift;
        most = now;
      }
    }
    return worst;
  }
}
