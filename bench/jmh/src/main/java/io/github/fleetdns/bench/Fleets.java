package io.github.fleetdns.bench;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Fleets of any size, for the benchmarks. */
final class Fleets {
  private static final List<String> REGIONS =
      List.of("us-east-1", "us-west-1", "eu-central-1", "ap-northeast-1");

  private Fleets() {}

  /** A fleet file with as many servers, an address and an A record each. */
  static String plain(int servers) {
    StringBuilder yaml =
        new StringBuilder(
            "fleet: plain\nzone: {name: ai.example.com}\ndefaults: {ttl: 60}\nendpoints:\n");
    for (int i = 0; i < servers; i++) {
      yaml.append(String.format(Locale.ROOT, "  s%05d: {address: %s}%n", i, address(i)));
    }
    return yaml.toString();
  }

  /**
   * A fleet file whose servers have a health check each and stand, by fifties, in weighted pools; a
   * service fails over from one pool to the next, and another goes by place.
   *
   * @param servers how many; rounded up to whole pools, two at least
   */
  static String steered(int servers) {
    int pools = Math.max(2, (servers + 49) / 50);
    StringBuilder yaml =
        new StringBuilder(
            """
            fleet: steered
            zone: {name: ai.example.com}
            defaults: {ttl: 60}
            endpoints:
            """);
    for (int i = 0; i < pools * 50; i++) {
      String region = REGIONS.get(i / 50 % REGIONS.size());
      yaml.append(
          String.format(
              Locale.ROOT,
              "  s%05d: {address: %s, region: %s, health: {https: /up}}%n",
              i,
              address(i),
              region));
    }
    yaml.append("pools:\n");
    for (int pool = 0; pool < pools; pool++) {
      yaml.append(String.format(Locale.ROOT, "  p%03d: {weighted: {", pool));
      for (int i = 0; i < 50; i++) {
        yaml.append(String.format(Locale.ROOT, "%ss%05d: 1", i == 0 ? "" : ", ", pool * 50 + i));
      }
      yaml.append("}}\n");
    }
    yaml.append("services:\n");
    for (int pool = 0; pool + 1 < pools; pool++) {
      yaml.append(
          String.format(
              Locale.ROOT,
              "  svc%03d: {route: {geolocation: {europe: {failover: [p%03d, p%03d]}, \"*\": p%03d}}}%n",
              pool,
              pool,
              pool + 1,
              pool + 1));
    }
    return yaml.toString();
  }

  private static String address(int i) {
    return "52." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255);
  }

  /** The fleet of a file, which has no errors. */
  static Fleet read(String yaml) {
    FleetFile file = FleetFile.parse("fleet.yaml", yaml);
    return file.fleet()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    Arrays.toString(file.problems().stream().limit(5).toArray())));
  }
}
