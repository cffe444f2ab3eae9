package io.github.fleetdns.traffic;

import java.util.ArrayList;
import java.util.List;

/** The values of a line of CSV, with their places: what is in quotes may have commas. */
final class CsvCells {
  private CsvCells() {}

  /**
   * A value.
   *
   * @param text without quotes and blanks around it
   * @param column where it begins, counted from 1
   */
  record Cell(String text, int column) {}

  static List<Cell> of(String line) {
    List<Cell> cells = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : ',';
      if (i < line.length() && c == '"') {
        quoted = !quoted;
      } else if (c == ',' && (!quoted || i == line.length())) {
        String value = text.toString();
        int blanks = value.length() - value.stripLeading().length();
        cells.add(new Cell(value.strip(), line.codePointCount(0, start + blanks) + 1));
        text.setLength(0);
        start = i + 1;
      } else {
        text.append(c);
      }
    }
    return cells;
  }
}
