package io.github.fleetdns.answer;

import io.github.fleetdns.zone.RoutingPolicy;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;

/**
 * The record sets of a latency or geoproximity group in the order of their measures, found as far
 * as somebody asks; equal ones are in the zone's order.
 */
final class Nearest implements Iterator<SetNode> {
  /** The region whose record serves clients in China whatever the latency (§1.3). */
  private static final String BEIJING = "cn-north-1";

  /** Below this ratio of biased distances, the choice hangs on how AWS measures them (§1.5). */
  private static final double CLOSE = 1.05;

  private final List<SetNode> members;
  private final double[] measures;
  private final double[] order;
  private final boolean[] passed;
  private int left;

  /**
   * An order that has not begun.
   *
   * @param measures what users see, by member
   * @param order what is compared, by member
   */
  private Nearest(GroupNode group, double[] measures, double[] order) {
    this.members = group.members();
    this.measures = measures;
    this.order = order;
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

  // ---- latency ----

  /** By the latencies of their regions (§1.3). */
  static Nearest byLatency(Evaluation walk, GroupNode group) {
    Places places = walk.places();
    List<SetNode> members = group.members();
    double[] millis = new double[members.size()];
    boolean guessed = false;
    boolean unknown = false;
    for (int i = 0; i < millis.length; i++) {
      SetNode member = members.get(i);
      Double measured = places.measured(member.policy(RoutingPolicy.Latency.class).region());
      if (measured != null) {
        millis[i] = measured;
      } else {
        guessed = true;
        millis[i] = places.millisTo(member.region());
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
    return new Nearest(group, millis, places.isInChina() ? beijing(walk, group, millis) : millis);
  }

  /** An order in which Beijing comes before everything (§1.3). */
  private static double[] beijing(Evaluation walk, GroupNode group, double[] millis) {
    double[] order = millis.clone();
    for (int i = 0; i < order.length; i++) {
      SetNode member = group.members().get(i);
      if (member.policy(RoutingPolicy.Latency.class).region().equals(BEIJING)) {
        order[i] = -1;
        if (!walk.isHealthy(member)) {
          walk.note(
              "the record set of cn-north-1, which serves China, is unhealthy; the next by latency"
                  + " is taken, which Route 53's documentation does not say (§1.3)");
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

  /** By their biased distances (§1.5). */
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
    return new Nearest(group, distances, distances);
  }

  /** d′ = d (1 − bias/100), the guide's formula for every bias (C1). */
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
              + " publish how it measures (§1.5)");
    }
  }
}
