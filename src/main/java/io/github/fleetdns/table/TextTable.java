package io.github.fleetdns.table;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.fleetdns.text.Hidden;
import io.github.fleetdns.text.Markdown;
import io.github.fleetdns.text.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of texts as a table without lines, for people: of text, or of Markdown. */
public final class TextTable {
  /** Wider than any value of a record: none is broken into several lines. */
  private static final int WIDEST = 100_000;

  /** For lines that are as long as they are. */
  public static final int ALL_COLUMNS = Integer.MAX_VALUE;

  /** A column that has to give way keeps as many characters. */
  private static final int FEWEST = 12;

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

  private TextTable(List<String> headers, List<HorizontalAlign> aligns, boolean whole) {
    this.headers = headers;
    this.aligns.addAll(aligns);
    this.whole = whole;
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

  /** A table of Markdown, without what is hidden. */
  public List<String> markdown(Hidden hidden) {
    List<Integer> used = used();
    List<String> lines = new ArrayList<>();
    lines.add(row(used.stream().map(headers::get).toList()));
    lines.add(
        row(
            used.stream()
                .map(i -> aligns.get(i) == HorizontalAlign.RIGHT ? "--:" : "---")
                .toList()));
    rows.forEach(
        row ->
            lines.add(
                row(used.stream().map(row::get).map(hidden::in).map(Markdown::cell).toList())));
    return lines;
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private List<Integer> used() {
    return IntStream.range(0, headers.size())
        .filter(i -> whole || rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
        .boxed()
        .toList();
  }

  /** The lines: the headers, then a line for each row. */
  public List<String> lines() {
    return lines(ALL_COLUMNS);
  }

  /**
   * The lines, no longer than a terminal is wide as long as every column keeps a few characters. Of
   * the longest texts the ends are left out, never of numbers; a last line says so.
   *
   * @param columns how many characters fit; {@link #ALL_COLUMNS} if nothing shall be left out
   */
  public List<String> lines(int columns) {
    return lines(columns, Hidden.NONE);
  }

  /** The same without what is hidden. */
  public List<String> lines(int columns, Hidden hidden) {
    TextTable encoded = new TextTable(headers, aligns, whole);
    for (List<String> row : rows) {
      encoded.rows.add(row.stream().map(hidden::in).map(TerminalText::of).toList());
    }
    return encoded.fittedLines(columns);
  }

  private List<String> fittedLines(int columns) {
    List<Integer> used = used();
    List<List<String>> shown = fitted(used, columns);
    List<String> lines = new ArrayList<>(lines(used, shown));
    if (isShortened(used, shown)) {
      lines.add("(… stands for what is wider than the terminal; --wide shows all)");
    }
    return lines;
  }

  private List<List<String>> fitted(List<Integer> used, int columns) {
    int[] widths =
        used.stream().mapToInt(i -> Math.max(headers.get(i).length(), widest(i))).toArray();
    // Two blanks stand between columns.
    int excess = IntStream.of(widths).sum() + 2 * (widths.length - 1) - columns;
    int[] most = widths.clone();
    for (int i = 0; i < most.length && excess > 0; i++) {
      if (isDrawing(used.get(i))) {
        int less = Math.min(excess, most[i] - 1);
        most[i] -= less;
        excess -= less;
      }
    }
    while (excess > 0) {
      int longest = -1;
      for (int i = 0; i < most.length; i++) {
        boolean text = aligns.get(used.get(i)) == HorizontalAlign.LEFT && !isDrawing(used.get(i));
        int least = Math.max(FEWEST, headers.get(used.get(i)).length());
        if (text && most[i] > least && (longest < 0 || most[i] > most[longest])) {
          longest = i;
        }
      }
      if (longest < 0) {
        break;
      }
      most[longest]--;
      excess--;
    }
    List<List<String>> shown = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      for (int i = 0; i < most.length; i++) {
        int column = used.get(i);
        cells.set(
            column,
            isDrawing(column)
                ? cut(row.get(column), most[i])
                : shortened(row.get(column), most[i]));
      }
      shown.add(cells);
    }
    return shown;
  }

  private boolean isShortened(List<Integer> used, List<List<String>> shown) {
    return IntStream.range(0, rows.size())
        .anyMatch(
            row ->
                used.stream()
                    .anyMatch(
                        i -> !isDrawing(i) && !shown.get(row).get(i).equals(rows.get(row).get(i))));
  }

  private int widest(int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** A bar needs no title, and gives way before any text does. */
  private boolean isDrawing(int column) {
    return headers.get(column).isEmpty();
  }

  private static String cut(String text, int most) {
    return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static String shortened(String text, int most) {
    return length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  private List<String> lines(List<Integer> used, List<List<String>> shown) {
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
        shown.stream()
            .map(row -> used.stream().map(row::get).toArray(String[]::new))
            .toArray(String[][]::new);
    List<String> lines = AsciiTable.getTable(AsciiTable.NO_BORDERS, columns, data).lines().toList();
    boolean indented = lines.stream().allMatch(line -> line.isEmpty() || line.startsWith(" "));
    return lines.stream()
        .map(line -> (indented && !line.isEmpty() ? line.substring(1) : line).stripTrailing())
        .toList();
  }
}
