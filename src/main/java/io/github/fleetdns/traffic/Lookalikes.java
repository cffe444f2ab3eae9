package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Server;
import io.github.fleetdns.answer.ServersBehind;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Servers that nobody describes and that may be several: two record sets of one group that share
 * their traffic lead to one value. Terraform does not say whether that is one server in two roles
 * or two servers behind one address.
 */
final class Lookalikes {
  private Lookalikes() {}

  /** A sentence for each such server and group, in the zone's order. */
  static List<String> in(HostedZone zone, ServersBehind behind) {
    Map<RecordSet.Group, Map<String, List<RecordSet>>> groups = new LinkedHashMap<>();
    for (RecordSet set : zone.recordSets()) {
      if (set.routing().isPresent()) {
        for (Server server : behind.of(set)) {
          if (server.derived()) {
            groups
                .computeIfAbsent(set.group(), group -> new LinkedHashMap<>())
                .computeIfAbsent(server.name(), name -> new ArrayList<>())
                .add(set);
          }
        }
      }
    }
    List<String> sentences = new ArrayList<>();
    groups.forEach(
        (group, servers) ->
            servers.forEach(
                (name, sets) -> {
                  if (sets.size() > 1 && mayBeSeveral(sets)) {
                    sentences.add(sentence(group, name, sets));
                  }
                }));
    return sentences;
  }

  /** Places, networks and regions often share a server; shares of traffic seldom do. */
  private static boolean mayBeSeveral(List<RecordSet> sets) {
    RoutingPolicy policy = sets.get(0).policy().orElseThrow();
    Set<Object> checks =
        sets.stream()
            .map(set -> set.routing().flatMap(Routing::healthCheck))
            .collect(Collectors.toSet());
    return checks.size() > 1 || !policy.dependsOnClient();
  }

  private static String sentence(RecordSet.Group group, String name, List<RecordSet> sets) {
    List<String> identifiers =
        sets.stream()
            .map(set -> "\"" + set.routing().map(Routing::setIdentifier).orElse("") + "\"")
            .toList();
    return name
        + " is behind "
        + identifiers.size()
        + " record sets of "
        + group
        + " ("
        + String.join(", ", identifiers)
        + ") and counts as one server: nothing here says whether it is several, a fleet file would";
  }
}
