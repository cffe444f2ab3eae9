package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;

/**
 * The plans of one state of the zones: each is made when it is first asked for, and is then a
 * look-up. Those of questions that everybody gets the same answer to are shared by all clients.
 * Safe for use by several threads; bounded, since names can be made up.
 */
final class Plans {
  private static final int MAX_KNOWN = 1 << 15;

  private final Map<Asked, Plan> known = new ConcurrentHashMap<>();

  /**
   * What a plan is remembered by.
   *
   * @param cell where the client is; null for everybody
   */
  private record Asked(Name name, int type, Cells.@Nullable Cell cell) {}

  /** Makes a plan. */
  interface Maker {
    /** The plan for a client. */
    Plan planFor(Client client);
  }

  /** The plan that holds for every client; empty if there is none, or it was not made yet. */
  Optional<Plan> forEverybody(Name name, int type) {
    return Optional.ofNullable(known.get(new Asked(name, type, null)));
  }

  /** The plan for the clients of a cell. */
  Plan in(Cells.Cell cell, Name name, int type, Maker maker) {
    Asked asked = new Asked(name, type, cell);
    Plan plan = known.get(asked);
    if (plan == null) {
      plan = maker.planFor(cell.client());
      if (known.size() >= MAX_KNOWN) {
        known.clear();
      }
      known.put(plan.perClient() ? asked : new Asked(name, type, null), plan);
    }
    return plan;
  }

  /** How many are remembered. */
  int size() {
    return known.size();
  }
}
