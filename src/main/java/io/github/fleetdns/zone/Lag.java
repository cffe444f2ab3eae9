package io.github.fleetdns.zone;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How long something takes that nobody can say to the second: until a health check notices an
 * outage, until clients have moved.
 *
 * @param typicalSeconds as a rule, in seconds
 * @param worstSeconds at the worst, in seconds; not less than as a rule
 */
public record Lag(long typicalSeconds, long worstSeconds) {
  /** Checks the order. */
  public Lag {
    if (typicalSeconds < 0 || worstSeconds < typicalSeconds) {
      throw new IllegalArgumentException(
          typicalSeconds + " s as a rule and " + worstSeconds + " s at the worst are no lag");
    }
  }

  /** What takes a number of seconds more. */
  public Lag plus(long seconds) {
    return new Lag(typicalSeconds + seconds, worstSeconds + seconds);
  }

  /** Until both have happened. */
  public Lag and(Lag other) {
    return new Lag(
        Math.max(typicalSeconds, other.typicalSeconds), Math.max(worstSeconds, other.worstSeconds));
  }

  /** Until the first of both has happened. */
  public Lag or(Lag other) {
    return new Lag(
        Math.min(typicalSeconds, other.typicalSeconds), Math.min(worstSeconds, other.worstSeconds));
  }

  /**
   * Until a health check notices that what it looks at has turned.
   *
   * @param name the check's name
   * @param checks all checks by name
   * @param turns which of the checks turn; a calculated check has turned when all those of its
   *     children have that do
   * @return empty if it is not known: Route 53 learns it from elsewhere, or a check is not among
   *     these
   */
  public static Optional<Lag> ofCheck(
      String name, Map<String, HealthCheck> checks, Predicate<String> turns) {
    return ofCheck(name, checks, turns, new HashMap<>());
  }

  private static Optional<Lag> ofCheck(
      String name,
      Map<String, HealthCheck> checks,
      Predicate<String> turns,
      Map<String, Optional<Lag>> known) {
    Optional<Lag> before = known.get(name);
    if (before != null) {
      return before;
    }
    HealthCheck check = checks.get(name);
    if (check == null) {
      return Optional.empty();
    }
    if (check.children().isEmpty()) {
      return check.detection();
    }
    // While it is open: a check that counts itself is never known.
    known.put(name, Optional.empty());
    Optional<Lag> all = Optional.empty();
    for (String child : check.children()) {
      if (!turns.test(child)) {
        continue;
      }
      Optional<Lag> one = ofCheck(child, checks, turns, known);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all = Optional.of(all.map(one.get()::and).orElse(one.get()));
    }
    known.put(name, all);
    return all;
  }
}
