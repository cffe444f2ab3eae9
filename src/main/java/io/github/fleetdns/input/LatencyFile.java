package io.github.fleetdns.input;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.PlaceText;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.LatencyRegions;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

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

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setCommentMarker('#')
          .setIgnoreSurroundingSpaces(true)
          .setIgnoreEmptyLines(true)
          .get();

  /** Copies the list. */
  public LatencyFile {
    problems = List.copyOf(problems);
  }

  /** Reads a file. */
  public static LatencyFile read(Path file) {
    String source = file.toString();
    try {
      return parse(source, Files.readString(file));
    } catch (NoSuchFileException e) {
      return failed(source, "no such file");
    } catch (CharacterCodingException e) {
      return failed(source, "not UTF-8; save the file as UTF-8");
    } catch (IOException e) {
      return failed(
          source,
          Files.isDirectory(file)
              ? "this is a directory; name a CSV file"
              : "cannot read it: " + e.getClass().getSimpleName());
    }
  }

  private static LatencyFile failed(String source, String message) {
    Problem problem = Problem.error(Location.startOf(source), "latency-file", message);
    return new LatencyFile(Map.of(), List.of(problem));
  }

  /** Reads a text. */
  static LatencyFile parse(String source, String text) {
    Map<String, Map<String, Double>> byPlace = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    try (var parser = FORMAT.parse(new StringReader(text))) {
      for (CSVRecord row : parser) {
        Location at = new Location(source, (int) Math.max(1, parser.getCurrentLineNumber()), 1);
        boolean header = row.getRecordNumber() == 1 && row.size() == 3 && row.get(2).equals("ms");
        if (!header) {
          complaint(row, byPlace).ifPresent(m -> problems.add(Problem.error(at, "latency", m)));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return failed(source, "not CSV: " + e.getMessage());
    }
    return new LatencyFile(byPlace, problems);
  }

  /** Adds a line, or says what is wrong with it. */
  private static Optional<String> complaint(
      CSVRecord row, Map<String, Map<String, Double>> byPlace) {
    if (row.size() != 3) {
      return Optional.of(
          "a line is <place>,<region>,<milliseconds>, such as DE,eu-central-1,12.5; this one has "
              + row.size()
              + (row.size() == 1 ? " value" : " values"));
    }
    String place;
    try {
      place =
          row.get(0).equals(EVERYWHERE)
              ? EVERYWHERE
              : keys(PlaceText.client(row.get(0))).stream().findFirst().orElse("");
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    if (place.isEmpty()) {
      return Optional.of("write a country, state or continent; " + row.get(0) + " is none");
    }
    if (!LatencyRegions.isKnown(row.get(1))) {
      return Optional.of("\"" + row.get(1) + "\" is no AWS region, such as eu-central-1");
    }
    double millis;
    try {
      millis = Double.parseDouble(row.get(2));
    } catch (NumberFormatException e) {
      millis = Double.NaN;
    }
    if (!(millis >= 0 && millis < 1e6)) {
      return Optional.of("\"" + row.get(2) + "\" is no number of milliseconds, such as 12.5");
    }
    Double before =
        byPlace.computeIfAbsent(place, p -> new LinkedHashMap<>()).putIfAbsent(row.get(1), millis);
    return before == null
        ? Optional.empty()
        : Optional.of(row.get(0) + " has a latency to " + row.get(1) + " already");
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
