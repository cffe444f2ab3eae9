package io.github.fleetdns.geo;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fifty United States and the District of Columbia, where their people are and how many.
 *
 * <p>Source, year and licence: {@code src/main/resources/geo/states.csv}.
 */
public final class States {
  private static final Map<String, State> BY_CODE = read();

  private States() {}

  /**
   * A state.
   *
   * @param code the US Postal Service's, such as CA
   * @param name in English
   * @param point the town from which its people are nearest on average
   * @param people how many live there
   */
  public record State(String code, String name, Point point, long people) {}

  /** The state of a code such as CA. */
  public static Optional<State> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** All, by code. */
  public static Collection<State> all() {
    return BY_CODE.values();
  }

  private static Map<String, State> read() {
    Map<String, State> states = new TreeMap<>();
    for (List<String> row : CsvFile.rows("states.csv")) {
      states.put(
          row.get(0),
          new State(
              row.get(0),
              row.get(1),
              CsvFile.point(row.get(2), row.get(3)),
              Long.parseLong(row.get(4))));
    }
    return Collections.unmodifiableMap(states);
  }
}
