package io.github.fleetdns.report;

import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.ResidencyProof;
import java.util.List;
import java.util.stream.Collectors;

/** Whether traffic stays where it may go, for people. */
public final class ResidencyText {
  private static final int MAX_LOSSES = 3;

  private ResidencyText() {}

  /** A sentence without its full stop: that it stays, or what breaks that. */
  public static String of(ResidencyProof proof) {
    String traffic = "the traffic of " + proof.rule().place() + " for " + proof.question().name();
    String regions = String.join(", ", proof.rule().regions());
    if (proof.holds()) {
      return traffic + " stays in " + regions + ", whatever single thing is lost";
    }
    ResidencyProof.Breach first = proof.breaches().get(0);
    return traffic
        + " leaves "
        + regions
        + " "
        + when(proof.breaches())
        + ": "
        + Amounts.percent(first.share())
        + " of it goes "
        + (proof.breaches().size() > 1 ? "then " : "")
        + "to "
        + first.to().title()
        + first.region().map(region -> " in " + region).orElse(", in no known region");
  }

  private static String when(List<ResidencyProof.Breach> breaches) {
    if (breaches.get(0).loss().kind() == Loss.Kind.NOTHING) {
      return "when nothing is lost";
    }
    String losses =
        breaches.stream()
            .limit(MAX_LOSSES)
            .map(breach -> breach.loss().title())
            .collect(Collectors.joining(", "));
    int rest = breaches.size() - MAX_LOSSES;
    return "when " + losses + (rest > 0 ? " (or " + rest + " more)" : "") + " is lost";
  }

  /** What to know of a proof that rests on estimates, a sentence without its full stop. */
  public static String estimated(ResidencyProof proof) {
    return "the traffic of "
        + proof.rule().place()
        + " for "
        + proof.question().name()
        + " is led by latency or nearness, which is estimated here and measured by Route 53; it"
        + " stays for certain only where geolocation leads it";
  }
}
