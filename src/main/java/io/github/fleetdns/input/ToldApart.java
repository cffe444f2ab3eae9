package io.github.fleetdns.input;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Overlaps;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The servers of a zone that nobody describes, called as a fleet for another version of the zone
 * calls them: those of a fleet's state or plan, beside the fleet.
 *
 * <p>What leads to a value of one endpoint only is that endpoint. Where several endpoints have one
 * value, the record sets with the names, types and set identifiers that stand for an endpoint there
 * stand for it here. What no endpoint is like stays as it is.
 */
final class ToldApart {
  private final HostedZone zone;
  private final Map<RecordSet.Key, RecordSet> sets = new HashMap<>();

  private ToldApart(HostedZone zone) {
    this.zone = zone;
    zone.recordSets().forEach(set -> sets.put(set.key(), set));
  }

  static Servers of(HostedZone zone, Servers servers, Servers described) {
    Overlaps known =
        Overlaps.with(described.all().stream().filter(server -> !server.derived()).toList());
    ToldApart apart = new ToldApart(zone);
    Map<String, Server> told = new LinkedHashMap<>();
    for (Server server : servers.all()) {
      List<Server> like = server.derived() ? known.of(server) : List.of();
      List<Server> parts =
          like.isEmpty()
              ? List.of(server)
              : like.stream()
                  .map(endpoint -> apart.part(server, endpoint, like.size() == 1))
                  .toList();
      // An endpoint with several values was a server for each of them.
      parts.forEach(part -> told.merge(part.name(), part, apart::both));
    }
    return new Servers(List.copyOf(told.values()));
  }

  /** What of a derived server an endpoint is: all of it if no other endpoint is like it. */
  private Server part(Server server, Server endpoint, boolean alone) {
    Set<RecordSet.Key> standing = new LinkedHashSet<>(server.recordSets());
    if (!alone) {
      standing.retainAll(endpoint.recordSets());
    }
    Set<String> checks = new LinkedHashSet<>();
    for (RecordSet.Key key : standing) {
      Optional.ofNullable(sets.get(key))
          .flatMap(RecordSet::routing)
          .flatMap(Routing::healthCheck)
          .ifPresent(checks::add);
    }
    return noticed(
        new Server(
            endpoint.name(),
            endpoint.region().or(server::region),
            server.capacity(),
            List.copyOf(checks),
            server.values(),
            server.targets(),
            standing,
            Outages.NONE,
            false));
  }

  private Server both(Server one, Server other) {
    Set<String> checks = new LinkedHashSet<>(one.checks());
    checks.addAll(other.checks());
    Set<String> values = new LinkedHashSet<>(one.values());
    values.addAll(other.values());
    Set<AliasTarget> targets = new LinkedHashSet<>(one.targets());
    targets.addAll(other.targets());
    Set<RecordSet.Key> standing = new LinkedHashSet<>(one.recordSets());
    standing.addAll(other.recordSets());
    return noticed(
        new Server(
            one.name(),
            one.region().or(other::region),
            one.capacity(),
            List.copyOf(checks),
            values,
            targets,
            standing,
            Outages.NONE,
            false));
  }

  private Server noticed(Server server) {
    return server.losing(Failures.lost(server, zone));
  }
}
