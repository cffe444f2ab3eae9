package io.github.fleetdns.dns;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.List;
import java.util.stream.Stream;

/** What the AWS resources are called that aliases of zones point at. */
public final class TargetNames {
  private TargetNames() {}

  /** All names, each once. */
  public static List<String> of(List<HostedZone> zones) {
    return targets(zones).map(AliasTarget::handle).distinct().toList();
  }

  /** Whether an alias points at a resource of this name. */
  public static boolean isKnown(List<HostedZone> zones, String name) {
    return targets(zones).anyMatch(target -> target.isCalled(name));
  }

  private static Stream<AliasTarget> targets(List<HostedZone> zones) {
    return zones.stream()
        .flatMap(zone -> zone.recordSets().stream())
        .flatMap((RecordSet set) -> set.alias().stream())
        .map(Content.Alias::target)
        .filter(target -> target.awsService().isPresent());
  }
}
