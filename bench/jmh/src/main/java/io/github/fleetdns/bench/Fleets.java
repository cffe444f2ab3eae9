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

  /** Three servers behind one name, by weight. */
  static String weighted() {
    return """
        fleet: weighted
        zone: {name: ai.example.com}
        endpoints:
          a: {address: 52.94.1.1}
          b: {address: 52.94.1.2}
          c: {address: 52.94.1.3}
        services:
          api: {route: {weighted: {a: 1, b: 2, c: 3}}}
        """;
  }

  /** Geolocation, then failover, then weights. */
  static String tree() {
    return """
        fleet: tree
        zone: {name: ai.example.com}
        defaults: {ttl: 60, health: {https: /up}}
        endpoints:
          eu-1: {region: eu-central-1, address: 52.94.1.1}
          eu-2: {region: eu-west-1, address: 52.94.1.2}
          us-1: {region: us-east-1, address: 52.94.1.3}
          us-2: {region: us-west-1, address: 52.94.1.4}
        pools:
          eu: {weighted: {eu-1: 3, eu-2: 1}}
          us: {weighted: {us-1: 3, us-2: 1}}
        services:
          api:
            route:
              geolocation:
                europe: {failover: [eu, us]}
                north-america: {failover: [us, eu]}
                "*": {failover: [us, eu]}
        """;
  }

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

  /**
   * A fleet file with a service {@code api} of as many endpoints, which goes by continent, then by
   * latency, then by weight, and further records besides.
   *
   * @param endpoints how many; 20 at least
   * @param records how many record sets the zone has, about
   */
  static String world(int endpoints, int records) {
    StringBuilder yaml =
        new StringBuilder(
            """
            fleet: world
            zone: {name: ai.example.com}
            defaults: {ttl: 60, health: {https: /up}}
            endpoints:
            """);
    for (int i = 0; i < endpoints; i++) {
      yaml.append(
          String.format(
              Locale.ROOT,
              "  s%05d: {address: %s, region: %s, capacity: 10}%n",
              i,
              address(i),
              REGIONS.get(i % REGIONS.size())));
    }
    yaml.append("pools:\n");
    for (int region = 0; region < REGIONS.size(); region++) {
      yaml.append(String.format(Locale.ROOT, "  p%d: {weighted: {", region));
      for (int i = region; i < endpoints; i += REGIONS.size()) {
        yaml.append(String.format(Locale.ROOT, "%ss%05d: 1", i == region ? "" : ", ", i));
      }
      yaml.append("}}\n");
    }
    yaml.append("  by-latency: {latency: {");
    for (int region = 0; region < REGIONS.size(); region++) {
      yaml.append(
          String.format(
              Locale.ROOT, "%s%s: p%d", region == 0 ? "" : ", ", REGIONS.get(region), region));
    }
    yaml.append(
        """
        }}
        services:
          api:
            route:
              geolocation:
                europe: {failover: [p2, by-latency]}
                north-america: {failover: [p0, by-latency]}
                asia: {failover: [p3, by-latency]}
                "*": by-latency
        records:
        """);
    for (int i = 0; i < records - 3 * endpoints; i++) {
      yaml.append(String.format(Locale.ROOT, "  r%05d: {TXT: \"%d\"}%n", i, i));
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
