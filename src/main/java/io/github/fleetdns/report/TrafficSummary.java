package io.github.fleetdns.report;

import io.github.fleetdns.traffic.Capacity;
import io.github.fleetdns.traffic.ClientGroup;
import io.github.fleetdns.traffic.Outlook;
import io.github.fleetdns.traffic.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/** The traffic of a name in sentences: what is worst, who is overloaded, what is estimated. */
final class TrafficSummary {
  private final Outlook outlook;
  private final Capacity capacity;

  private TrafficSummary(Outlook outlook) {
    this.outlook = outlook;
    this.capacity = outlook.capacity();
  }

  /** The sentences, a line each. */
  static List<String> of(Outlook outlook) {
    return new TrafficSummary(outlook).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (capacity.isKnown()) {
      List<Capacity.Use> already = capacity.overloaded(outlook.normal());
      if (!already.isEmpty()) {
        lines.add(
            "Overloaded with nothing lost: "
                + MergedLosses.enumerated(
                    already.stream()
                        .limit(MergedLosses.MAX_NAMES)
                        .map(
                            use ->
                                use.server().name()
                                    + " ("
                                    + Amounts.percent(use.utilisation())
                                    + ")")
                        .toList(),
                    already.size())
                + ".");
      }
      outlook
          .worst()
          .ifPresent(
              worst ->
                  capacity
                      .fullest(worst)
                      .ifPresent(
                          use ->
                              lines.add(
                                  "Worst loss: "
                                      + worst.loss().title()
                                      + "; "
                                      + use.server().name()
                                      + " is then used to "
                                      + Amounts.percent(use.utilisation())
                                      + ".")));
      lines.add("Over 100 %: " + overloaded() + ".");
      outlook
          .leastSpare()
          .ifPresent(
              least ->
                  lines.add(
                      "Least spare capacity: "
                          + Amounts.number(least.use().spare())
                          + " at "
                          + least.use().server().name()
                          + ", "
                          + least.scenario().loss().when()
                          + "."));
      sustained().ifPresent(lines::add);
    } else {
      lines.add("No endpoint has a capacity, so nothing is said about utilisation.");
    }
    lines.add("Without an answer: " + worstOf(Scenario::unanswered));
    named().ifPresent(lines::add);
    lines.add("Sent to a lost endpoint: " + worstOf(Scenario::failed));
    lines.addAll(EitherText.of(outlook.traffic()));
    if (outlook.traffic().isEstimated()) {
      lines.add(
          "Estimated: Route 53 chooses by latencies or places of its own, which it does not"
              + " publish.");
    }
    outlook.traffic().unverified().forEach(s -> lines.add("Not verified: " + s + "."));
    outlook.traffic().remarks().forEach(s -> lines.add("Note: " + s + "."));
    return lines;
  }

  /** Clients whom the zone names and nobody counts, if they ever have no answer. */
  private Optional<String> named() {
    for (Scenario scenario : outlook.scenarios()) {
      List<String> without =
          outlook.traffic().namedWithoutAnswer(scenario).stream().map(ClientGroup::title).toList();
      if (!without.isEmpty()) {
        return Optional.of(
            "Not counted, and without an answer "
                + scenario.loss().when()
                + ": "
                + MergedLosses.enumerated(without, without.size())
                + ".");
      }
    }
    return Optional.empty();
  }

  private Optional<String> sustained() {
    return capacity
        .sustains(outlook.normal())
        .map(
            normally ->
                "No endpoint is overloaded up to "
                    + Amounts.number(normally)
                    + " normally"
                    + outlook
                        .sustains()
                        .filter(any -> !outlook.losses().isEmpty())
                        .map(any -> ", " + Amounts.number(any) + " whatever of these is lost")
                        .orElse("")
                    + ".");
  }

  private String overloaded() {
    List<Outlook.Peak> peaks = outlook.overloaded();
    List<String> fullest =
        peaks.stream()
            .sorted(Comparator.comparing((Outlook.Peak p) -> p.use().utilisation()).reversed())
            .limit(MergedLosses.MAX_NAMES)
            .map(
                peak ->
                    peak.use().server().name()
                        + " ("
                        + Amounts.percent(peak.use().utilisation())
                        + " "
                        + peak.scenario().loss().when()
                        + ")")
            .toList();
    return peaks.isEmpty() ? "none" : MergedLosses.enumerated(fullest, peaks.size());
  }

  private String worstOf(Function<Scenario, BigFraction> what) {
    Scenario worst =
        outlook.scenarios().stream()
            .reduce((a, b) -> what.apply(b).compareTo(what.apply(a)) > 0 ? b : a)
            .orElseThrow();
    BigFraction share = what.apply(worst);
    return share.signum() == 0
        ? "nobody" + (outlook.losses().isEmpty() ? "." : ", whatever of these is lost.")
        : "up to " + Amounts.percent(share) + ", " + worst.loss().when() + ".";
  }
}
