package io.github.fleetdns.answer;

import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A choice by latency that could be another one: the estimates differ by less than their error
 * ({@link io.github.fleetdns.geo.Latency}).
 *
 * @param share how often the client's answers come by this choice, above 0 and at most 1
 * @param ways what could be chosen, the one that the answer takes first; at least two
 */
public record Either(BigFraction share, List<Way> ways) {

  /** Copies the list. */
  public Either {
    ways = List.copyOf(ways);
    if (ways.size() < 2) {
      throw new IllegalArgumentException("one way is no either");
    }
  }

  /**
   * One of the record sets that could be chosen.
   *
   * @param set the record set, of the latency policy
   * @param millis the estimated or measured milliseconds to its region; empty if not known
   * @param outcomes what it gives; their shares add up to 1, their paths are whole
   * @param eithers what could be otherwise below it
   */
  public record Way(
      RecordSet set, OptionalDouble millis, List<Outcome> outcomes, List<Either> eithers) {
    /** Copies the lists. */
    public Way {
      outcomes = List.copyOf(outcomes);
      eithers = List.copyOf(eithers);
    }

    /** The region that the record set is for. */
    public String region() {
      return set.policy().map(policy -> ((RoutingPolicy.Latency) policy).region()).orElseThrow();
    }

    private Way map(UnaryOperator<List<Outcome>> change) {
      return new Way(set, millis, change.apply(outcomes), map(eithers, change));
    }

    private static List<Either> map(List<Either> eithers, UnaryOperator<List<Outcome>> change) {
      return eithers.stream().map(either -> either.map(change)).toList();
    }
  }

  /** The same, of a part of the answers. */
  Either ofPart(BigFraction part) {
    return new Either(share.multiply(part), ways);
  }

  /** The same with other outcomes. */
  Either map(UnaryOperator<List<Outcome>> change) {
    return new Either(share, ways.stream().map(way -> way.map(change)).toList());
  }

  /** Whether the answer came to an outcome by this choice. */
  public boolean takes(Outcome outcome) {
    return outcome.path().stream().anyMatch(step -> step.sets().contains(ways.get(0).set()));
  }

  /** Every one of these, and those below the ways that the answer takes. */
  public static List<Either> taken(List<Either> eithers) {
    List<Either> all = new ArrayList<>();
    for (Either either : eithers) {
      all.add(either);
      all.addAll(taken(either.ways().get(0).eithers()));
    }
    return all;
  }
}
