package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Server;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may be lost of a zone. */
public final class Losses {
  private Losses() {}

  /**
   * Each server, each region that has servers, and each health check of the zone, in that order.
   */
  public static List<Loss> single(HostedZone zone, List<Server> servers) {
    return single(zone.healthChecks().keySet(), servers);
  }

  /** Each server, each region that has servers, and each of these health checks, in that order. */
  static List<Loss> single(Set<String> checks, List<Server> servers) {
    List<Loss> losses = new ArrayList<>();
    servers.forEach(server -> losses.add(Loss.ofServer(server)));
    Map<String, List<Server>> regions = new LinkedHashMap<>();
    for (Server server : servers) {
      server
          .region()
          .ifPresent(region -> regions.computeIfAbsent(region, r -> new ArrayList<>()).add(server));
    }
    regions.forEach((region, there) -> losses.add(Loss.ofRegion(region, there)));
    checks.forEach(check -> losses.add(Loss.ofCheck(check)));
    return losses;
  }

  /**
   * Pairs of single losses, each once. Left out are pairs of which one takes what the other takes
   * already, such as a region and a server in it.
   */
  public static List<Loss> pairs(List<Loss> single) {
    List<Loss> pairs = new ArrayList<>();
    for (int i = 0; i < single.size(); i++) {
      for (int j = i + 1; j < single.size(); j++) {
        Loss one = single.get(i);
        Loss other = single.get(j);
        if (!one.covers(other) && !other.covers(one)) {
          pairs.add(one.and(other));
        }
      }
    }
    return pairs;
  }
}
