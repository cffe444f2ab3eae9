package io.github.fleetdns.traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
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
 * @param ofGroups what the groups get before and after that get something else afterwards or may
 *     get it
 */
public record Shift(
    Loss loss, Scenario before, Scenario after, List<Flow> flows, Differing ofGroups) {

  /** The groups that get something else afterwards or may get it; worked out when asked for. */
  public static final class Differing {
    private final List<Splits.Reply> before;
    private final List<Splits.Reply> after;
    private final List<BigFraction> weights;
    private final Population population;

    /** Where those stand in the population whom nobody counts. */
    private final List<Integer> named;

    private Differing(
        Population population,
        List<Splits.Reply> before,
        List<Splits.Reply> after,
        List<BigFraction> weights,
        List<Integer> named) {
      this.population = population;
      this.named = named;
      this.before = before;
      this.after = after;
      this.weights = weights;
    }

    private static Differing of(Population population, Scenario before, Scenario after) {
      List<Splits.Reply> old = new ArrayList<>();
      List<Splits.Reply> now = new ArrayList<>();
      List<BigFraction> weights = new ArrayList<>();
      List<Integer> named = new ArrayList<>();
      BigFraction all = population.weight();
      for (int i = 0; i < population.groups().size(); i++) {
        Splits.Reply was = before.bounds().byGroup().get(i);
        Splits.Reply is = after.bounds().byGroup().get(i);
        if (!was.shares().equals(is.shares()) || !was.doubts().equals(is.doubts())) {
          old.add(was);
          now.add(is);
          weights.add(population.groups().get(i).weight().divide(all));
          if (!population.groups().get(i).isCounted()) {
            named.add(i);
          }
        }
      }
      return new Differing(population, old, now, weights, named);
    }

    private boolean isNothing() {
      return sum((old, now) -> Shift.sum(more(now, old))).most().signum() == 0;
    }

    private Range sum(BiFunction<Shares, Shares, BigFraction> compared) {
      Range sum = Range.exactly(BigFraction.ZERO);
      for (int i = 0; i < weights.size(); i++) {
        sum = sum.plus(Worlds.between(before.get(i), after.get(i), compared).times(weights.get(i)));
      }
      return sum;
    }
  }

  /** Copies the list. */
  public Shift {
    flows = List.copyOf(flows);
  }

  /** What moves between two scenarios of the same population. */
  static Shift between(Loss loss, Population population, Scenario before, Scenario after) {
    Map<Change, BitSet> changes = new LinkedHashMap<>();
    for (int i = 0; i < population.groups().size(); i++) {
      Shares old = before.byGroup().get(i);
      Shares now = after.byGroup().get(i);
      if (!old.equals(now)) {
        changes.computeIfAbsent(new Change(old, now), change -> new BitSet()).set(i);
      }
    }
    Map<Ways, Map<BigFraction, Movers>> moved = new TreeMap<>();
    BigFraction all = population.weight();
    changes.forEach((change, groups) -> add(change, all, new Movers(population, groups), moved));
    Map<Movers, BigFraction> weights = new HashMap<>();
    List<Flow> flows = new ArrayList<>();
    moved.forEach(
        (ways, parts) -> {
          List<Flow.Part> inOrder =
              parts.entrySet().stream()
                  .map(part -> new Flow.Part(part.getValue(), part.getKey()))
                  .sorted(Comparator.comparingInt(part -> part.who().first()))
                  .toList();
          BigFraction sum = BigFraction.ZERO;
          for (Flow.Part part : inOrder) {
            BigFraction weight = weights.computeIfAbsent(part.who(), Movers::weight);
            sum = sum.add(weight.multiply(part.fraction()));
          }
          flows.add(new Flow(ways.from(), ways.to(), sum, inOrder));
        });
    flows.sort(Comparator.comparing(Flow::share).reversed());
    return new Shift(loss, before, after, flows, Differing.of(population, before, after));
  }

  /** The same for many groups of clients, mostly. */
  private record Change(Shares old, Shares now) {}

  private record Ways(Destination from, Destination to) implements Comparable<Ways> {
    @Override
    public int compareTo(Ways other) {
      int first = from.compareTo(other.from);
      return first != 0 ? first : to.compareTo(other.to);
    }
  }

  private static void add(
      Change change, BigFraction all, Movers movers, Map<Ways, Map<BigFraction, Movers>> moved) {
    Map<Destination, BigFraction> losing = more(change.old(), change.now());
    Map<Destination, BigFraction> gaining = more(change.now(), change.old());
    BigFraction each =
        gaining.values().stream().reduce(BigFraction.ZERO, BigFraction::add).multiply(all);
    losing.forEach(
        (from, lost) ->
            gaining.forEach(
                (to, gained) ->
                    moved
                        .computeIfAbsent(new Ways(from, to), key -> new LinkedHashMap<>())
                        .merge(lost.multiply(gained).divide(each), movers, Movers::with)));
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

  /**
   * Between what {@link #moved()} lies where estimates do not tell regions apart; what is nearer is
   * so before and after.
   */
  public Range movedBounds() {
    return ofGroups.sum((old, now) -> sum(more(now, old)));
  }

  /** The same of {@link #displaced()}. */
  public Range displacedBounds() {
    return ofGroups.sum(
        (old, now) -> {
          Map<Destination, BigFraction> losing = more(old, now);
          losing.remove(Destination.nobody());
          return sum(losing);
        });
  }

  /** The same of {@link #newlyWithout()}. */
  public Range newlyWithoutBounds() {
    Range more =
        ofGroups.sum(
            (old, now) ->
                without(now, after.loss().servers())
                    .subtract(without(old, before.loss().servers())));
    return new Range(atLeastNothing(more.least()), atLeastNothing(more.most()));
  }

  private static BigFraction without(Shares shares, Set<String> lost) {
    return shares.unanswered().add(shares.ofServers(lost));
  }

  private static BigFraction sum(Map<Destination, BigFraction> parts) {
    return parts.values().stream().reduce(BigFraction.ZERO, BigFraction::add);
  }

  private static BigFraction atLeastNothing(BigFraction share) {
    return share.signum() > 0 ? share : BigFraction.ZERO;
  }

  /** How much of all traffic moves away from an answer; who had none before only gains. */
  public BigFraction displaced() {
    return flows.stream()
        .filter(flow -> !flow.from().equals(Destination.nobody()))
        .map(Flow::share)
        .reduce(BigFraction.ZERO, BigFraction::add);
  }

  /** Of the clients whom only a zone names, those who are newly without service. */
  public List<ClientGroup> namedNewlyWithout() {
    return ofGroups.named.stream()
        .filter(
            i ->
                without(after.byGroup().get(i), after.loss().servers())
                        .compareTo(without(before.byGroup().get(i), before.loss().servers()))
                    > 0)
        .map(i -> ofGroups.population.groups().get(i))
        .toList();
  }

  /** How much more of all traffic is without service: unanswered, or sent to what is lost. */
  public BigFraction newlyWithout() {
    return atLeastNothing(without(after).subtract(without(before)));
  }

  private static BigFraction without(Scenario scenario) {
    return scenario.unanswered().add(scenario.failed());
  }

  /**
   * Whether clients notice nothing: no traffic moves or may move, and failing over takes as long as
   * before.
   */
  public boolean isNothing() {
    return flows.isEmpty()
        && ofGroups.isNothing()
        && before.failed().equals(after.failed())
        && before.clients().failover().equals(after.clients().failover())
        && before.clients().failoverKnown() == after.clients().failoverKnown();
  }
}
