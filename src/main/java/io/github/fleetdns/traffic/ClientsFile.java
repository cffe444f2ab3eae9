package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.PlaceText;
import io.github.fleetdns.csv.CsvText;
import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.source.Source;
import io.github.fleetdns.zone.AddressBlock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final int MAX_LENGTH = 100;

  private static final String NETWORK_TOO = "; a network is written 198.51.100.0/24";

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
    return new Parser(Source.name(file), inPrivateZone).parse(CsvText.read(file));
  }

  /** Reads the text of a file. */
  public static ClientsFile parse(String source, String text, boolean inPrivateZone) {
    return new Parser(source, inPrivateZone).parse(CsvText.parse(source, text));
  }

  private static final class Parser {
    private final String source;
    private final boolean inPrivateZone;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, ClientGroup> groups = new LinkedHashMap<>();
    private final Map<String, Location> places = new LinkedHashMap<>();

    Parser(String source, boolean inPrivateZone) {
      this.source = source;
      this.inPrivateZone = inPrivateZone;
    }

    ClientsFile parse(CsvText csv) {
      problems.addAll(csv.problems());
      List<CsvText.Row> rows = csv.rows();
      boolean header = !rows.isEmpty() && isHeader(rows.get(0));
      rows.stream().skip(header ? 1 : 0).forEach(this::row);
      if (groups.isEmpty() && problems.isEmpty()) {
        problems.add(
            Problem.error(
                Location.startOf(source),
                "clients-empty",
                "no clients here; a line is a place and a weight, such as DE,1200"));
      }
      problems.sort(Comparator.comparing(Problem::location));
      return new ClientsFile(
          problems.isEmpty()
              ? Optional.of(
                  new Population("the clients of " + source, List.copyOf(groups.values())))
              : Optional.empty(),
          problems);
    }

    private void row(CsvText.Row row) {
      if (row.cells().size() < 2 || row.cells().size() > 3) {
        problems.add(
            Problem.error(
                row.at(0),
                "clients-columns",
                "a line has a place and a weight, and for a network the place it is in, such as"
                    + " DE,1200 or 198.51.100.0/24,15,FR; found "
                    + row.count()));
        return;
      }
      Optional<BigFraction> weight = weight(row.cells().get(1));
      Optional<PlaceText.Place> place =
          row.text(0).contains("/") ? network(row) : place(row, 0, NETWORK_TOO);
      if (row.cells().size() == 3 && !row.text(0).contains("/")) {
        problem(
            row,
            0,
            "\""
                + row.text(0)
                + "\" has a place of its own; only a network such as 198.51.100.0/24 has a third"
                + " value");
      } else if (place.isPresent() && weight.isPresent() && weight.get().signum() > 0) {
        add(row, place.get(), weight.get());
      }
    }

    private void problem(CsvText.Row row, int column, String message) {
      problems.add(Problem.error(row.at(column), "clients-place", message));
    }

    /** The place of a value; empty if it is none, which is then a problem. */
    private Optional<PlaceText.Place> place(CsvText.Row row, int column, String wayOut) {
      String text = row.text(column);
      try {
        PlaceText.Place place = PlaceText.place(text);
        if (!inPrivateZone || AwsRegions.of(place.code()).isPresent()) {
          return Optional.of(place);
        }
        problem(
            row,
            column,
            "\""
                + text
                + "\" is no AWS region; a private zone goes by the region of the VPC that asks");
      } catch (IllegalArgumentException e) {
        problem(row, column, e.getMessage() + wayOut);
      }
      return Optional.empty();
    }

    /** A network, and the place that it is in. */
    private Optional<PlaceText.Place> network(CsvText.Row row) {
      boolean hasPlace = row.cells().size() == 3;
      Optional<Client> where =
          hasPlace
              ? place(row, 2, "; it is where the network is").map(PlaceText.Place::client)
              : Optional.of(Client.UNKNOWN);
      if (!hasPlace && inPrivateZone) {
        problem(
            row, 0, "a private zone goes by the region of the VPC that asks; add it, or take it");
        return Optional.empty();
      }
      try {
        AddressBlock block = AddressBlock.of(row.text(0)).canonical();
        String code = block.toString();
        return where.map(client -> new PlaceText.Place(code, code, client.withSubnet(block)));
      } catch (IllegalArgumentException e) {
        problem(
            row,
            0,
            "\"" + row.text(0) + "\" is no network, such as 198.51.100.0/24 or 2001:db8::/32");
        return Optional.empty();
      }
    }

    private void add(CsvText.Row row, PlaceText.Place place, BigFraction weight) {
      Location before = places.putIfAbsent(place.code(), row.at(0));
      if (before != null) {
        problems.add(
            Problem.error(
                row.at(0),
                "clients-twice",
                place.code() + " stands in line " + before.line() + " already; add the weights"));
        return;
      }
      groups.put(
          place.code(), new ClientGroup(place.code(), place.title(), place.client(), weight));
    }

    /** A weight; one of 0 is allowed, and leaves the place out. */
    private Optional<BigFraction> weight(CsvText.Cell cell) {
      try {
        // Reading a number takes time that grows with the square of its length.
        BigDecimal number = new BigDecimal(cell.text().length() <= MAX_LENGTH ? cell.text() : "");
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
              cell.at(),
              "clients-weight",
              "a weight is a number of at least 0 with at most "
                  + MAX_DIGITS
                  + " digits, such as 1200 or 0.5; found \""
                  + (cell.text().length() <= MAX_LENGTH
                      ? cell.text()
                      : cell.text().substring(0, MAX_LENGTH) + "…")
                  + "\""));
      return Optional.empty();
    }

    private static boolean isHeader(CsvText.Row row) {
      return row.cells().size() >= 2
          && row.text(1).matches("[A-Za-z][A-Za-z _-]*")
          && row.text(0).matches("[A-Za-z][A-Za-z _-]*");
    }
  }

  /** A decimal number as a fraction, without rounding. */
  public static BigFraction exact(BigDecimal number) {
    return number.scale() > 0
        ? BigFraction.of(number.unscaledValue(), java.math.BigInteger.TEN.pow(number.scale()))
        : BigFraction.of(number.toBigIntegerExact());
  }
}
