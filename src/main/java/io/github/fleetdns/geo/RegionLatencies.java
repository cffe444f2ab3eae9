package io.github.fleetdns.geo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Measured round trips between AWS regions, in milliseconds: of two regions, and within one.
 *
 * <p>Source: {@code src/main/resources/geo/region-latency.csv}. Newer regions and those of other
 * partitions are not in it.
 */
final class RegionLatencies {
  private static final RegionLatencies ALL = read();

  private final Map<String, Map<String, Integer>> millis;

  private RegionLatencies(Map<String, Map<String, Integer>> millis) {
    this.millis = millis;
  }

  /** All that is known. */
  static RegionLatencies all() {
    return ALL;
  }

  /** What would be known if some regions had never been measured, neither from nor to. */
  RegionLatencies without(Predicate<String> region) {
    Map<String, Map<String, Integer>> kept = new TreeMap<>();
    millis.forEach(
        (from, to) -> {
          if (!region.test(from)) {
            Map<String, Integer> row = new HashMap<>(to);
            row.keySet().removeIf(region);
            kept.put(from, row);
          }
        });
    return new RegionLatencies(kept);
  }

  /** The regions that were measured, by name. */
  Set<String> regions() {
    return millis.keySet();
  }

  /** The median round trip between two regions, or within one; empty if nobody measured it. */
  OptionalInt between(String one, String other) {
    Integer found = millis.getOrDefault(one, Map.of()).get(other);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  private static RegionLatencies read() {
    Map<String, Map<String, Integer>> millis = new TreeMap<>();
    for (List<String> row : CsvFile.rows("region-latency.csv")) {
      int median = Integer.parseInt(row.get(2));
      millis.computeIfAbsent(row.get(0), region -> new HashMap<>()).put(row.get(1), median);
      millis.computeIfAbsent(row.get(1), region -> new HashMap<>()).put(row.get(0), median);
    }
    return new RegionLatencies(millis);
  }
}
