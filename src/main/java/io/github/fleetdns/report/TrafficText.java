package io.github.fleetdns.report;

import io.github.fleetdns.answer.Server;
import io.github.fleetdns.table.TextTable;
import io.github.fleetdns.traffic.Capacity;
import io.github.fleetdns.traffic.Destination;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.Outlook;
import io.github.fleetdns.traffic.Scenario;
import io.github.fleetdns.traffic.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** The traffic of a name for people: tables, bars and sentences. */
public final class TrafficText {
  private static final int MAX_ROWS = 30;
  private static final int BAR = 20;

  /**
   * As many names are read in a row; of more, one less is written and how many there are besides.
   */
  static final int MAX_NAMES = 4;

  private final Outlook outlook;
  private final Capacity capacity;
  private final int columns;

  private TrafficText(Outlook outlook, int columns) {
    this.outlook = outlook;
    this.columns = columns;
    this.capacity = outlook.capacity();
  }

  /** The lines. */
  public static List<String> lines(Outlook outlook) {
    return lines(outlook, TextTable.ALL_COLUMNS);
  }

  /**
   * The lines.
   *
   * @param columns how wide tables may be, as {@link TextTable#lines(int)} takes it
   */
  public static List<String> lines(Outlook outlook, int columns) {
    TrafficText text = new TrafficText(outlook, columns);
    List<String> lines = new ArrayList<>();
    lines.add(outlook.traffic().question().toString());
    lines.add(text.of());
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

  private String of() {
    int groups = outlook.traffic().population().groups().size();
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

  /** Losses that come to the same, as one row. */
  private record Row(List<Scenario> scenarios, Badness badness) {
    Scenario first() {
      return scenarios.get(0);
    }

    String title() {
      return titles(scenarios.stream().map(Scenario::loss).toList());
    }
  }

  /**
   * The first as it is called; what has its name too, as what it is of that. Of many, the first.
   */
  static String titles(List<Loss> losses) {
    Loss first = losses.get(0);
    List<String> titles =
        losses.stream()
            .limit(MAX_NAMES + 1)
            .map(
                loss ->
                    !loss.equals(first) && loss.name().equals(first.name())
                        ? "its " + loss.kind().word()
                        : loss.title())
            .toList();
    return enumerated(titles, losses.size());
  }

  /**
   * The names, or the first of them and how many there are besides.
   *
   * @param names the names, at least the first {@link #MAX_NAMES}
   * @param count how many there are in all
   */
  static String enumerated(List<String> names, int count) {
    return count <= MAX_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MAX_NAMES - 1))
            + " and "
            + (count - MAX_NAMES + 1)
            + " more";
  }

  private List<String> losses() {
    Map<List<Object>, List<Scenario>> same = new LinkedHashMap<>();
    long without = 0;
    for (Scenario scenario : outlook.losses()) {
      if (scenario.failed().signum() == 0 && scenario.total().equals(outlook.normal().total())) {
        without++;
      } else {
        List<Object> key =
            List.of(
                scenario.total(),
                scenario.failed(),
                scenario.clients(),
                capacity.fullest(scenario).map(Capacity.Use::server));
        same.computeIfAbsent(key, k -> new ArrayList<>()).add(scenario);
      }
    }
    List<Row> rows =
        same.values().stream()
            .map(scenarios -> new Row(scenarios, badness(scenarios.get(0))))
            .sorted(Comparator.comparing(Row::badness))
            .toList();
    TextTable table = new TextTable(LossRow.headers(capacity));
    rows.stream().limit(MAX_ROWS).forEach(row -> add(row, table));
    List<String> lines = new ArrayList<>(rows.isEmpty() ? List.of() : table.lines(columns));
    if (rows.size() > MAX_ROWS) {
      lines.add("… and " + (rows.size() - MAX_ROWS) + " less bad (--format json has them all)");
    }
    if (without == outlook.losses().size()) {
      lines.add("None of the " + without + " losses moves traffic.");
    } else if (without > 0) {
      lines.add(
          without == 1 ? "One other loss moves nothing." : without + " other losses move nothing.");
    }
    return lines;
  }

  private Badness badness(Scenario scenario) {
    return new Badness(
        scenario.failed().add(scenario.unanswered()),
        capacity.fullest(scenario).map(Capacity.Use::utilisation).orElse(BigFraction.ZERO));
  }

  /** Worst first: clients without service, then the fullest server. */
  private record Badness(BigFraction without, BigFraction used) implements Comparable<Badness> {
    @Override
    public int compareTo(Badness other) {
      int first = other.without.compareTo(without);
      return first != 0 ? first : other.used.compareTo(used);
    }
  }

  private void add(Row row, TextTable table) {
    List<String> cells = new ArrayList<>(List.of(row.title()));
    cells.addAll(LossRow.of(outlook, row.first()).cells());
    table.add(cells.toArray(String[]::new));
  }
}
