package io.github.fleetdns.answer;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.Routing;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is down; everything else is up.
 *
 * <p>What is down is what a health check looks at: an endpoint that does not answer, an alarm in
 * the state ALARM, a routing control that is off. Whether the check is then unhealthy depends on
 * the check: it may be inverted or disabled (route53.md#check-types). A calculated check that is
 * down is so whatever its children are.
 *
 * @param checks the names of health checks whose subject is down
 * @param withoutData the names of health checks whose CloudWatch alarm lacks data
 * @param targets the AWS resources that are down as targets of aliases
 */
public record Outages(Set<String> checks, Set<String> withoutData, Set<AliasTarget> targets) {
  /** Nothing is down. */
  public static final Outages NONE = new Outages(Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public Outages {
    checks = copy(checks);
    withoutData = copy(withoutData);
    targets = copy(targets);
  }

  private static <T> Set<T> copy(Set<T> set) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }

  /**
   * The subjects of these health checks are down. Whether a zone has them, its {@link Resolver}
   * says.
   */
  public static Outages ofChecks(String... names) {
    return new Outages(Set.of(names), Set.of(), Set.of());
  }

  /** These targets of aliases are down. */
  public static Outages ofTargets(AliasTarget... targets) {
    return new Outages(Set.of(), Set.of(), Set.of(targets));
  }

  /** What is down in either. */
  public Outages and(Outages other) {
    Set<String> allChecks = new LinkedHashSet<>(checks);
    allChecks.addAll(other.checks);
    Set<String> allWithoutData = new LinkedHashSet<>(withoutData);
    allWithoutData.addAll(other.withoutData);
    Set<AliasTarget> allTargets = new LinkedHashSet<>(targets);
    allTargets.addAll(other.targets);
    return new Outages(allChecks, allWithoutData, allTargets);
  }

  /** What is down of a zone: without the health checks that it does not have. */
  public Outages within(HostedZone zone) {
    Set<String> known = checksOf(zone);
    Set<String> down = new LinkedHashSet<>(checks);
    Set<String> without = new LinkedHashSet<>(withoutData);
    down.retainAll(known);
    without.retainAll(known);
    return new Outages(down, without, targets);
  }

  /**
   * Makes sure that what is down is there.
   *
   * @throws IllegalArgumentException if it names a health check that none of the zones has
   */
  public void requireIn(List<HostedZone> zones) {
    Set<String> known = new LinkedHashSet<>();
    zones.forEach(zone -> known.addAll(checksOf(zone)));
    requireKnown(known);
  }

  /** The names of the health checks that a zone has or refers to. */
  static Set<String> checksOf(HostedZone zone) {
    Set<String> names = new LinkedHashSet<>(zone.healthChecks().keySet());
    zone.recordSets()
        .forEach(set -> set.routing().flatMap(Routing::healthCheck).ifPresent(names::add));
    return names;
  }

  void requireKnown(Set<String> known) {
    Set<String> unknown = new LinkedHashSet<>(checks);
    unknown.addAll(withoutData);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no health check called "
              + String.join(", ", unknown)
              + (known.isEmpty()
                  ? "; the zone has none"
                  : "; there are " + String.join(", ", known)));
    }
  }
}
