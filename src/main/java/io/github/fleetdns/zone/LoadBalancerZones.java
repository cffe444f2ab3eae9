package io.github.fleetdns.zone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hosted zone ids that aliases to load balancers need, by region; they stand in {@code
 * load-balancer-zones.txt}.
 */
public final class LoadBalancerZones {
  private static final String FILE = "/load-balancer-zones.txt";
  private static final Map<String, LoadBalancerZones> BY_REGION = read();

  private final String application;
  private final String network;

  private LoadBalancerZones(String application, String network) {
    this.application = application;
    this.network = network;
  }

  private static Map<String, LoadBalancerZones> read() {
    Map<String, LoadBalancerZones> zones = new HashMap<>();
    try (InputStream in = LoadBalancerZones.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in the jar");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .forEach(row -> zones.put(row[0], new LoadBalancerZones(row[1], row[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zones;
  }

  /** The ids of a region; empty for one that AWS published later. */
  public static Optional<LoadBalancerZones> in(String region) {
    return Optional.ofNullable(BY_REGION.get(region));
  }

  /** The id of Application and Classic Load Balancers. */
  public String application() {
    return application;
  }

  /** The id of Network Load Balancers. */
  public String network() {
    return network;
  }
}
