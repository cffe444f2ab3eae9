package io.github.fleetdns.input;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.LoadChecks;
import io.github.fleetdns.compile.Origin;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The endpoints of a fleet as servers, with the record sets that the compiler made for each. */
final class FleetServers {
  private FleetServers() {}

  static Servers of(CompiledZone compiled) {
    Map<String, Set<RecordSet.Key>> standing = new LinkedHashMap<>();
    Map<String, List<RecordSet>> own = new LinkedHashMap<>();
    List<Endpoint> endpoints = compiled.fleet().endpoints();
    Set<String> unpublished = new HashSet<>();
    endpoints.stream().filter(e -> !e.published()).map(Endpoint::name).forEach(unpublished::add);
    for (int i = 0; i < compiled.origins().size(); i++) {
      RecordSet set = compiled.zone().recordSets().get(i);
      Origin origin = compiled.origins().get(i);
      List<String> itself =
          origin.match(
              endpoint -> List.of(endpoints.get(endpoint.endpoint()).name()),
              stated -> List.of(),
              routed -> List.of());
      List<String> names =
          origin.match(endpoint -> itself, stated -> List.of(), Origin.Routed::endpoints);
      itself.forEach(name -> own.computeIfAbsent(name, n -> new ArrayList<>()).add(set));
      if (itself.isEmpty() && names.size() == 1) {
        // Without a record of its own, what stands for it alone has its values.
        names.stream()
            .filter(unpublished::contains)
            .forEach(name -> own.computeIfAbsent(name, n -> new ArrayList<>()).add(set));
      }
      names.forEach(
          name -> standing.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(set.key()));
    }
    return new Servers(
        endpoints.stream()
            .map(
                endpoint ->
                    server(
                        endpoint,
                        compiled.zone(),
                        own.getOrDefault(endpoint.name(), List.of()),
                        standing.getOrDefault(endpoint.name(), Set.of())))
            .toList());
  }

  private static Server server(
      Endpoint endpoint, HostedZone zone, List<RecordSet> own, Set<RecordSet.Key> standing) {
    List<String> checks =
        Stream.concat(
                endpoint.health().stream().map(health -> LoadChecks.ofHealth(endpoint, health)),
                LoadChecks.names(endpoint.name()).stream())
            .filter(zone.healthChecks()::containsKey)
            .toList();
    Set<String> values = new LinkedHashSet<>();
    Set<AliasTarget> targets = new LinkedHashSet<>();
    for (RecordSet set : own) {
      values.addAll(set.values());
      set.alias()
          .map(Content.Alias::target)
          .filter(target -> !(target instanceof AliasTarget.SameZone))
          .ifPresent(targets::add);
    }
    Server server =
        new Server(
            endpoint.name(),
            endpoint.region(),
            endpoint.capacity(),
            checks,
            values,
            targets,
            standing,
            Outages.NONE,
            false);
    return server.losing(Failures.lost(server, zone));
  }
}
