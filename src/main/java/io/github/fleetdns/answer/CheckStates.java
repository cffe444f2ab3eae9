package io.github.fleetdns.answer;

import io.github.fleetdns.zone.HealthCheck;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which health checks are healthy while something is down (route53.md#check-types). */
public final class CheckStates {
  private final Map<String, HealthCheck> checks;
  private final Outages outages;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /** The states of these checks with this down, each found when it is asked for. */
  public CheckStates(Map<String, HealthCheck> checks, Outages outages) {
    this.checks = checks;
    this.outages = outages;
  }

  /**
   * Whether a check is healthy. One that the zone does not have, an id of elsewhere, is what the
   * outages say of it.
   */
  public boolean isHealthy(String name) {
    Boolean state = known.get(name);
    if (state == null) {
      // A calculated check that counts itself, which Route 53 refuses, counts itself as healthy.
      if (!open.add(name)) {
        return true;
      }
      state = find(name);
      open.remove(name);
      known.put(name, state);
    }
    return state;
  }

  private boolean find(String name) {
    HealthCheck check = checks.get(name);
    if (check == null) {
      return !outages.checks().contains(name);
    }
    boolean result = check.common().disabled() || isUp(name, check);
    return result != check.common().inverted();
  }

  /** Without a stream, for checks may stand on each other a thousand deep. */
  private int healthy(List<String> children) {
    int healthy = 0;
    for (String child : children) {
      healthy += isHealthy(child) ? 1 : 0;
    }
    return healthy;
  }

  private boolean isUp(String name, HealthCheck check) {
    if (outages.checks().contains(name)) {
      return false;
    }
    return check.match(
        endpoint -> true,
        calculated -> healthy(calculated.children()) >= calculated.atLeast(),
        // The last known status of a check that never had another is healthy.
        alarm ->
            !outages.withoutData().contains(name)
                || alarm.insufficientData() != HealthCheck.InsufficientData.UNHEALTHY,
        control -> true);
  }
}
