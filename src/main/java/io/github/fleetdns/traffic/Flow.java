package io.github.fleetdns.traffic;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Traffic that a change moves.
 *
 * @param from where it went before
 * @param to where it goes afterwards; another destination
 * @param share how much of all traffic, above 0; exact
 * @param parts whose traffic it is, in one way for equal flows
 */
public record Flow(Destination from, Destination to, BigFraction share, List<Part> parts) {

  /** Copies the list. */
  public Flow {
    parts = List.copyOf(parts);
  }

  /**
   * Clients of which the same fraction moves.
   *
   * @param who the clients
   * @param fraction how much of their traffic, divided by the traffic of all clients
   */
  public record Part(Movers who, BigFraction fraction) {}

  /** Whose traffic it is, group by group, the largest first. Worked out each time. */
  public List<Place> places() {
    return parts.stream()
        .flatMap(part -> part.who().stream())
        .sorted(Comparator.comparingInt(Movers.Member::position))
        .map(
            member ->
                new Place(member.group(), member.group().weight().multiply(fractionOf(member))))
        .sorted(Comparator.comparing(Place::share).reversed())
        .toList();
  }

  private BigFraction fractionOf(Movers.Member member) {
    return parts.stream()
        .filter(part -> part.who().has(member.position()))
        .map(Part::fraction)
        .findFirst()
        .orElseThrow();
  }

  /**
   * A part of a flow.
   *
   * @param group the clients
   * @param share how much of all traffic, above 0
   */
  public record Place(ClientGroup group, BigFraction share) {}
}
