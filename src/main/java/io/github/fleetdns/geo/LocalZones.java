package io.github.fleetdns.geo;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the groups of AWS Local Zones are.
 *
 * <p>Source: {@code src/main/resources/geo/local-zones.csv}. AWS adds Local Zones, so that one
 * which is not here may exist.
 */
public final class LocalZones {
  private static final Map<String, Point> BY_GROUP =
      CsvFile.rows("local-zones.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get(0), row -> CsvFile.point(row.get(1), row.get(2))));

  private LocalZones() {}

  /** Where a group such as us-west-2-lax-1 is, if it is known. */
  public static Optional<Point> of(String group) {
    return Optional.ofNullable(BY_GROUP.get(group));
  }
}
