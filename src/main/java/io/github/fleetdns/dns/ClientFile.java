package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.PlaceText;
import io.github.fleetdns.csv.CsvText;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AddressBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file that says where clients are: lines {@code prefix,place}, or a database in MaxMind's
 * format, told apart by content.
 *
 * <p>A line is an address block and a place of {@link PlaceText}; the longest block that holds a
 * client counts. Empty lines, and those that begin with #, are left out.
 *
 * @param places where clients are; what could not be read is left out
 * @param problems everything that is wrong with the file, in its order
 */
public record ClientFile(ClientPlaces places, List<Problem> problems) {

  /** Copies the problems. */
  public ClientFile {
    problems = List.copyOf(problems);
  }

  /** Whether any problem is an error. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /**
   * Reads a file.
   *
   * @param file the file; problems name it as it is written here
   */
  public static ClientFile read(Path file) {
    if (isDatabase(file)) {
      try {
        return new ClientFile(MaxMindPlaces.read(file), List.of());
      } catch (IOException e) {
        String message = "this database is damaged, get it again: " + e.getMessage();
        Location start = Location.startOf(file.toString());
        return new ClientFile(
            ClientPlaces.UNKNOWN, List.of(Problem.error(start, "clients-database", message)));
      }
    }
    return of(CsvText.read(file));
  }

  private static boolean isDatabase(Path file) {
    try {
      return MaxMindPlaces.isDatabase(file);
    } catch (IOException e) {
      return false; // what cannot be looked into cannot be read either, which is said then
    }
  }

  /**
   * Reads lines.
   *
   * @param source what problems call the text
   */
  public static ClientFile parse(String source, String text) {
    return of(CsvText.parse(source, text));
  }

  private static ClientFile of(CsvText csv) {
    Map<AddressBlock, Client> places = new LinkedHashMap<>();
    Map<AddressBlock, Integer> lines = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>(csv.problems());
    for (CsvText.Row row : csv.rows()) {
      Optional<AddressBlock> block = Optional.empty();
      Optional<Client> client = Optional.empty();
      try {
        block = Optional.of(block(row.text(0)));
      } catch (IllegalArgumentException e) {
        problems.add(Problem.error(row.at(0), "clients-prefix", String.valueOf(e.getMessage())));
      }
      try {
        client = Optional.of(PlaceText.client(place(row)));
      } catch (IllegalArgumentException e) {
        problems.add(Problem.error(row.at(1), "clients-place", String.valueOf(e.getMessage())));
      }
      if (block.isPresent()) {
        int line = row.at(0).line();
        Integer before = lines.putIfAbsent(block.get(), line);
        if (before != null) {
          problems.add(
              Problem.error(
                  row.at(0),
                  "clients-twice",
                  row.text(0) + " has a place on line " + before + " already"));
        }
        places.put(block.get(), client.orElse(Client.UNKNOWN));
      }
    }
    problems.sort(Comparator.comparing(Problem::location));
    return new ClientFile(new PrefixPlaces(places), problems);
  }

  /** All behind the network: a location has a comma of its own. */
  private static String place(CsvText.Row row) {
    return row.cells().stream().skip(1).map(CsvText.Cell::text).collect(Collectors.joining(","));
  }

  private static AddressBlock block(String text) {
    AddressBlock block;
    try {
      block = AddressBlock.of(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a line is <address>/<prefix length>,<place>, such as 203.0.113.0/24,DE; found \""
              + text
              + "\"",
          e);
    }
    if (block.hasHostBits()) {
      throw new IllegalArgumentException(
          text + " has bits behind the prefix; did you mean " + block.canonical() + "?");
    }
    return block;
  }
}
