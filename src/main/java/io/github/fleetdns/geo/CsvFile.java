package io.github.fleetdns.geo;

import io.github.fleetdns.csv.CsvText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
      CsvText csv =
          CsvText.parse("geo/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return csv.rows().stream()
          .skip(1)
          .map(row -> row.cells().stream().map(CsvText.Cell::text).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The point of two cells. */
  static Point point(String latitude, String longitude) {
    return new Point(Double.parseDouble(latitude), Double.parseDouble(longitude));
  }
}
