package io.github.fleetdns.dns;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was asked for and what was answered, as a table of text. */
public final class CountTable {
  private static final int MAX_ROWS = 200;

  private CountTable() {}

  /** The table: a heading, then a line for each question and answer; no line break at its end. */
  public static String of(List<QueryCount> counts) {
    if (counts.isEmpty()) {
      return "no queries yet";
    }
    Map<List<String>, Long> asked = new HashMap<>();
    counts.forEach(
        count -> asked.merge(List.of(count.name(), count.type()), count.count(), Long::sum));
    List<ColumnData<QueryCount>> columns =
        List.of(
            column("NAME", HorizontalAlign.LEFT, QueryCount::name),
            column("TYPE", HorizontalAlign.LEFT, QueryCount::type),
            column("COUNT", HorizontalAlign.RIGHT, count -> Long.toString(count.count())),
            column(
                "SHARE",
                HorizontalAlign.RIGHT,
                count ->
                    share(
                        count,
                        asked.getOrDefault(List.of(count.name(), count.type()), count.count()))),
            column("ANSWER", HorizontalAlign.LEFT, QueryCount::answer));
    String table =
        AsciiTable.builder()
            .border(AsciiTable.NO_BORDERS)
            .data(counts.subList(0, Math.min(MAX_ROWS, counts.size())), columns)
            .asString()
            .lines()
            .map(String::strip)
            .collect(Collectors.joining("\n"));
    return counts.size() <= MAX_ROWS
        ? table
        : table + "\n… and " + (counts.size() - MAX_ROWS) + " more";
  }

  private static String share(QueryCount count, long asked) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count.count() / asked);
  }

  private static ColumnData<QueryCount> column(
      String header, HorizontalAlign align, Function<QueryCount, String> text) {
    return new Column().header(header).headerAlign(align).dataAlign(align).maxWidth(120).with(text);
  }
}
