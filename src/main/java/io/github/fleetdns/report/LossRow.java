package io.github.fleetdns.report;

import io.github.fleetdns.traffic.Capacity;
import io.github.fleetdns.traffic.ClientView;
import io.github.fleetdns.traffic.Outlook;
import io.github.fleetdns.traffic.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A loss as a row of a table, in text and in the report. */
final class LossRow {
  /** The columns that are no numbers. */
  private static final Set<String> TEXTS = Set.of("Fullest", "Worst");

  private final Capacity capacity;
  private final Scenario scenario;

  private LossRow(Outlook outlook, Scenario scenario) {
    this.capacity = outlook.capacity();
    this.scenario = scenario;
  }

  /** The row of a scenario. */
  static LossRow of(Outlook outlook, Scenario scenario) {
    return new LossRow(outlook, scenario);
  }

  /** The titles of the cells, after that of the loss. */
  static List<String> columns(Capacity capacity) {
    List<String> columns = new ArrayList<>(List.of("Failed", "No answer"));
    if (capacity.isKnown()) {
      columns.addAll(List.of("Fullest", "Used"));
    }
    columns.addAll(List.of("Latency", "Worst", "Failover"));
    return columns;
  }

  /** The columns of a table of text, the loss among them. */
  static String[] headers(Capacity capacity) {
    return Stream.concat(
            Stream.of("LOST"),
            columns(capacity).stream()
                .map(
                    column ->
                        (TEXTS.contains(column) ? "" : ">") + column.toUpperCase(Locale.ROOT)))
        .toArray(String[]::new);
  }

  /** The cells. */
  List<String> cells() {
    ClientView clients = scenario.clients();
    Optional<Capacity.Use> fullest = capacity.fullest(scenario);
    List<String> cells = new ArrayList<>();
    cells.add(Amounts.percent(scenario.failed()));
    cells.add(Amounts.percent(scenario.unanswered()));
    if (capacity.isKnown()) {
      cells.add(fullest.map(use -> use.server().name()).orElse(""));
      cells.add(fullest.map(use -> Amounts.percent(use.utilisation())).orElse(""));
    }
    cells.add(
        clients.addedMillis().isPresent()
            ? Amounts.added(clients.addedMillis().getAsDouble())
            : "");
    cells.add(
        clients
            .worst()
            .map(w -> Amounts.added(w.addedMillis()) + " " + w.group().title())
            .orElse(""));
    cells.add(failover());
    return cells;
  }

  private String failover() {
    return Amounts.failover(scenario.clients(), "");
  }

  /** What clients notice, in a few words; empty if nothing. */
  String effect() {
    List<String> parts = new ArrayList<>();
    scenario
        .clients()
        .addedMillis()
        .ifPresent(millis -> parts.add("latency " + Amounts.added(millis) + " in the mean"));
    if (!failover().isEmpty()) {
      parts.add("failover time " + failover());
    }
    return String.join("; ", parts);
  }
}
