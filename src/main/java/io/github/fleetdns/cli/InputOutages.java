package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.dns.OutageNames;
import io.github.fleetdns.input.Failures;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.zone.HostedZone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The failures of inputs, as the server asks for them; a region's name alone means the region. */
final class InputOutages implements OutageNames {
  private static final String REGION = "region:";

  private final List<ZoneInput> inputs;

  /** Names of things in these zones. */
  InputOutages(List<ZoneInput> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // two equal zones of an input are two zones
  public Optional<Outages> in(HostedZone zone, String name) {
    return inputs.stream()
        .filter(input -> input.zone() == zone)
        .findFirst()
        .map(Failures::of)
        .flatMap(failures -> failures.named(name).or(() -> failures.named(REGION + name)))
        .map(Failures.Failure::outages);
  }

  @Override
  public List<String> known() {
    Set<String> names = new LinkedHashSet<>();
    inputs.forEach(input -> names.addAll(Failures.of(input).names()));
    return List.copyOf(names);
  }
}
