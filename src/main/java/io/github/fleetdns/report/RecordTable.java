package io.github.fleetdns.report;

import io.github.fleetdns.table.TextTable;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.List;

/** A hosted zone's record sets as a table of text. */
public final class RecordTable {
  private static final int MAX_ROWS = 100;
  private static final int MAX_VALUE = 60;

  private RecordTable() {}

  /** The table: a heading, then a line for each record set. */
  public static List<String> of(HostedZone zone) {
    return of(zone, TextTable.ALL_COLUMNS);
  }

  /**
   * The same, no wider than a terminal.
   *
   * @param columns as {@link TextTable#lines(int)} takes it
   */
  public static List<String> of(HostedZone zone, int columns) {
    List<RecordSet> sets = zone.recordSets();
    if (sets.isEmpty()) {
      return List.of("(no record sets)");
    }
    boolean routed = sets.stream().anyMatch(set -> set.routing().isPresent());
    List<String> headers = new ArrayList<>(List.of("NAME", "TYPE", ">TTL", "VALUE"));
    if (routed) {
      headers.add(2, "ROUTING");
    }
    TextTable table = new TextTable(headers.toArray(String[]::new)).whole();
    for (RecordSet set : sets.subList(0, Math.min(MAX_ROWS, sets.size()))) {
      List<String> cells =
          new ArrayList<>(List.of(set.name().toString(), set.type().name(), ttl(set), value(set)));
      if (routed) {
        cells.add(2, routing(set));
      }
      table.add(cells.toArray(String[]::new));
    }
    List<String> lines = new ArrayList<>(table.lines(columns));
    if (sets.size() > MAX_ROWS) {
      lines.add("… and " + (sets.size() - MAX_ROWS) + " more (--format json has them all)");
    }
    return lines;
  }

  private static String routing(RecordSet set) {
    return set.policy().map(PolicyText::of).orElse("");
  }

  private static String ttl(RecordSet set) {
    return set.ttl().isPresent() ? Long.toString(set.ttl().getAsLong()) : "";
  }

  private static String value(RecordSet set) {
    String value =
        set.alias()
            .map(alias -> "→ " + alias.target().title())
            .orElse(String.join(", ", set.values()));
    return value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE - 1) + "…";
  }
}
