package io.github.fleetdns.report;

import io.github.fleetdns.geo.Latency;
import io.github.fleetdns.traffic.Bounds;
import io.github.fleetdns.traffic.Destination;
import io.github.fleetdns.traffic.Range;
import io.github.fleetdns.traffic.ServiceTraffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** How sure the shares of a name are: what estimated latencies leave open, in a sentence or two. */
public final class EitherText {
  /** Shares that are no surer than this, better be measured. */
  private static final BigFraction WIDE = BigFraction.of(1, 20);

  private EitherText() {}

  /** The sentences; none if nothing is in doubt. */
  public static List<String> of(ServiceTraffic traffic) {
    Bounds bounds = traffic.normal().bounds();
    List<Map.Entry<Destination, Range>> open =
        bounds.all().entrySet().stream()
            .filter(entry -> !entry.getValue().isExact())
            .sorted(
                Comparator.comparing(
                    (Map.Entry<Destination, Range> entry) -> entry.getValue().width(),
                    Comparator.reverseOrder()))
            .toList();
    if (open.isEmpty()) {
      return List.of();
    }
    // What is open by less than is written says nothing.
    List<String> names =
        open.stream()
            .filter(entry -> Amounts.range(entry.getValue()).contains("–"))
            .map(entry -> entry.getKey().title() + " " + Amounts.range(entry.getValue()))
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Either: "
            + why(traffic)
            + (names.isEmpty() ? "." : ": " + MergedLosses.enumerated(names, names.size()) + "."));
    if (open.get(0).getValue().width().compareTo(WIDE) >= 0) {
      lines.add(
          "Measured latencies narrow that: --latency-file FILE, with lines such as"
              + " DE,eu-central-1,12.5 (docs/traffic.md says how to get them).");
    }
    return lines;
  }

  private static String why(ServiceTraffic traffic) {
    BigFraction nowhere = traffic.placeless();
    BigFraction near = traffic.normal().bounds().doubtful().subtract(nowhere);
    String within = String.format(Locale.ROOT, "within %.0f ms", Latency.errorMillis());
    List<String> parts = new ArrayList<>();
    if (near.signum() > 0) {
      parts.add(Amounts.percent(near) + " of the clients are " + within + " of another region");
    }
    if (nowhere.signum() > 0) {
      parts.add("of " + Amounts.percent(nowhere) + " it is not known where they are");
    }
    return String.join(", ", parts);
  }
}
