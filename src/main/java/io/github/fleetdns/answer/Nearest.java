package io.github.fleetdns.answer;

import io.github.fleetdns.geo.Latency;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What latency and geoproximity choose: the healthy record set with the least of a measure. */
final class Nearest {
  /** The region whose record serves clients in China whatever the latency (§1.3). */
  private static final String BEIJING = "cn-north-1";

  /** Below this ratio of biased distances, the choice hangs on how AWS measures them (§1.5). */
  private static final double CLOSE = 1.05;

  private final Evaluation walk;
  private final GroupNode group;

  Nearest(Evaluation walk, GroupNode group) {
    this.walk = walk;
    this.group = group;
  }

  /** The healthy record set in the region with the least latency (§1.3). */
  List<Choice> byLatency() {
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
        millis[i] = estimate(places.point(), member.location());
        unknown |= millis[i] == Double.POSITIVE_INFINITY;
      }
    }
    if (guessed && !places.isPrivate()) {
      walk.estimate();
    }
    if (guessed && places.point().isEmpty()) {
      walk.note(unknownPlace("latency"));
    } else if (unknown) {
      walk.note("a region of " + group.group() + " is not on the map here, and counts as farthest");
    }
    return nearestHealthy(millis, places.isInChina() ? beijing(millis) : millis);
  }

  private static double estimate(Optional<Point> client, Optional<Point> region) {
    return client.isPresent() && region.isPresent()
        ? Latency.estimateMillis(client.get(), region.get())
        : Double.POSITIVE_INFINITY;
  }

  /** An order in which Beijing comes before everything (§1.3). */
  private double[] beijing(double[] millis) {
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

  private String unknownPlace(String policy) {
    return "where the client is was not said: the first record set of "
        + group.group()
        + " that is healthy is taken, while Route 53 goes by "
        + policy;
  }

  /** The healthy record set with the least biased distance (§1.5). */
  List<Choice> byDistance() {
    Places places = walk.places();
    List<SetNode> members = group.members();
    double[] distances = new double[members.size()];
    boolean unknown = false;
    for (int i = 0; i < distances.length; i++) {
      SetNode member = members.get(i);
      int bias = member.policy(RoutingPolicy.Geoproximity.class).bias();
      distances[i] =
          places.point().isPresent() && member.location().isPresent()
              ? places.point().get().kmTo(member.location().get()) * factor(bias)
              : Double.POSITIVE_INFINITY;
      unknown |= distances[i] == Double.POSITIVE_INFINITY;
    }
    if (places.point().isEmpty()) {
      walk.note(unknownPlace("distance"));
    } else if (unknown) {
      walk.note(
          "a location of " + group.group() + " is not on the map here, and counts as farthest");
    }
    if (places.isApproximate()) {
      walk.estimate();
    }
    noteIfClose(distances);
    return nearestHealthy(distances, distances);
  }

  /** d′ = d (1 − bias/100), the guide's formula for every bias (C1). */
  private double factor(int bias) {
    return bias < 0 && walk.takes(Reading.OLD_BIAS_FORMULA)
        ? 100.0 / (100 + bias)
        : (100 - bias) / 100.0;
  }

  private void noteIfClose(double[] distances) {
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

  /**
   * The first healthy member by a measure; the first of all if none is. Equal ones are in the
   * zone's order.
   *
   * @param measures what the step shows, by member
   * @param order what is compared, by member
   */
  private List<Choice> nearestHealthy(double[] measures, double[] order) {
    int first = least(order, new boolean[order.length]);
    if (walk.isHealthy(group.members().get(first))) {
      SetNode member = group.members().get(first);
      return List.of(Choice.of(member, member.step(false, List.of(), finite(measures[first]))));
    }
    boolean[] tried = new boolean[order.length];
    List<Step.PassedOver> passedOver = new ArrayList<>();
    for (int next = first; next >= 0; next = least(order, tried)) {
      SetNode member = group.members().get(next);
      if (walk.isHealthy(member)) {
        return List.of(Choice.of(member, member.step(false, passedOver, finite(measures[next]))));
      }
      tried[next] = true;
      passedOver.add(walk.passOver(member));
    }
    SetNode member = group.members().get(first);
    List<Step.PassedOver> others = passedOver.subList(1, passedOver.size());
    return List.of(Choice.of(member, member.step(true, others, finite(measures[first]))));
  }

  /** The position of the least that was not tried; −1 if all were. */
  private static int least(double[] order, boolean[] tried) {
    int least = -1;
    for (int i = 0; i < order.length; i++) {
      if (!tried[i] && (least < 0 || order[i] < order[least])) {
        least = i;
      }
    }
    return least;
  }

  private static OptionalDouble finite(double measure) {
    return Double.isFinite(measure) ? OptionalDouble.of(measure) : OptionalDouble.empty();
  }
}
