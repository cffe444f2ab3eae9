package io.github.fleetdns.input;

import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.LoadChecks;
import io.github.fleetdns.compile.Origin;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The endpoints of a fleet, and the record sets of its compiled zone that lead to each.
 *
 * <p>An endpoint's own record sets show what answers with it; a record set of a route leads to the
 * endpoints that answer with a value of it or have its alias target. Where two endpoints have the
 * same address, the health check tells them apart.
 */
final class FleetEndpoints {
  private final CompiledZone compiled;
  private final Map<Integer, Part> parts = new LinkedHashMap<>();
  private final Map<Object, Set<Part>> byContent = new HashMap<>();

  private FleetEndpoints(CompiledZone compiled) {
    this.compiled = compiled;
    Fleet fleet = compiled.fleet();
    for (int i = 0; i < fleet.endpoints().size(); i++) {
      parts.put(i, new Part(fleet.endpoints().get(i), compiled));
    }
  }

  static Endpoints of(CompiledZone compiled) {
    FleetEndpoints endpoints = new FleetEndpoints(compiled);
    endpoints.addOwn();
    endpoints.addRouted();
    return new Endpoints(endpoints.parts.values().stream().map(Part::endpoint).toList());
  }

  private void addOwn() {
    for (int i = 0; i < compiled.origins().size(); i++) {
      if (compiled.origins().get(i) instanceof Origin.Endpoint origin) {
        Part part = parts.get(origin.endpoint());
        RecordSet set = compiled.zone().recordSets().get(i);
        if (part != null) {
          part.add(set);
          contents(set)
              .forEach(c -> byContent.computeIfAbsent(c, x -> new LinkedHashSet<>()).add(part));
        }
      }
    }
  }

  private void addRouted() {
    for (int i = 0; i < compiled.origins().size(); i++) {
      if (compiled.origins().get(i) instanceof Origin.Routed) {
        RecordSet set = compiled.zone().recordSets().get(i);
        candidates(set).forEach(part -> part.recordSets.add(set.key()));
      }
    }
  }

  private Set<Part> candidates(RecordSet set) {
    Set<Part> parts = new LinkedHashSet<>();
    contents(set).forEach(content -> parts.addAll(byContent.getOrDefault(content, Set.of())));
    List<Part> checked =
        set.routing().flatMap(Routing::healthCheck).stream()
            .flatMap(check -> parts.stream().filter(part -> part.healthChecks.contains(check)))
            .toList();
    return checked.isEmpty() ? parts : new LinkedHashSet<>(checked);
  }

  /** The values or the alias target; equal to an endpoint's if it leads there. */
  private static Stream<Object> contents(RecordSet set) {
    return set.content() instanceof Content.Values values
        ? values.values().stream().map(Object.class::cast)
        : set.alias().stream().map(Content.Alias::target);
  }

  /** An endpoint in the making. */
  private static final class Part {
    private final io.github.fleetdns.fleet.Endpoint endpoint;
    private final List<String> healthChecks = new ArrayList<>();
    private final Set<AliasTarget> aliasTargets = new LinkedHashSet<>();
    private final Set<String> values = new LinkedHashSet<>();
    private final Set<RecordSet.Key> recordSets = new LinkedHashSet<>();

    Part(io.github.fleetdns.fleet.Endpoint endpoint, CompiledZone compiled) {
      this.endpoint = endpoint;
      Stream.concat(Stream.of(endpoint.name()), LoadChecks.names(endpoint.name()).stream())
          .filter(compiled.zone().healthChecks()::containsKey)
          .forEach(healthChecks::add);
    }

    void add(RecordSet set) {
      recordSets.add(set.key());
      values.addAll(set.values());
      set.alias()
          .map(Content.Alias::target)
          .filter(target -> !(target instanceof AliasTarget.SameZone))
          .ifPresent(aliasTargets::add);
    }

    Endpoint endpoint() {
      return new Endpoint(
          endpoint.name(),
          endpoint.region(),
          endpoint.capacity(),
          healthChecks,
          aliasTargets,
          values,
          recordSets);
    }
  }
}
