package io.github.fleetdns.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fleet files of a size that nobody writes for a test: twenty regions, a pool of each. */
final class LargeFleet {
  private static final List<String> REGIONS =
      List.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "ca-central-1",
          "sa-east-1",
          "eu-central-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "eu-north-1",
          "eu-south-1",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-east-1",
          "af-south-1",
          "me-south-1");

  private LargeFleet() {}

  /** With so many endpoints. */
  static String of(int endpoints) {
    Map<String, List<String>> pools = new LinkedHashMap<>();
    List<String> lines =
        new ArrayList<>(
            List.of(
                "fleet: large",
                "zone: {name: ai.example.com}",
                "defaults: {ttl: 60, health: {https: /healthz}}",
                "endpoints:"));
    IntStream.range(0, endpoints)
        .forEach(
            i -> {
              String region = REGIONS.get(i % REGIONS.size());
              List<String> pool = pools.computeIfAbsent(region, r -> new ArrayList<>());
              pool.add(region + "-gpu-" + (pool.size() + 1));
              lines.add(
                  "  %s: {region: %s, address: 52.94.%d.%d, capacity: %d}"
                      .formatted(
                          pool.get(pool.size() - 1),
                          region,
                          1 + i / 250,
                          1 + i % 250,
                          100 + i * 37 % 200));
            });
    lines.add("pools:");
    pools.forEach(
        (region, members) ->
            lines.add(
                "  %s: {weighted: {%s}}"
                    .formatted(
                        region,
                        members.stream().map(m -> m + ": 1").collect(Collectors.joining(", ")))));
    lines.add("services:");
    lines.add("  api: {route: {latency: [" + String.join(", ", pools.keySet()) + "]}}");
    return String.join("\n", lines) + "\n";
  }
}
