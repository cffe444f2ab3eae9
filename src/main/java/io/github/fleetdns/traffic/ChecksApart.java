package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Health checks that several zones call alike and that are not the same, as those of two fleets, by
 * names of their own.
 */
final class ChecksApart {
  private ChecksApart() {}

  /** The zones among these whose checks had to be called otherwise, in place of what they were. */
  static IdentityHashMap<HostedZone, World.Zone> in(World world, List<HostedZone> zones) {
    IdentityHashMap<HostedZone, World.Zone> apart = new IdentityHashMap<>();
    Map<String, HealthCheck> known = new HashMap<>();
    for (HostedZone zone : zones) {
      Map<String, String> names = new HashMap<>();
      zone.healthChecks()
          .forEach(
              (name, check) -> {
                HealthCheck other = known.putIfAbsent(name, check);
                if (other != null && !other.equals(check)) {
                  names.put(name, name + " (" + zone.name() + ")");
                }
              });
      if (!names.isEmpty()) {
        apart.put(zone, renamed(world.of(zone), name -> names.getOrDefault(name, name)));
      }
    }
    return apart;
  }

  private static World.Zone renamed(World.Zone of, UnaryOperator<String> name) {
    HostedZone zone = of.zone();
    List<RecordSet> sets = zone.recordSets().stream().map(set -> set.checkedBy(name)).toList();
    Map<String, HealthCheck> checks = new LinkedHashMap<>();
    zone.healthChecks().forEach((was, check) -> checks.put(name.apply(was), check.counting(name)));
    List<Server> servers = new ArrayList<>();
    of.servers().forEach(server -> servers.add(server.checkedBy(name)));
    return new World.Zone(
        new NameSpace.Member(
            new HostedZone(
                zone.name(),
                zone.comment(),
                zone.tags(),
                zone.visibility(),
                sets,
                checks,
                zone.cidrCollections(),
                zone.unknowns().checkedBy(name)),
            of.member().nameServers()),
        servers);
  }
}
