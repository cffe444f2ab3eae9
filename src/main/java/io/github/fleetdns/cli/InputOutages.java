package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.dns.OutageNames;
import io.github.fleetdns.input.Endpoint;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is down when a user says so: an endpoint, a health check, an alias target or a region. */
final class InputOutages implements OutageNames {
  private static final String REGION = "region:";

  private final List<ZoneInput> zones;

  /** Names of the things in these zones. */
  InputOutages(List<ZoneInput> zones) {
    this.zones = List.copyOf(zones);
  }

  @Override
  public Outages in(HostedZone zone, String name) {
    return zones.stream()
        .filter(input -> input.zone().equals(zone))
        .map(input -> in(input, name))
        .reduce(Outages.NONE, Outages::and);
  }

  private static Outages in(ZoneInput input, String name) {
    Set<String> checks = new LinkedHashSet<>();
    Set<AliasTarget> targets = new LinkedHashSet<>();
    String region = name.startsWith(REGION) ? name.substring(REGION.length()) : name;
    for (Endpoint endpoint : input.endpoints().all()) {
      if (endpoint.name().equals(name) || endpoint.region().filter(region::equals).isPresent()) {
        endpoint.healthChecks().stream()
            .filter(
                check ->
                    !(input.zone().healthChecks().get(check) instanceof HealthCheck.Calculated))
            .forEach(checks::add);
        targets.addAll(endpoint.aliasTargets());
      }
    }
    if (input.zone().healthChecks().containsKey(name)) {
      checks.add(name);
    }
    return new Outages(checks, Set.of(), targets);
  }

  @Override
  public List<String> known() {
    Set<String> names = new LinkedHashSet<>();
    for (ZoneInput input : zones) {
      input.endpoints().all().forEach(endpoint -> names.add(endpoint.name()));
      input.endpoints().regions().forEach(region -> names.add(REGION + region));
    }
    return List.copyOf(names);
  }
}
