package io.github.fleetdns.answer;

import io.github.fleetdns.zone.HostedZone;
import java.util.Set;

/**
 * Answers questions as Route 53 would from a hosted zone, exactly and beforehand.
 *
 * <p>Made once for a zone, in time proportional to it; then every look-up takes the same time
 * however large the zone is. Immutable and safe for use by several threads.
 */
public final class Resolver {
  private final ZoneTree tree;
  private final Set<String> checks;

  private Resolver(HostedZone zone) {
    this.tree = ZoneTree.of(zone);
    this.checks = Outages.checksOf(zone);
  }

  /** A resolver of a zone; the zone may break Route 53's rules, which answers then say. */
  public static Resolver of(HostedZone zone) {
    return new Resolver(zone);
  }

  /**
   * The zone as it is with these outages; keep it to ask several questions.
   *
   * @throws IllegalArgumentException if they name a health check that the zone does not have;
   *     {@link Outages#within} leaves those out
   */
  public Situation under(Outages outages) {
    outages.requireKnown(checks);
    return new Situation(tree, outages);
  }

  /**
   * The answers that a client gets.
   *
   * @throws IllegalArgumentException if the name is not within the zone, or the outages name a
   *     health check that it does not have
   */
  public Answer answer(Question question, Client client, Outages outages) {
    return under(outages).answer(question, client);
  }
}
