package io.github.fleetdns.answer;

import io.github.fleetdns.geo.Latency;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;

/**
 * The record sets of a latency or geoproximity group in the order of their measures, found as far
 * as somebody asks; equal ones are in the zone's order.
 */
final class Nearest implements Iterator<SetNode> {
  /** The region whose record serves clients in China whatever the latency (route53.md#latency). */
  private static final String BEIJING = "cn-north-1";

  /**
   * Below this ratio of biased distances, the choice hangs on how AWS measures them
   * (route53.md#geoproximity).
   */
  private static final double CLOSE = 1.05;

  private final List<SetNode> members;
  private final double[] measures;
  private final double[] order;
  private final double[] errors;
  private final boolean[] passed;
  private int left;

  /**
   * An order that has not begun.
   *
   * @param measures what users see, by member
   * @param order what is compared, by member
   * @param errors within what two of them are not told apart, by member
   */
  private Nearest(GroupNode group, double[] measures, double[] order, double[] errors) {
    this.members = group.members();
    this.measures = measures;
    this.order = order;
    this.errors = errors;
    this.passed = new boolean[order.length];
    this.left = order.length;
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public SetNode next() {
    if (left == 0) {
      throw new NoSuchElementException();
    }
    int least = -1;
    for (int i = 0; i < order.length; i++) {
      if (!passed[i] && (least < 0 || order[i] < order[least])) {
        least = i;
      }
    }
    passed[least] = true;
    left--;
    return members.get(least);
  }

  /** The milliseconds or biased kilometres of a member; empty if they are not known. */
  OptionalDouble measure(SetNode member) {
    double measure = measures[members.indexOf(member)];
    return Double.isFinite(measure) ? OptionalDouble.of(measure) : OptionalDouble.empty();
  }

  /**
   * What could be chosen in place of a member, too.
   *
   * @param member the record set
   * @param measure its milliseconds; empty if they are not known
   */
  record Candidate(SetNode member, OptionalDouble measure) {}

  /** The other members that estimates do not tell from one, in the zone's order. */
  List<Candidate> like(SetNode chosen) {
    int one = members.indexOf(chosen);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      if (i != one && isLike(one, i)) {
        candidates.add(new Candidate(members.get(i), measure(members.get(i))));
      }
    }
    return candidates;
  }

  /** Nobody is like Beijing to China; whatever is not known may be anything. */
  private boolean isLike(int one, int other) {
    return order[one] >= 0
        && order[other] >= 0
        && (Double.isInfinite(order[one])
            || Double.isInfinite(order[other])
            || Math.abs(order[other] - order[one]) < Math.max(errors[one], errors[other]));
  }

  // ---- latency ----

  /** By the latencies of their regions (route53.md#latency). */
  static Nearest byLatency(Evaluation walk, GroupNode group) {
    Places places = walk.places();
    List<SetNode> members = group.members();
    double[] millis = new double[members.size()];
    double[] errors = new double[members.size()];
    boolean guessed = false;
    boolean unknown = false;
    for (int i = 0; i < millis.length; i++) {
      SetNode member = members.get(i);
      Double measured = places.measured(member.policy(RoutingPolicy.Latency.class).region());
      if (measured != null) {
        millis[i] = measured;
      } else {
        guessed = true;
        Latency.Estimate estimate = places.estimate(member.region());
        millis[i] = estimate.millis();
        errors[i] = estimate.error();
        unknown |= millis[i] == Double.POSITIVE_INFINITY;
      }
    }
    if (guessed && !places.isPrivate()) {
      walk.estimate();
    }
    if (guessed && places.point().isEmpty()) {
      walk.note(unknownPlace(group, "latency"));
    } else if (unknown) {
      walk.note("a region of " + group.group() + " is not on the map here, and counts as farthest");
    }
    double[] order = places.isInChina() ? beijing(walk, group, millis) : millis;
    return new Nearest(group, millis, order, errors);
  }

  /** An order in which Beijing comes before everything (route53.md#latency). */
  private static double[] beijing(Evaluation walk, GroupNode group, double[] millis) {
    double[] order = millis.clone();
    for (int i = 0; i < order.length; i++) {
      SetNode member = group.members().get(i);
      if (member.policy(RoutingPolicy.Latency.class).region().equals(BEIJING)) {
        order[i] = -1;
        if (!walk.isHealthy(member)) {
          walk.note(
              "the record set of cn-north-1, which serves China, is unhealthy; the next by latency"
                  + " is taken, which Route 53's documentation does not say (docs/route53.md#latency)");
        }
      }
    }
    return order;
  }

  private static String unknownPlace(GroupNode group, String policy) {
    return "where the client is was not said: the first record set of "
        + group.group()
        + " that is healthy is taken, while Route 53 goes by "
        + policy;
  }

  // ---- geoproximity ----

  /** By their biased distances (route53.md#geoproximity). */
  static Nearest byDistance(Evaluation walk, GroupNode group) {
    Places places = walk.places();
    List<SetNode> members = group.members();
    double[] distances = new double[members.size()];
    boolean unknown = false;
    for (int i = 0; i < distances.length; i++) {
      SetNode member = members.get(i);
      int bias = member.policy(RoutingPolicy.Geoproximity.class).bias();
      distances[i] =
          places.point().isPresent() && member.location().isPresent()
              ? places.point().get().kmTo(member.location().get()) * factor(walk, bias)
              : Double.POSITIVE_INFINITY;
      unknown |= distances[i] == Double.POSITIVE_INFINITY;
    }
    if (places.point().isEmpty()) {
      walk.note(unknownPlace(group, "distance"));
    } else if (unknown) {
      walk.note(
          "a location of " + group.group() + " is not on the map here, and counts as farthest");
    }
    if (places.isApproximate()) {
      walk.estimate();
    }
    noteIfClose(walk, group, distances);
    return new Nearest(group, distances, distances, new double[distances.length]);
  }

  /** d′ = d (1 − bias/100), the guide's formula for every bias (route53.md#c1). */
  private static double factor(Evaluation walk, int bias) {
    return bias < 0 && walk.takes(Reading.OLD_BIAS_FORMULA)
        ? 100.0 / (100 + bias)
        : (100 - bias) / 100.0;
  }

  private static void noteIfClose(Evaluation walk, GroupNode group, double[] distances) {
    boolean[] healthy = new boolean[distances.length];
    boolean any = false;
    for (int i = 0; i < healthy.length; i++) {
      healthy[i] = walk.isHealthy(group.members().get(i));
      any |= healthy[i];
    }
    double nearest = Double.POSITIVE_INFINITY;
    double next = Double.POSITIVE_INFINITY;
    for (int i = 0; i < distances.length; i++) {
      if (healthy[i] || !any) {
        next = Math.min(next, Math.max(nearest, distances[i]));
        nearest = Math.min(nearest, distances[i]);
      }
    }
    if (Double.isFinite(next) && next <= nearest * CLOSE) {
      walk.note(
          "two locations of "
              + group.group()
              + " are within 5 % of each other by biased great-circle distance; Route 53 does not"
              + " publish how it measures (docs/route53.md#geoproximity-distance)");
    }
  }
}
