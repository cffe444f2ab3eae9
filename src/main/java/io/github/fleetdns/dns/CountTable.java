package io.github.fleetdns.dns;

import io.github.fleetdns.table.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was asked for and what was answered, as a table of text. */
public final class CountTable {
  private static final int MAX_ROWS = 200;

  private CountTable() {}

  /** The table: a heading, then a line for each question and answer. */
  public static List<String> of(List<QueryCount> counts) {
    if (counts.isEmpty()) {
      return List.of("no queries yet");
    }
    Map<List<String>, Long> asked = new HashMap<>();
    counts.forEach(
        count -> asked.merge(List.of(count.name(), count.type()), count.count(), Long::sum));
    TextTable rows = new TextTable("NAME", "TYPE", ">COUNT", ">SHARE", "ANSWER").whole();
    for (QueryCount count : counts.subList(0, Math.min(MAX_ROWS, counts.size()))) {
      long all = asked.getOrDefault(List.of(count.name(), count.type()), count.count());
      rows.add(
          count.name(),
          count.type(),
          Long.toString(count.count()),
          share(count, all),
          count.answer());
    }
    List<String> lines = new ArrayList<>(rows.lines());
    if (counts.size() > MAX_ROWS) {
      lines.add("… and " + (counts.size() - MAX_ROWS) + " more");
    }
    return lines;
  }

  private static String share(QueryCount count, long asked) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count.count() / asked);
  }
}
