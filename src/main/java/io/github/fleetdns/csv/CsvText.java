package io.github.fleetdns.csv;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The rows of a CSV text: values between commas, blanks around them left out; in quotes, what has
 * commas of its own. Empty lines, and those that begin with #, are no rows. A row is one line, so
 * that a quote nobody closed spoils no other.
 *
 * @param rows what could be read
 * @param problems what could not
 */
public record CsvText(List<Row> rows, List<Problem> problems) {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();

  /** Longer than any line of places and numbers. */
  private static final int MAX_LINE = 65_536;

  /** Copies the lists. */
  public CsvText {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /**
   * A row.
   *
   * @param cells its values; at least one
   */
  public record Row(List<Cell> cells) {
    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** The value of a column, counted from 0. */
    public String text(int column) {
      return cells.get(column).text();
    }

    /** Where the value of a column is, or the row if it has none. */
    public Location at(int column) {
      return cells.get(column < cells.size() ? column : 0).at();
    }

    /** How many values there are, in words. */
    public String count() {
      return cells.size() + (cells.size() == 1 ? " value" : " values");
    }
  }

  /**
   * A value.
   *
   * @param text without the quotes and blanks around it
   * @param at where it begins
   */
  public record Cell(String text, Location at) {}

  /**
   * Reads a file.
   *
   * @param file the file; problems name it as it is written here
   */
  public static CsvText read(Path file) {
    Source source = Source.read(file);
    return source
        .text()
        .map(text -> parse(source.name(), text))
        .orElseGet(() -> new CsvText(List.of(), source.problems()));
  }

  /**
   * Reads a text.
   *
   * @param source what problems call it
   */
  public static CsvText parse(String source, String text) {
    List<Row> rows = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    String content = Source.of(source, text).text().orElse("");
    int number = 0;
    for (String line : content.split("\r\n|\r|\n", -1)) {
      number++;
      if (line.length() > MAX_LINE) {
        problems.add(
            Problem.error(
                new Location(source, number, 1),
                "csv-long",
                "the line has more than " + MAX_LINE + " characters, which is the limit"));
      } else if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        Location at = new Location(source, number, 1);
        try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
          rows.add(new Row(located(parser.iterator().next().toList(), line, at)));
        } catch (IOException | UncheckedIOException e) {
          problems.add(
              Problem.error(
                  at,
                  "csv-quotes",
                  "the quotes are not in pairs; a value in quotes ends with one, and then comes a"
                      + " comma, such as \"a,b\",c"));
        }
      }
    }
    return new CsvText(rows, problems);
  }

  /** The values with the places where the line has them. */
  private static List<Cell> located(List<String> values, String line, Location at) {
    List<Cell> cells = new ArrayList<>();
    int from = 0;
    for (String value : values) {
      // One with quotes inside is written with two for each, and not found.
      int found = value.isEmpty() ? from : Math.max(line.indexOf(value, from), from);
      boolean quoted = found > from && line.charAt(found - 1) == '"';
      int column = line.codePointCount(0, Math.min(quoted ? found - 1 : found, line.length())) + 1;
      cells.add(new Cell(value, new Location(at.source(), at.line(), column)));
      int comma = line.indexOf(',', Math.min(found + value.length(), line.length()));
      from = comma < 0 ? line.length() : comma + 1;
    }
    return cells;
  }
}
