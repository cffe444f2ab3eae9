package io.github.fleetdns.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a change moves of a name's traffic in one situation.
 *
 * <p>Only shares are known, not single clients: of a group, what a destination loses goes to those
 * that gain, in proportion to what they gain. So the flows are the least that explains the change,
 * and those of the reverse change are the reverse flows.
 *
 * @param loss what is lost in the situation
 * @param before the situation before the change
 * @param after the situation after it
 * @param flows what moves, the largest first
 */
public record Shift(Loss loss, Scenario before, Scenario after, List<Flow> flows) {

  /** Copies the list. */
  public Shift {
    flows = List.copyOf(flows);
  }

  /** What moves between two scenarios of the same population. */
  static Shift between(Loss loss, Population population, Scenario before, Scenario after) {
    Map<Ways, List<Flow.Place>> places = new TreeMap<>();
    BigFraction all = population.weight();
    for (int i = 0; i < population.groups().size(); i++) {
      Shares old = before.byGroup().get(i);
      Shares now = after.byGroup().get(i);
      if (!old.equals(now)) {
        ClientGroup group = population.groups().get(i);
        add(group, group.weight().divide(all), old, now, places);
      }
    }
    List<Flow> flows = new ArrayList<>();
    places.forEach(
        (ways, parts) -> {
          parts.sort(Comparator.comparing(Flow.Place::share).reversed());
          BigFraction sum =
              parts.stream().map(Flow.Place::share).reduce(BigFraction.ZERO, BigFraction::add);
          flows.add(new Flow(ways.from(), ways.to(), sum, parts));
        });
    flows.sort(Comparator.comparing(Flow::share).reversed());
    return new Shift(loss, before, after, flows);
  }

  private record Ways(Destination from, Destination to) implements Comparable<Ways> {
    @Override
    public int compareTo(Ways other) {
      int first = from.compareTo(other.from);
      return first != 0 ? first : to.compareTo(other.to);
    }
  }

  private static void add(
      ClientGroup group,
      BigFraction weight,
      Shares old,
      Shares now,
      Map<Ways, List<Flow.Place>> places) {
    Map<Destination, BigFraction> losing = more(old, now);
    Map<Destination, BigFraction> gaining = more(now, old);
    BigFraction moved = gaining.values().stream().reduce(BigFraction.ZERO, BigFraction::add);
    losing.forEach(
        (from, lost) ->
            gaining.forEach(
                (to, gained) ->
                    places
                        .computeIfAbsent(new Ways(from, to), key -> new ArrayList<>())
                        .add(
                            new Flow.Place(
                                group, weight.multiply(lost).multiply(gained).divide(moved)))));
  }

  /** What each destination has more of in one split than in the other. */
  private static Map<Destination, BigFraction> more(Shares one, Shares other) {
    Map<Destination, BigFraction> more = new TreeMap<>();
    one.parts()
        .forEach(
            (to, share) -> {
              BigFraction difference = share.subtract(other.of(to));
              if (difference.signum() > 0) {
                more.put(to, difference);
              }
            });
    return more;
  }

  /** How much of all traffic moves. */
  public BigFraction moved() {
    return flows.stream().map(Flow::share).reduce(BigFraction.ZERO, BigFraction::add);
  }

  /** How much of all traffic moves away from an answer; who had none before only gains. */
  public BigFraction displaced() {
    return flows.stream()
        .filter(flow -> !flow.from().equals(Destination.nobody()))
        .map(Flow::share)
        .reduce(BigFraction.ZERO, BigFraction::add);
  }

  /** How much more of all traffic is without service: unanswered, or sent to what is lost. */
  public BigFraction newlyWithout() {
    BigFraction more = without(after).subtract(without(before));
    return more.signum() > 0 ? more : BigFraction.ZERO;
  }

  private static BigFraction without(Scenario scenario) {
    return scenario.unanswered().add(scenario.failed());
  }

  /** Whether clients notice nothing: no traffic moves, and failing over takes as long as before. */
  public boolean isNothing() {
    return flows.isEmpty()
        && before.failed().equals(after.failed())
        && before.clients().failoverSeconds().equals(after.clients().failoverSeconds())
        && before.clients().failoverKnown() == after.clients().failoverKnown();
  }
}
