package io.github.fleetdns.traffic;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A file of clients: CSV of a place or network, its weight and, for a network, the place it is in.
 *
 * <pre>
 * # from the query logs of last week
 * place,weight
 * DE,1200
 * US-CA,830.5
 * europe,40
 * 198.51.100.0/24,15,FR
 * eu-central-1,3
 * </pre>
 *
 * <p>Lines that begin with # are about the file; the line that names the columns may be left out.
 *
 * @param population the clients; empty if there are errors
 * @param problems every problem of the file, in its order
 */
public record ClientsFile(Optional<Population> population, List<Problem> problems) {
  /** More digits than this are no weight; they only make fractions slow. */
  private static final int MAX_DIGITS = 30;

  /** Copies the list. */
  public ClientsFile {
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file.
   *
   * @param file the file; problems name it as it is written here
   * @param inPrivateZone whether the zone is private, so that a region is that of a VPC
   */
  public static ClientsFile read(Path file, boolean inPrivateZone) {
    String source = file.toString();
    try {
      return parse(source, Files.readString(file), inPrivateZone);
    } catch (NoSuchFileException e) {
      return failed(source, "file-missing", "no such file");
    } catch (CharacterCodingException e) {
      return failed(source, "file-encoding", "not UTF-8; save the file as UTF-8");
    } catch (IOException e) {
      return failed(
          source,
          "file-unreadable",
          Files.isDirectory(file)
              ? "this is a directory; name a CSV file"
              : "cannot read it: " + e.getClass().getSimpleName());
    }
  }

  private static ClientsFile failed(String source, String rule, String message) {
    return new ClientsFile(
        Optional.empty(), List.of(Problem.error(Location.startOf(source), rule, message)));
  }

  /** Reads the text of a file. */
  public static ClientsFile parse(String source, String text, boolean inPrivateZone) {
    return new Parser(source, inPrivateZone).parse(text);
  }

  private static final class Parser {
    private final String source;
    private final boolean inPrivateZone;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, ClientGroup> groups = new LinkedHashMap<>();
    private final Map<String, Location> places = new LinkedHashMap<>();
    private boolean first = true;

    Parser(String source, boolean inPrivateZone) {
      this.source = source;
      this.inPrivateZone = inPrivateZone;
    }

    ClientsFile parse(String text) {
      String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
      String[] lines = content.split("\r\n|\r|\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
          line(i + 1, lines[i]);
          first = false;
        }
      }
      if (groups.isEmpty() && problems.isEmpty()) {
        problems.add(
            Problem.error(
                Location.startOf(source),
                "clients-empty",
                "no clients here; a line is a place and a weight, such as DE,1200"));
      }
      return new ClientsFile(
          problems.isEmpty()
              ? Optional.of(
                  new Population("the clients of " + source, List.copyOf(groups.values())))
              : Optional.empty(),
          problems);
    }

    private void line(int number, String line) {
      List<CsvCells.Cell> cells = CsvCells.of(line);
      if (first && isHeader(cells)) {
        return;
      }
      if (cells.size() < 2 || cells.size() > 3) {
        problems.add(
            Problem.error(
                new Location(source, number, 1),
                "clients-columns",
                "a line has a place and a weight, and for a network the place it is in, such as"
                    + " DE,1200 or 198.51.100.0/24,15,FR; found "
                    + cells.size()
                    + (cells.size() == 1 ? " value" : " values")));
        return;
      }
      Optional<BigFraction> weight = weight(number, cells.get(1));
      ClientPlace place =
          cells.size() == 3
              ? ClientPlace.ofNetwork(cells.get(0).text(), cells.get(2).text(), inPrivateZone)
              : ClientPlace.of(cells.get(0).text(), inPrivateZone);
      if (place.client().isEmpty()) {
        CsvCells.Cell cell = place.isAboutLast() ? cells.get(2) : cells.get(0);
        problems.add(Problem.error(at(number, cell), "clients-place", place.complaint()));
      } else if (weight.isPresent() && weight.get().signum() > 0) {
        add(number, cells.get(0), place, weight.get());
      }
    }

    private void add(int number, CsvCells.Cell cell, ClientPlace place, BigFraction weight) {
      Location before = places.putIfAbsent(place.code(), at(number, cell));
      if (before != null) {
        problems.add(
            Problem.error(
                at(number, cell),
                "clients-twice",
                place.code() + " stands in line " + before.line() + " already; add the weights"));
        return;
      }
      groups.put(
          place.code(),
          new ClientGroup(place.code(), place.title(), place.client().orElseThrow(), weight));
    }

    private Location at(int line, CsvCells.Cell cell) {
      return new Location(source, line, cell.column());
    }

    /** A weight; one of 0 is allowed, and leaves the place out. */
    private Optional<BigFraction> weight(int line, CsvCells.Cell cell) {
      try {
        BigDecimal number = new BigDecimal(cell.text());
        if (number.signum() >= 0
            && number.precision() <= MAX_DIGITS
            && Math.abs(number.scale()) <= MAX_DIGITS) {
          return Optional.of(exact(number));
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      problems.add(
          Problem.error(
              at(line, cell),
              "clients-weight",
              "a weight is a number of at least 0 with at most "
                  + MAX_DIGITS
                  + " digits, such as 1200 or 0.5; found \""
                  + cell.text()
                  + "\""));
      return Optional.empty();
    }

    private static boolean isHeader(List<CsvCells.Cell> cells) {
      return cells.size() >= 2
          && cells.get(1).text().matches("[A-Za-z][A-Za-z _-]*")
          && cells.get(0).text().matches("[A-Za-z][A-Za-z _-]*");
    }
  }

  /** A decimal number as a fraction, without rounding. */
  public static BigFraction exact(BigDecimal number) {
    return number.scale() > 0
        ? BigFraction.of(number.unscaledValue(), java.math.BigInteger.TEN.pow(number.scale()))
        : BigFraction.of(number.toBigIntegerExact());
  }
}
