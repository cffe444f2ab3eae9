package io.github.fleetdns.table;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of texts as a table without lines, for people: of text, or of Markdown. */
public final class TextTable {
  /** Wider than anything that is meant to be read in a line; what is longer is broken. */
  private static final int WIDEST = 400;

  private final List<String> headers;
  private final List<HorizontalAlign> aligns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private boolean whole;

  /**
   * A table whose columns are left out where they are empty in every row.
   *
   * @param headers the columns' titles; with {@code >} in front, of a column that is flush right
   */
  public TextTable(String... headers) {
    this.headers = new ArrayList<>();
    for (String header : headers) {
      boolean right = header.startsWith(">");
      aligns.add(right ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT);
      this.headers.add(right ? header.substring(1) : header);
    }
  }

  /** The same table with columns that are empty, too. */
  public TextTable whole() {
    whole = true;
    return this;
  }

  /** Adds a row of as many cells as there are headers. */
  public void add(String... cells) {
    if (cells.length != headers.size()) {
      throw new IllegalArgumentException(cells.length + " cells, " + headers.size() + " columns");
    }
    rows.add(List.of(cells));
  }

  /** A table of Markdown. */
  public List<String> markdown() {
    List<Integer> used = used();
    List<String> lines = new ArrayList<>();
    lines.add(row(used.stream().map(headers::get).toList()));
    lines.add(
        row(
            used.stream()
                .map(i -> aligns.get(i) == HorizontalAlign.RIGHT ? "--:" : "---")
                .toList()));
    rows.forEach(row -> lines.add(row(used.stream().map(row::get).map(TextTable::cell).toList())));
    return lines;
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** What Markdown would take for its own; names and values are shown as they are. */
  private static String cell(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
  }

  private List<Integer> used() {
    return IntStream.range(0, headers.size())
        .filter(i -> whole || rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
        .boxed()
        .toList();
  }

  /** The lines: the headers, then a line for each row. */
  public List<String> lines() {
    List<Integer> used = used();
    Column[] columns =
        used.stream()
            .map(
                i ->
                    new Column()
                        .header(headers.get(i))
                        .headerAlign(aligns.get(i))
                        .dataAlign(aligns.get(i))
                        .maxWidth(WIDEST))
            .toArray(Column[]::new);
    String[][] data =
        rows.stream()
            .map(row -> used.stream().map(row::get).toArray(String[]::new))
            .toArray(String[][]::new);
    List<String> lines = AsciiTable.getTable(AsciiTable.NO_BORDERS, columns, data).lines().toList();
    boolean indented = lines.stream().allMatch(line -> line.isEmpty() || line.startsWith(" "));
    return lines.stream()
        .map(line -> (indented && !line.isEmpty() ? line.substring(1) : line).stripTrailing())
        .toList();
  }
}
