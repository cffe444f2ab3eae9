package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.dns.OutageNames;
import io.github.fleetdns.input.Failures;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The failures of inputs, as the server asks for them; a region's name alone means the region. */
final class InputOutages implements OutageNames {
  private static final String REGION = "region:";

  private final Map<DomainName, Failures> zones = new LinkedHashMap<>();

  /** Names of things in these zones, of which no two have one name. */
  InputOutages(List<ZoneInput> inputs) {
    inputs.forEach(input -> zones.put(input.zone().name(), Failures.of(input)));
  }

  @Override
  public Optional<Outages> in(HostedZone zone, String name) {
    return Optional.ofNullable(zones.get(zone.name()))
        .flatMap(failures -> failures.named(name).or(() -> failures.named(REGION + name)))
        .map(Failures.Failure::outages);
  }

  @Override
  public List<String> known() {
    Set<String> names = new LinkedHashSet<>();
    zones.values().forEach(failures -> names.addAll(failures.names()));
    return List.copyOf(names);
  }
}
