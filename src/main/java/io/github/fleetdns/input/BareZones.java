package io.github.fleetdns.input;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Zones of which a file has the record sets and nothing else, as input. */
final class BareZones {
  private BareZones() {}

  /**
   * A zone, with what breaks Route 53's rules in it.
   *
   * @param problems what was wrong before it could be read
   */
  static Input of(String source, Optional<HostedZone> zone, List<Problem> problems) {
    List<Problem> all = new ArrayList<>(problems);
    zone.ifPresent(
        read ->
            Rules.check(read)
                .forEach(
                    finding ->
                        all.add(
                            new Problem(
                                Location.startOf(source),
                                finding.rule().severity(),
                                finding.rule().id(),
                                finding.message().toString()))));
    List<ZoneInput> zones =
        zone.stream()
            .map(
                read ->
                    new ZoneInput(
                        read,
                        source,
                        all,
                        DerivedServers.of(read),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
            .toList();
    return new Input(zones, List.of(), List.of(), List.of(), all, Set.of());
  }
}
