package io.github.fleetdns.answer;

import io.github.fleetdns.geo.Latency;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** What a policy chooses among the record sets of a group, for the client of a walk (§1). */
final class Chooser {
  /** The region whose record serves clients in China whatever the latency (§1.3). */
  private static final String BEIJING = "cn-north-1";

  /** Below this ratio of biased distances, the choice hangs on how AWS measures them (§1.5). */
  private static final double CLOSE = 1.05;

  private final Evaluation walk;
  private final GroupNode group;

  Chooser(Evaluation walk, GroupNode group) {
    this.walk = walk;
    this.group = group;
  }

  /** The choices, in the zone's order; none if no record set applies to the client. */
  List<Choice> choices() {
    if (group.isIrregular()) {
      walk.note(
          group.group()
              + " has several simple record sets or several policies, which Route 53 refuses;"
              + " those like the first are counted (R20, R21)");
    }
    if (group.kind().isEmpty()) {
      SetNode only = group.members().get(0);
      return List.of(Choice.of(only, only.plainStep()));
    }
    if (group.is(RoutingPolicy.Weighted.class)) {
      return weighted();
    }
    if (group.is(RoutingPolicy.Multivalue.class)) {
      return multivalue();
    }
    if (group.is(RoutingPolicy.Latency.class)) {
      return latency();
    }
    if (group.is(RoutingPolicy.Geoproximity.class)) {
      return geoproximity();
    }
    if (group.is(RoutingPolicy.Failover.class)) {
      return firstHealthy(failover());
    }
    return firstHealthy(applicable());
  }

  /**
   * The record sets that apply to the client: of geolocation and CIDR groups in the order in which
   * they are tried, of others all.
   */
  List<SetNode> applicable() {
    if (group.is(RoutingPolicy.Geolocation.class)) {
      return geolocation();
    }
    return group.is(RoutingPolicy.Cidr.class) ? cidr() : group.members();
  }

  // ---- in an order ----

  /** The first healthy one; the first of all if none is. */
  private List<Choice> firstHealthy(List<SetNode> ordered) {
    if (ordered.isEmpty()) {
      return List.of();
    }
    OptionalDouble none = OptionalDouble.empty();
    List<Step.PassedOver> passedOver = List.of();
    for (SetNode member : ordered) {
      if (walk.isHealthy(member)) {
        return List.of(Choice.of(member, step(member, false, passedOver, none)));
      }
      passedOver = passedOver.isEmpty() ? new ArrayList<>() : passedOver;
      passedOver.add(unhealthy(member));
    }
    SetNode first = ordered.get(0);
    List<Step.PassedOver> others = passedOver.subList(1, passedOver.size());
    return List.of(Choice.of(first, step(first, true, others, none)));
  }

  private static Step step(
      SetNode member, boolean failOpen, List<Step.PassedOver> passedOver, OptionalDouble measure) {
    return !failOpen && passedOver.isEmpty() && measure.isEmpty()
        ? member.plainStep()
        : new Step(List.of(member.set()), failOpen, passedOver, measure);
  }

  private Step.PassedOver unhealthy(SetNode member) {
    return new Step.PassedOver(member.set(), walk.whyUnhealthy(member));
  }

  /** The first primary, then the first secondary: Route 53 refuses more of either (R27). */
  private List<SetNode> failover() {
    List<SetNode> order = new ArrayList<>(2);
    for (RoutingPolicy.Failover.Role role : RoutingPolicy.Failover.Role.values()) {
      group.members().stream()
          .filter(member -> member.policy(RoutingPolicy.Failover.class).role() == role)
          .findFirst()
          .ifPresent(order::add);
    }
    return order;
  }

  private List<SetNode> geolocation() {
    Places places = walk.places();
    List<SetNode> order = new ArrayList<>(4);
    boolean unknownState = places.isInUnknownState();
    for (GeoPlace place : places.fromSmallest()) {
      SetNode member = group.at(place);
      if (member == null) {
        continue;
      }
      boolean skipsContinent =
          unknownState && order.isEmpty() && place instanceof GeoPlace.Continent;
      if (skipsContinent && !walk.takes(Reading.CONTINENT_FOR_UNKNOWN_STATE)) {
        continue;
      }
      order.add(member);
    }
    if (places.isPrivate() && order.size() > 1) {
      // The region's record set, then the default (§1.4).
      SetNode last = order.get(order.size() - 1);
      return last == group.at(new GeoPlace.Default())
          ? List.of(order.get(0), last)
          : List.of(order.get(0));
    }
    return order;
  }

  private List<SetNode> cidr() {
    List<String> locations = new ArrayList<>();
    Optional<AddressBlock> subnet = walk.places().subnet();
    if (group.networks().isEmpty()) {
      walk.note(
          "the blocks of the CIDR collection of "
              + group.group()
              + " are not in the input; the default location is taken");
    } else if (subnet.isEmpty()) {
      walk.note("the client's network is not known, so that CIDR routing takes the default");
    } else {
      locations.addAll(group.networks().get().containing(subnet.get()));
    }
    List<SetNode> order = new ArrayList<>(2);
    for (String location : locations) {
      SetNode member = group.at(location);
      if (order.isEmpty() || member == null || walk.takes(Reading.SHORTER_BLOCK_NEXT)) {
        add(order, member);
      }
      if (order.isEmpty() && member == null) {
        // The block belongs to a location without a record set: nothing shorter counts (§1.8).
        break;
      }
    }
    add(order, group.at("*"));
    return order;
  }

  private static void add(List<SetNode> order, @Nullable SetNode member) {
    if (member != null) {
      order.add(member);
    }
  }

  // ---- by a measure ----

  private List<Choice> latency() {
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

  private List<Choice> geoproximity() {
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
      return List.of(Choice.of(member, step(member, false, List.of(), finite(measures[first]))));
    }
    boolean[] tried = new boolean[order.length];
    List<Step.PassedOver> passedOver = new ArrayList<>();
    for (int next = first; next >= 0; next = least(order, tried)) {
      SetNode member = group.members().get(next);
      if (walk.isHealthy(member)) {
        return List.of(Choice.of(member, step(member, false, passedOver, finite(measures[next]))));
      }
      tried[next] = true;
      passedOver.add(unhealthy(member));
    }
    SetNode member = group.members().get(first);
    List<Step.PassedOver> others = passedOver.subList(1, passedOver.size());
    return List.of(Choice.of(member, step(member, true, others, finite(measures[first]))));
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

  // ---- several at once ----

  /**
   * Positive weights among the healthy; else the healthy zeros; else the weights as given (§1.2).
   */
  private List<Choice> weighted() {
    List<SetNode> healthy = group.members().stream().filter(walk::isHealthy).toList();
    List<SetNode> positive = healthy.stream().filter(m -> weight(m) > 0).toList();
    if (!positive.isEmpty()) {
      return byWeight(positive, false);
    }
    if (!healthy.isEmpty()) {
      return evenly(healthy, false);
    }
    List<SetNode> given = group.members().stream().filter(m -> weight(m) > 0).toList();
    return given.isEmpty() ? evenly(group.members(), true) : byWeight(given, true);
  }

  private static long weight(SetNode member) {
    return member.policy(RoutingPolicy.Weighted.class).weight();
  }

  private List<Choice> byWeight(List<SetNode> chosen, boolean failOpen) {
    long sum = chosen.stream().mapToLong(Chooser::weight).sum();
    List<Step.PassedOver> passedOver = passedOver(chosen, failOpen);
    return chosen.stream()
        .map(member -> choice(BigFraction.of(weight(member), sum), member, failOpen, passedOver))
        .toList();
  }

  private List<Choice> evenly(List<SetNode> chosen, boolean failOpen) {
    List<Step.PassedOver> passedOver = passedOver(chosen, failOpen);
    BigFraction share = BigFraction.of(1, chosen.size());
    return chosen.stream().map(m -> choice(share, m, failOpen, passedOver)).toList();
  }

  private static Choice choice(
      BigFraction share, SetNode member, boolean failOpen, List<Step.PassedOver> passedOver) {
    return new Choice(
        share, step(member, failOpen, passedOver, OptionalDouble.empty()), List.of(member));
  }

  private List<Step.PassedOver> passedOver(List<SetNode> chosen, boolean failOpen) {
    List<Step.PassedOver> passedOver = new ArrayList<>();
    for (SetNode member : group.members()) {
      if (chosen.contains(member)) {
        continue;
      }
      passedOver.add(
          failOpen || walk.isHealthy(member)
              ? new Step.PassedOver(member.set(), "its weight is 0")
              : unhealthy(member));
    }
    return passedOver;
  }

  /** All the healthy, or all if none is; the answer holds up to eight of them (§1.7). */
  private List<Choice> multivalue() {
    List<SetNode> healthy = group.members().stream().filter(walk::isHealthy).toList();
    boolean failOpen = healthy.isEmpty();
    List<SetNode> chosen = failOpen ? group.members() : healthy;
    List<Step.PassedOver> passedOver = failOpen ? List.of() : passedOver(chosen, false);
    List<RecordSet> sets = chosen.stream().map(SetNode::set).toList();
    Step step = new Step(sets, failOpen, passedOver, OptionalDouble.empty());
    return List.of(new Choice(BigFraction.ONE, step, chosen));
  }
}
