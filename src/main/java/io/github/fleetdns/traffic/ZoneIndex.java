package io.github.fleetdns.traffic;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is where in a zone; made once, in time proportional to it. */
final class ZoneIndex {
  private final Map<DomainName, List<RecordSet>> byName = new HashMap<>();
  private final List<RecordSet> delegations = new ArrayList<>();
  private final List<RecordSet> leadingOn = new ArrayList<>();
  private final Map<String, List<String>> parents = new HashMap<>();

  private ZoneIndex(HostedZone zone) {
    for (RecordSet set : zone.recordSets()) {
      byName.computeIfAbsent(set.name(), name -> new ArrayList<>()).add(set);
      if (set.type() == RecordType.NS) {
        delegations.add(set);
      }
      if (onward(set).isPresent()) {
        leadingOn.add(set);
      }
    }
    zone.healthChecks()
        .forEach(
            (name, check) ->
                check
                    .children()
                    .forEach(c -> parents.computeIfAbsent(c, x -> new ArrayList<>()).add(name)));
  }

  static ZoneIndex of(HostedZone zone) {
    return new ZoneIndex(zone);
  }

  /** The record sets of a name, in the zone's order. */
  List<RecordSet> at(DomainName name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The NS record sets. */
  List<RecordSet> delegations() {
    return delegations;
  }

  /** The record sets that lead to a name, of this zone or of another one. */
  List<RecordSet> leadingOn() {
    return leadingOn;
  }

  /** The calculated checks that count a check. */
  List<String> parents(String check) {
    return parents.getOrDefault(check, List.of());
  }

  /**
   * The name that resolvers, or an alias that Route 53 refuses (route53.md#r48), go on to; an alias
   * within the zone is none.
   */
  static Optional<DomainName> onward(RecordSet set) {
    if (set.type() == RecordType.CNAME && set.alias().isEmpty()) {
      return set.values().stream().findFirst().flatMap(ZoneIndex::name);
    }
    return set.alias().map(Content.Alias::target).orElse(null)
                instanceof AliasTarget.AwsResource resource
            && resource.service() == AwsService.OTHER
        ? name(resource.dnsName())
        : Optional.empty();
  }

  private static Optional<DomainName> name(String text) {
    try {
      return Optional.of(DomainName.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
