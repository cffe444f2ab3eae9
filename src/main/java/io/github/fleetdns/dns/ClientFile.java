package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AddressBlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that says where clients are: lines {@code prefix,place}, or a database in MaxMind's
 * format, told apart by content.
 *
 * <p>A line is an address block and a place of {@link ClientPlace}; the longest block that holds a
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
    String source = file.toString();
    try {
      if (MaxMindPlaces.isDatabase(file)) {
        return new ClientFile(MaxMindPlaces.read(file), List.of());
      }
      return parse(source, Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return broken(source, "no such file");
    } catch (IOException e) {
      return broken(source, "cannot read it: " + e.getMessage());
    }
  }

  private static ClientFile broken(String source, String message) {
    Problem problem = Problem.error(Location.startOf(source), "clients-file", message);
    return new ClientFile(ClientPlaces.UNKNOWN, List.of(problem));
  }

  /**
   * Reads lines.
   *
   * @param source what problems call the text
   */
  public static ClientFile parse(String source, String text) {
    Map<AddressBlock, Client> places = new LinkedHashMap<>();
    Map<AddressBlock, Integer> lines = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      int comma = line.indexOf(',');
      String prefix = (comma < 0 ? line : line.substring(0, comma)).strip();
      String place = comma < 0 ? "" : line.substring(comma + 1);
      Location at = new Location(source, number, 1);
      Optional<AddressBlock> block = Optional.empty();
      Optional<Client> client = Optional.empty();
      try {
        block = Optional.of(block(prefix));
      } catch (IllegalArgumentException e) {
        problems.add(Problem.error(at, "clients-prefix", String.valueOf(e.getMessage())));
      }
      try {
        client = Optional.of(ClientPlace.parse(place));
      } catch (IllegalArgumentException e) {
        Location behind = new Location(source, number, Math.max(1, comma + 2));
        problems.add(Problem.error(behind, "clients-place", String.valueOf(e.getMessage())));
      }
      if (block.isPresent()) {
        Integer before = lines.putIfAbsent(block.get(), number);
        if (before != null) {
          problems.add(
              Problem.error(
                  at, "clients-twice", prefix + " has a place on line " + before + " already"));
        }
        places.put(block.get(), client.orElse(Client.UNKNOWN));
      }
    }
    return new ClientFile(new PrefixPlaces(places), problems);
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
