package io.github.fleetdns.input;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.PlaceText;
import io.github.fleetdns.csv.CsvText;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.LatencyRegions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measured latencies: CSV lines of a client place ({@link PlaceText}, or {@code *} for everywhere),
 * an AWS region and milliseconds. A first line that names the columns, and lines that begin with #,
 * are left out.
 *
 * @param byPlace for each place the milliseconds by region, in the file's order
 * @param problems every problem of the file, in its order
 */
public record LatencyFile(Map<String, Map<String, Double>> byPlace, List<Problem> problems) {
  /** The place of every client that no other line is about. */
  private static final String EVERYWHERE = "*";

  /** Copies the list. */
  public LatencyFile {
    problems = List.copyOf(problems);
  }

  /** Reads a file. */
  public static LatencyFile read(Path file) {
    return of(CsvText.read(file));
  }

  /** Reads a text. */
  static LatencyFile parse(String source, String text) {
    return of(CsvText.parse(source, text));
  }

  private static LatencyFile of(CsvText csv) {
    Map<String, Map<String, Double>> byPlace = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>(csv.problems());
    for (CsvText.Row row : csv.rows()) {
      boolean first = row.equals(csv.rows().get(0));
      boolean header = first && row.cells().size() == 3 && row.text(2).equals("ms");
      if (!header) {
        complaint(row, byPlace)
            .ifPresent(message -> problems.add(Problem.error(row.at(0), "latency", message)));
      }
    }
    problems.sort(Comparator.comparing(Problem::location));
    return new LatencyFile(byPlace, problems);
  }

  /** Adds a line, or says what is wrong with it. */
  private static Optional<String> complaint(
      CsvText.Row row, Map<String, Map<String, Double>> byPlace) {
    if (row.cells().size() != 3) {
      return Optional.of(
          "a line is <place>,<region>,<milliseconds>, such as DE,eu-central-1,12.5; this one has "
              + row.count());
    }
    String place;
    try {
      place =
          row.text(0).equals(EVERYWHERE)
              ? EVERYWHERE
              : keys(PlaceText.client(row.text(0))).stream().findFirst().orElse("");
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    if (place.isEmpty()) {
      return Optional.of("write a country, state or continent; " + row.text(0) + " is none");
    }
    if (!LatencyRegions.isKnown(row.text(1))) {
      return Optional.of("\"" + row.text(1) + "\" is no AWS region, such as eu-central-1");
    }
    double millis;
    try {
      millis = Double.parseDouble(row.text(2));
    } catch (NumberFormatException e) {
      millis = Double.NaN;
    }
    if (!(millis >= 0 && millis < 1e6)) {
      return Optional.of("\"" + row.text(2) + "\" is no number of milliseconds, such as 12.5");
    }
    Double before =
        byPlace.computeIfAbsent(place, p -> new LinkedHashMap<>()).putIfAbsent(row.text(1), millis);
    return before == null
        ? Optional.empty()
        : Optional.of(row.text(0) + " has a latency to " + row.text(1) + " already");
  }

  /** The client with the latencies of the smallest place it is in that the file has. */
  public Client apply(Client client) {
    List<String> places = new ArrayList<>(keys(client));
    places.add(EVERYWHERE);
    return places.stream()
        .flatMap(place -> Optional.ofNullable(byPlace.get(place)).stream())
        .findFirst()
        .map(client::withLatencies)
        .orElse(client);
  }

  private static List<String> keys(Client client) {
    List<String> keys = new ArrayList<>();
    client
        .country()
        .ifPresent(
            country -> {
              client.subdivision().ifPresent(state -> keys.add(country + "-" + state));
              keys.add(country);
            });
    client.continent().ifPresent(continent -> keys.add(continent.word()));
    return keys;
  }
}
