package io.github.fleetdns.report;

import io.github.fleetdns.answer.Server;
import io.github.fleetdns.table.TextTable;
import io.github.fleetdns.traffic.Capacity;
import io.github.fleetdns.traffic.Destination;
import io.github.fleetdns.traffic.Outlook;
import io.github.fleetdns.traffic.ServiceTraffic;
import io.github.fleetdns.traffic.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** The traffic of a name for people: tables, bars and sentences. */
public final class TrafficText {
  private static final int MAX_ROWS = 30;
  private static final int BAR = 20;

  private final Outlook outlook;
  private final Capacity capacity;
  private final int columns;

  private TrafficText(Outlook outlook, int columns) {
    this.outlook = outlook;
    this.columns = columns;
    this.capacity = outlook.capacity();
  }

  /**
   * The lines.
   *
   * @param several whether the input has several zones, so that those that answer are named
   * @param columns how wide tables may be, as {@link TextTable#lines(int)} takes it
   */
  public static List<String> lines(Outlook outlook, boolean several, int columns) {
    TrafficText text = new TrafficText(outlook, columns);
    List<String> lines = new ArrayList<>();
    lines.add(outlook.traffic().question().toString());
    lines.add(text.of());
    if (several) {
      answeredBy(outlook.traffic()).ifPresent(lines::add);
    }
    lines.add("");
    lines.addAll(text.servers());
    if (!outlook.losses().isEmpty()) {
      lines.add("");
      lines.addAll(text.losses());
    }
    lines.add("");
    lines.addAll(TrafficSummary.of(outlook));
    return lines;
  }

  /** Which zones have a part in the answers, in a sentence. */
  static Optional<String> answeredBy(ServiceTraffic traffic) {
    return traffic.zones().isEmpty()
        ? Optional.empty()
        : Optional.of("Answered by " + zones(traffic.zones()) + ".");
  }

  /** Zones in a few words; {@code no zone} if there are none. */
  static String zones(List<ServiceTraffic.Answering> zones) {
    return zones.isEmpty()
        ? "no zone"
        : zones.stream().map(Object::toString).collect(Collectors.joining(" and "));
  }

  private String of() {
    int groups = outlook.traffic().population().counted();
    String demand =
        capacity.given().isPresent()
            ? ", " + Amounts.number(capacity.demand()) + " requests/s"
            : capacity.isKnown()
                ? "; no --demand, so as much as all capacity: " + Amounts.number(capacity.demand())
                : "";
    return outlook.traffic().population().title()
        + " ("
        + ProblemReport.plural(groups, "group")
        + ")"
        + demand;
  }

  // ---- who serves ----

  private List<String> servers() {
    Shares total = outlook.normal().total();
    TextTable table =
        new TextTable("ENDPOINT", "REGION", ">SHARE", ">LOAD", ">CAPACITY", ">USED", "");
    boolean loads = capacity.given().isPresent() || capacity.isKnown();
    for (Server server : outlook.servers()) {
      BigFraction share = total.ofServer(server.name());
      var use = capacity.of(server, outlook.normal());
      table.add(
          server.name(),
          server.region().orElse(""),
          Amounts.percent(share),
          loads ? Amounts.number(capacity.load(share)) : "",
          server.capacity().isPresent() ? Long.toString(server.capacity().getAsLong()) : "",
          use.map(u -> Amounts.percent(u.utilisation())).orElse(""),
          use.map(u -> bar(u.utilisation())).orElseGet(() -> Amounts.bar(share, BAR)));
    }
    total
        .parts()
        .forEach(
            (to, share) -> {
              if (!(to instanceof Destination.ToServer)) {
                table.add(
                    to.title(),
                    "",
                    Amounts.percent(share),
                    loads ? Amounts.number(capacity.load(share)) : "",
                    "",
                    "",
                    Amounts.bar(share, BAR));
              }
            });
    return table.lines(columns);
  }

  private static String bar(BigFraction utilisation) {
    return Amounts.bar(utilisation, BAR) + (utilisation.compareTo(BigFraction.ONE) > 0 ? "▶" : "");
  }

  // ---- what is lost ----

  private List<String> losses() {
    MergedLosses merged = MergedLosses.of(outlook);
    List<MergedLosses.Row> rows = merged.rows();
    TextTable table = new TextTable(LossRow.headers(capacity));
    rows.stream().limit(MAX_ROWS).forEach(row -> add(row, table));
    List<String> lines = new ArrayList<>(rows.isEmpty() ? List.of() : table.lines(columns));
    if (rows.size() > MAX_ROWS) {
      lines.add("… and " + (rows.size() - MAX_ROWS) + " less bad (--format json has them all)");
    }
    if (!merged.sentence().isEmpty()) {
      lines.add(merged.sentence());
    }
    return lines;
  }

  private void add(MergedLosses.Row row, TextTable table) {
    List<String> cells = new ArrayList<>(List.of(row.title()));
    cells.addAll(LossRow.of(outlook, row.first()).cells());
    table.add(cells.toArray(String[]::new));
  }
}
