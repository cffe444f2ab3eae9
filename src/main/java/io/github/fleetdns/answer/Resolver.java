package io.github.fleetdns.answer;

import io.github.fleetdns.zone.HostedZone;

/**
 * Answers questions as Route 53 would from a hosted zone, exactly and beforehand.
 *
 * <p>Made once for a zone, in time proportional to it; then every look-up takes the same time
 * however large the zone is. Immutable and safe for use by several threads.
 */
public final class Resolver {
  private final ZoneTree tree;

  private Resolver(ZoneTree tree) {
    this.tree = tree;
  }

  /** A resolver of a zone; the zone may break Route 53's rules, which answers then say. */
  public static Resolver of(HostedZone zone) {
    return new Resolver(ZoneTree.of(zone));
  }

  /** The zone as it is with these outages; keep it to ask several questions. */
  public Situation under(Outages outages) {
    return new Situation(tree, outages);
  }

  /**
   * The answers that a client gets.
   *
   * @throws IllegalArgumentException if the name is not within the zone
   */
  public Answer answer(Question question, Client client, Outages outages) {
    return under(outages).answer(question, client);
  }
}
