package io.github.fleetdns.input;

import io.github.fleetdns.config.OctodnsZone;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** octoDNS's zone files in YAML, as what octoDNS makes of them at Route 53. */
final class OctodnsFormat implements Format {
  private static final Pattern FLEET =
      Pattern.compile("(?m)^(?:fleet|extends|zone|endpoints|services)\\s*:");

  @Override
  public boolean recognises(Text text) {
    return !text.isNamedJson()
        && text.content().contains("type:")
        && !FLEET.matcher(text.content()).find()
        && OctodnsZone.isOne(text.name(), text.content());
  }

  @Override
  public Input read(Text text) {
    List<Problem> problems = new ArrayList<>();
    Optional<HostedZone> zone = OctodnsZone.read(text.name(), text.content(), problems);
    return BareZones.of(text.name(), zone, problems);
  }
}
