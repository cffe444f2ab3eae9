package io.github.fleetdns.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Limits that a change must keep to.
 *
 * @param maxShift how much of a name's traffic may move away from an answer when nothing is lost,
 *     at most
 * @param noNewUnanswered whether no more traffic than before may be without service, normally and
 *     under any single loss
 */
public record DiffGates(Optional<BigFraction> maxShift, boolean noNewUnanswered) {

  /** A sentence for each limit that is exceeded: which, and by what. */
  public List<String> check(ZoneComparison comparison) {
    List<String> exceeded = new ArrayList<>();
    for (ServiceComparison service : comparison.services()) {
      String name = service.question().toString();
      maxShift
          .filter(limit -> service.normal().displaced().compareTo(limit) > 0)
          .ifPresent(
              limit ->
                  exceeded.add(
                      "--max-shift "
                          + Gates.percent(limit)
                          + " is exceeded for "
                          + name
                          + ": "
                          + Gates.percent(service.normal().displaced())
                          + " of the traffic moves"));
      Shift worst = service.worst();
      if (noNewUnanswered && worst.newlyWithout().signum() > 0) {
        exceeded.add(
            "--no-new-unanswered is exceeded for "
                + name
                + ": "
                + Gates.percent(worst.newlyWithout())
                + " more of the traffic is without service "
                + worst.loss().when());
      }
    }
    return exceeded;
  }
}
