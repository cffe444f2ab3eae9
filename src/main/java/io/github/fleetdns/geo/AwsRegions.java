package io.github.fleetdns.geo;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the AWS regions are that Route 53 knows latencies to.
 *
 * <p>Source: {@code src/main/resources/geo/regions.csv}. AWS names a city, a state or a country and
 * publishes no coordinates; within that the point is a guess of tens of kilometres.
 */
public final class AwsRegions {
  private static final Map<String, Region> BY_NAME = read();

  private AwsRegions() {}

  /**
   * An AWS region.
   *
   * @param name its name, such as eu-central-1
   * @param point where it is, to two decimals
   * @param country the ISO 3166 code of the country it is in
   * @param subdivision the state it is in, for regions in the United States
   */
  public record Region(String name, Point point, String country, Optional<String> subdivision) {}

  /** The region of a name, if Route 53 lists it. */
  public static Optional<Region> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** All, by name. */
  public static Collection<Region> all() {
    return BY_NAME.values();
  }

  private static Map<String, Region> read() {
    Map<String, Region> regions = new TreeMap<>();
    for (List<String> row : CsvFile.rows("regions.csv")) {
      regions.put(
          row.get(0),
          new Region(
              row.get(0),
              CsvFile.point(row.get(1), row.get(2)),
              row.get(3),
              Optional.of(row.get(4)).filter(state -> !state.isEmpty())));
    }
    return Collections.unmodifiableMap(regions);
  }
}
