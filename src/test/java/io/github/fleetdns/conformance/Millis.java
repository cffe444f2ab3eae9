package io.github.fleetdns.conformance;

import io.github.fleetdns.geo.AwsRegions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The estimated milliseconds to a region as docs/geography.md says it, step by step: by way of the
 * three nearest measured regions that are no more than three times as far as the first, or else by
 * distance.
 */
final class Millis {
  private static final Map<List<String>, Double> MEASURED = read();

  private Millis() {}

  static double to(String region, ToDoubleFunction<AwsRegions.Region> km) {
    List<AwsRegions.Region> three =
        AwsRegions.all().stream()
            .filter(near -> MEASURED.containsKey(List.of(near.name(), near.name())))
            .sorted(Comparator.comparingDouble(km))
            .limit(3)
            .toList();
    return three.stream()
        .filter(near -> km.applyAsDouble(near) <= 3 * km.applyAsDouble(three.get(0)))
        .flatMap(
            near ->
                Optional.ofNullable(MEASURED.get(List.of(near.name(), region)))
                    .map(onward -> onward + byDistance(km.applyAsDouble(near)))
                    .stream())
        .min(Comparator.naturalOrder())
        .orElseGet(() -> byDistance(km.applyAsDouble(AwsRegions.of(region).orElseThrow())));
  }

  private static double byDistance(double km) {
    return 10 + 2 * km * 1.6 * 3 / (2 * 299.792458);
  }

  private static Map<List<String>, Double> read() {
    Map<List<String>, Double> millis = new HashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("src/main/resources/geo/region-latency.csv"))) {
        String[] row = line.split(",", -1);
        if (row.length == 3 && row[2].matches("\\d+")) {
          millis.put(List.of(row[0], row[1]), Double.valueOf(row[2]));
          millis.put(List.of(row[1], row[0]), Double.valueOf(row[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return millis;
  }
}
