package io.github.fleetdns.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A data file of this package: lines that begin with # are about the file, the first other line
 * names the columns, and a value with a comma stands in quotes.
 */
final class CsvFile {
  private CsvFile() {}

  /** The rows of {@code geo/NAME}, without the names of the columns. */
  static List<List<String>> rows(String name) {
    try (InputStream in = CsvFile.class.getResourceAsStream("/geo/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: geo/" + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(CsvFile::cells)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** The point of two cells. */
  static Point point(String latitude, String longitude) {
    return new Point(Double.parseDouble(latitude), Double.parseDouble(longitude));
  }
}
