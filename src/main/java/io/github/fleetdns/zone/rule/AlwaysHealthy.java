package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which record sets can never be unhealthy, and why (route53.md#health).
 *
 * <p>One such set keeps its group healthy, and with it every alias that evaluates the group's
 * health and has no check of its own.
 */
final class AlwaysHealthy {
  private final ZoneIndex zone;
  private final Map<Integer, Entry> causes = new HashMap<>();

  private AlwaysHealthy(ZoneIndex zone) {
    this.zone = zone;
  }

  /** Finds them in a zone. */
  static AlwaysHealthy in(ZoneIndex zone) {
    AlwaysHealthy found = new AlwaysHealthy(zone);
    found.search();
    return found;
  }

  /** The record set that keeps this one healthy, maybe itself; empty if it can be unhealthy. */
  Optional<Entry> cause(Entry entry) {
    return Optional.ofNullable(causes.get(entry.index()));
  }

  /** Whether Route 53 looks at the health of such a resource. */
  static boolean isWithoutHealth(AwsService service) {
    return service.health() == AwsService.TargetHealth.NONE;
  }

  private void search() {
    Map<RecordSet.Group, List<Entry>> followers = new HashMap<>();
    Deque<Entry> open = new ArrayDeque<>();
    for (Entry entry : zone.entries()) {
      if (canFailByCheck(entry)) {
        continue;
      }
      if (byItself(entry)) {
        causes.put(entry.index(), entry);
        open.add(entry);
      } else if (entry.target().isPresent()) {
        followers
            .computeIfAbsent(entry.target().orElseThrow(), group -> new ArrayList<>())
            .add(entry);
      }
    }
    while (!open.isEmpty()) {
      Entry healthy = open.remove();
      // The first of a group settles the group: its followers are taken out.
      List<Entry> settled = followers.remove(healthy.set().group());
      if (settled != null) {
        for (Entry follower : settled) {
          causes.put(follower.index(), causes.getOrDefault(healthy.index(), healthy));
          open.add(follower);
        }
      }
    }
  }

  private boolean canFailByCheck(Entry entry) {
    return entry
        .check()
        .map(name -> Optional.ofNullable(zone.zone().healthChecks().get(name)))
        .filter(check -> check.isEmpty() || !isConstant(check.get()))
        .isPresent();
  }

  private static boolean isConstant(HealthCheck check) {
    return check.common().disabled() && !check.common().inverted();
  }

  private static boolean byItself(Entry entry) {
    return !entry.evaluatesTarget()
        || entry.service().filter(AlwaysHealthy::isWithoutHealth).isPresent();
  }
}
