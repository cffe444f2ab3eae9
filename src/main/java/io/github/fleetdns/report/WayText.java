package io.github.fleetdns.report;

import io.github.fleetdns.change.Gap;
import io.github.fleetdns.change.Verdict;
import io.github.fleetdns.change.Way;
import io.github.fleetdns.zone.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What Terraform's way from one zone to the other comes to, for people. */
public final class WayText {
  private static final int MANY = 10;

  private WayText() {}

  /** The verdict in one line. */
  public static String line(Way way) {
    return "The way: " + sentence(way) + ".";
  }

  /** The verdict with its reason, without a full stop. */
  static String sentence(Way way) {
    String gap = longest(way);
    return switch (way.verdict()) {
      case ANY_ORDER ->
          way.calls() == 0
              ? "works in any order; Terraform has nothing to do"
              : "works in any order" + gap;
      case IN_ORDER -> "works only in this order: " + order(way) + more(way) + gap;
      case NO_ORDER ->
          "no order works: "
              + reason(way)
              + more(way)
              + (way.steps().isEmpty() ? "" : "; the steps below do");
      case NOT_PROVED -> "not proved to work: " + reason(way) + more(way);
    };
  }

  private static String order(Way way) {
    return way.reasons().stream()
        .filter(reason -> reason.first().isPresent() && reason.then().isPresent())
        .findFirst()
        .map(
            reason ->
                reason.first().get().title()
                    + " before "
                    + reason.then().get().title()
                    + ", as "
                    + reason.clash().what())
        .orElse("as below");
  }

  private static String reason(Way way) {
    return way.reasons().stream()
        .findFirst()
        .map(reason -> reason.clash().what())
        .orElse("it would take too long to find out");
  }

  private static String more(Way way) {
    long others = whats(way).size() - 1L;
    return others < 1 ? "" : " (and " + ProblemReport.plural(others, "reason") + " more)";
  }

  private static Set<String> whats(Way way) {
    Set<String> whats = new LinkedHashSet<>();
    way.reasons().forEach(reason -> whats.add(what(reason)));
    return whats;
  }

  private static String what(Way.Reason reason) {
    if (reason.first().isEmpty()) {
      return reason.clash().what();
    }
    return reason.first().get().title()
        + " before "
        + reason.then().map(action -> action.title()).orElse("")
        + ": "
        + reason.clash().what();
  }

  private static String longest(Way way) {
    return way.gaps().stream()
        .filter(gap -> gap.unansweredSeconds() > 0)
        .findFirst()
        .map(gap -> "; " + lasts(gap))
        .orElse("");
  }

  private static String lasts(Gap gap) {
    String who = gap.who().equals("everybody") ? "" : " for " + gap.who();
    String verb = gap.isCertain() ? " is" : " may be";
    return gap.name()
        + " "
        + gap.type()
        + verb
        + (gap.isUnanswered() ? " without an answer" : " answered by others")
        + who
        + ", for up to "
        + gap.seconds()
        + " s"
        + (gap.cachedSeconds() > 0
            ? ", which resolvers may keep for " + gap.cachedSeconds() + " s more"
            : "");
  }

  /** All that is to say beside the verdict: reasons and gaps; none if there is nothing. */
  static List<String> details(Way way) {
    List<String> lines = new ArrayList<>();
    if (way.verdict() != Verdict.ANY_ORDER) {
      List<String> whats = List.copyOf(whats(way));
      whats.stream().limit(MANY).forEach(what -> lines.add(what + "."));
      if (whats.size() > MANY) {
        lines.add("… and " + (whats.size() - MANY) + " more (--format json has them all)");
      }
    }
    way.gaps().stream().limit(MANY).forEach(gap -> lines.add(lasts(gap) + reaches(gap) + "."));
    if (way.gaps().size() > MANY) {
      lines.add("… and " + (way.gaps().size() - MANY) + " more (--format json has them all)");
    }
    return lines;
  }

  private static String reaches(Gap gap) {
    return gap.reaches().isEmpty()
        ? ""
        : "; so may be "
            + String.join(", ", gap.reaches().stream().map(DomainName::toString).toList());
  }
}
