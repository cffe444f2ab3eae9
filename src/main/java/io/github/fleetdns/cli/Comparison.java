package io.github.fleetdns.cli;

import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a file's zone differs from the zone that exists, record set by record set. */
final class Comparison {
  /** A record set with the check itself in place of the name that each side has for it. */
  private record Seen(RecordSet set, Optional<HealthCheck> check) {}

  private Comparison() {}

  static List<String> of(HostedZone file, HostedZone existing) {
    Map<RecordSet.Key, Seen> ours = seen(file);
    Map<RecordSet.Key, Seen> theirs = seen(existing);
    List<String> lines = new ArrayList<>();
    ours.forEach(
        (key, set) -> {
          Seen other = theirs.get(key);
          if (other == null) {
            lines.add("+ " + key + ": only in the file");
          } else if (!other.equals(set)) {
            lines.add("~ " + key + ": " + what(set, other));
          }
        });
    theirs
        .keySet()
        .forEach(
            key -> {
              if (!ours.containsKey(key)) {
                lines.add("- " + key + ": only in the zone");
              }
            });
    if (!file.comment().equals(existing.comment())) {
      lines.add("~ the zone's comment");
    }
    return lines;
  }

  private static String what(Seen ours, Seen theirs) {
    List<String> parts = new ArrayList<>();
    if (!ours.set().ttl().equals(theirs.set().ttl())) {
      parts.add("TTL " + text(ours.set()) + " in the file, " + text(theirs.set()) + " in the zone");
    }
    if (!ours.set().values().equals(theirs.set().values())) {
      parts.add(
          String.join(", ", ours.set().values())
              + " in the file, "
              + String.join(", ", theirs.set().values())
              + " in the zone");
    }
    if (!ours.set().alias().equals(theirs.set().alias())) {
      parts.add("the alias");
    }
    if (!ours.set().policy().equals(theirs.set().policy())) {
      parts.add("the policy");
    }
    if (!ours.check().equals(theirs.check())) {
      parts.add("the health check");
    }
    return String.join("; ", parts);
  }

  private static String text(RecordSet set) {
    return set.ttl().isPresent() ? Long.toString(set.ttl().getAsLong()) : "of the target";
  }

  private static Map<RecordSet.Key, Seen> seen(HostedZone zone) {
    Map<RecordSet.Key, Seen> seen = new LinkedHashMap<>();
    for (RecordSet set : zone.recordSets()) {
      Optional<HealthCheck> check =
          set.routing()
              .flatMap(routing -> routing.healthCheck())
              .flatMap(name -> Optional.ofNullable(zone.healthChecks().get(name)));
      RecordSet bare =
          new RecordSet(
              set.name(),
              set.type(),
              set.routing()
                  .map(
                      routing ->
                          new io.github.fleetdns.zone.Routing(
                              routing.setIdentifier(), routing.policy(), Optional.empty())),
              set.content());
      seen.put(set.key(), new Seen(bare, check));
    }
    return seen;
  }
}
