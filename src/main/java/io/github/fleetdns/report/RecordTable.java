package io.github.fleetdns.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A hosted zone's record sets as a table of text. */
public final class RecordTable {
  private static final int MAX_ROWS = 100;
  private static final int MAX_VALUE = 60;

  private RecordTable() {}

  /** The table: a heading, then a line for each record set; ends without a line break. */
  public static String of(HostedZone zone) {
    List<RecordSet> sets = zone.recordSets();
    if (sets.isEmpty()) {
      return "(no record sets)";
    }
    List<ColumnData<RecordSet>> columns = new ArrayList<>();
    columns.add(column("NAME", HorizontalAlign.LEFT, set -> set.name().toString()));
    columns.add(column("TYPE", HorizontalAlign.LEFT, set -> set.type().name()));
    if (sets.stream().anyMatch(set -> set.routing().isPresent())) {
      columns.add(column("ROUTING", HorizontalAlign.LEFT, RecordTable::routing));
    }
    columns.add(column("TTL", HorizontalAlign.RIGHT, RecordTable::ttl));
    columns.add(column("VALUE", HorizontalAlign.LEFT, RecordTable::value));
    String table =
        AsciiTable.builder()
            .border(AsciiTable.NO_BORDERS)
            .data(sets.subList(0, Math.min(MAX_ROWS, sets.size())), columns)
            .asString();
    String trimmed =
        table.lines().map(String::strip).toList().stream()
            .reduce((a, b) -> a + "\n" + b)
            .orElse("");
    return sets.size() <= MAX_ROWS
        ? trimmed
        : trimmed + "\n… and " + (sets.size() - MAX_ROWS) + " more (--format json has them all)";
  }

  private static ColumnData<RecordSet> column(
      String header, HorizontalAlign align, Function<RecordSet, String> text) {
    return new Column().header(header).headerAlign(align).dataAlign(align).maxWidth(120).with(text);
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
