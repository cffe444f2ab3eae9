package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Server;
import io.github.fleetdns.answer.ServersBehind;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The servers of a zone and those that its names lead to in other zones.
 *
 * <p>What two zones call alike is one server if nobody describes it, for it is called as its
 * address, or if it has an address or target in common; else the other zone's is told apart by its
 * name.
 *
 * @param zones the zones, the one whose clients ask first
 * @param servers all servers
 * @param behind which of them are behind answers
 */
record Tenants(List<HostedZone> zones, List<Server> servers, ServersBehind behind) {

  /** The servers of a home and of what some questions reach. */
  static Tenants of(World world, HostedZone home, List<Reach> reaches) {
    List<World.Zone> zones = new ArrayList<>();
    world.zones().stream().filter(zone -> is(home, zone.zone())).forEach(zones::add);
    for (Reach reach : reaches) {
      for (HostedZone reached : reach.zones()) {
        if (zones.stream().noneMatch(zone -> is(reached, zone.zone()))) {
          world.zones().stream().filter(zone -> is(reached, zone.zone())).forEach(zones::add);
        }
      }
    }
    Map<String, Server> all = new LinkedHashMap<>();
    List<List<Server>> own = new ArrayList<>();
    List<List<String>> names = new ArrayList<>();
    for (World.Zone zone : zones) {
      List<Server> its =
          is(home, zone.zone())
              ? zone.servers()
              : zone.servers().stream().filter(server -> serves(server, zone, reaches)).toList();
      List<String> called = new ArrayList<>();
      for (Server server : its) {
        String name = name(server, zone.zone(), all);
        Server before = all.get(name);
        all.put(name, before == null ? server.named(name) : both(before, server));
        called.add(name);
      }
      own.add(its);
      names.add(called);
    }
    List<ServersBehind.Of> behind = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      List<Server> as =
          names.get(i).stream()
              .flatMap(name -> Optional.ofNullable(all.get(name)).stream())
              .toList();
      behind.add(new ServersBehind.Of(zones.get(i).zone(), own.get(i), as));
    }
    return new Tenants(
        zones.stream().map(World.Zone::zone).toList(),
        List.copyOf(all.values()),
        ServersBehind.of(behind));
  }

  @SuppressWarnings("ReferenceEquality") // two equal zones of an input are two zones
  private static boolean is(HostedZone one, HostedZone other) {
    return one == other;
  }

  private static boolean serves(Server server, World.Zone zone, List<Reach> reaches) {
    return server.recordSets().stream()
        .anyMatch(key -> reaches.stream().anyMatch(reach -> reach.has(zone.zone(), key.name())));
  }

  private static String name(Server server, HostedZone zone, Map<String, Server> taken) {
    Server other = taken.get(server.name());
    boolean same = other == null || (other.derived() && server.derived()) || other.overlaps(server);
    return same ? server.name() : server.name() + " (" + zone.name() + ")";
  }

  private static Server both(Server one, Server other) {
    Set<String> checks = new LinkedHashSet<>(one.checks());
    checks.addAll(other.checks());
    Set<String> values = new LinkedHashSet<>(one.values());
    values.addAll(other.values());
    Set<io.github.fleetdns.zone.AliasTarget> targets = new LinkedHashSet<>(one.targets());
    targets.addAll(other.targets());
    Set<RecordSet.Key> sets = new LinkedHashSet<>(one.recordSets());
    sets.addAll(other.recordSets());
    return new Server(
        one.name(),
        one.region().or(other::region),
        one.capacity().isPresent() ? one.capacity() : other.capacity(),
        List.copyOf(checks),
        values,
        targets,
        sets,
        one.lost().and(other.lost()),
        one.derived() && other.derived());
  }
}
