package io.github.fleetdns.answer;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What a policy chooses among the record sets of a group, for the client of a walk
 * (route53.md#policies).
 */
final class Chooser implements RoutingPolicy.Visitor<List<Choice>> {
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
              + " those like the first are counted");
    }
    if (group.policy().isEmpty()) {
      SetNode only = group.members().get(0);
      return List.of(Choice.of(only, only.plainStep()));
    }
    return group.policy().get().accept(this);
  }

  @Override
  public List<Choice> weighted(RoutingPolicy.Weighted first) {
    return weighted();
  }

  @Override
  public List<Choice> latency(RoutingPolicy.Latency first) {
    return byLatency(Nearest.byLatency(walk, group));
  }

  @Override
  public List<Choice> geolocation(RoutingPolicy.Geolocation first) {
    return firstHealthy(geolocation());
  }

  @Override
  public List<Choice> geoproximity(RoutingPolicy.Geoproximity first) {
    Nearest nearest = Nearest.byDistance(walk, group);
    return firstHealthy(nearest, nearest::measure);
  }

  @Override
  public List<Choice> failover(RoutingPolicy.Failover first) {
    return firstHealthy(failover());
  }

  @Override
  public List<Choice> multivalue(RoutingPolicy.Multivalue first) {
    return multivalue();
  }

  @Override
  public List<Choice> cidr(RoutingPolicy.Cidr first) {
    return firstHealthy(cidr());
  }

  /**
   * The record sets whose health an alias to the group goes by: those that apply to the client, if
   * others do not count (route53.md#health).
   */
  List<SetNode> counting() {
    return group.policy().isEmpty() ? group.members() : group.policy().get().accept(new Counting());
  }

  private final class Counting implements RoutingPolicy.Visitor<List<SetNode>> {
    @Override
    public List<SetNode> weighted(RoutingPolicy.Weighted first) {
      return group.members();
    }

    @Override
    public List<SetNode> latency(RoutingPolicy.Latency first) {
      return group.members();
    }

    @Override
    public List<SetNode> geolocation(RoutingPolicy.Geolocation first) {
      return others() ? group.members() : Chooser.this.geolocation();
    }

    @Override
    public List<SetNode> geoproximity(RoutingPolicy.Geoproximity first) {
      return group.members();
    }

    @Override
    public List<SetNode> failover(RoutingPolicy.Failover first) {
      return group.members();
    }

    @Override
    public List<SetNode> multivalue(RoutingPolicy.Multivalue first) {
      return group.members();
    }

    @Override
    public List<SetNode> cidr(RoutingPolicy.Cidr first) {
      return others() ? group.members() : Chooser.this.cidr();
    }

    private boolean others() {
      return walk.takes(Reading.OTHER_PLACES_COUNT);
    }
  }

  // ---- in an order ----

  private List<Choice> firstHealthy(List<SetNode> ordered) {
    return firstHealthy(ordered.iterator(), member -> OptionalDouble.empty());
  }

  /** The first healthy one, or what estimates do not tell from it. */
  private List<Choice> byLatency(Nearest nearest) {
    Choice first = firstHealthy(nearest, nearest::measure).get(0);
    if (!walk.countsOthers()) {
      return List.of(first);
    }
    List<Nearest.Candidate> others =
        nearest.like(first.members().get(0)).stream()
            .filter(other -> first.step().failOpen() || walk.isHealthy(other.member()))
            .toList();
    return List.of(first.or(others));
  }

  /** The first healthy one; the first of all if none is. */
  private List<Choice> firstHealthy(
      Iterator<SetNode> order, Function<SetNode, OptionalDouble> measure) {
    if (!order.hasNext()) {
      return List.of();
    }
    SetNode first = order.next();
    if (walk.isHealthy(first)) {
      return List.of(Choice.of(first, first.step(false, List.of(), measure.apply(first))));
    }
    List<Step.PassedOver> passedOver = new ArrayList<>();
    passedOver.add(walk.passOver(first));
    while (order.hasNext()) {
      SetNode member = order.next();
      if (walk.isHealthy(member)) {
        return List.of(Choice.of(member, member.step(false, passedOver, measure.apply(member))));
      }
      passedOver.add(walk.passOver(member));
    }
    List<Step.PassedOver> others = passedOver.subList(1, passedOver.size());
    return List.of(Choice.of(first, first.step(true, others, measure.apply(first))));
  }

  /**
   * The first primary, then the first secondary: Route 53 refuses more of either (route53.md#r27).
   */
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
      // The region's record set, then the default (route53.md#geolocation).
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
        // The block belongs to a location without a record set: nothing shorter counts
        // (route53.md#cidr).
        break;
      }
    }
    add(order, group.at(RoutingPolicy.Cidr.EVERYBODY_ELSE));
    return order;
  }

  private static void add(List<SetNode> order, @Nullable SetNode member) {
    if (member != null) {
      order.add(member);
    }
  }

  // ---- several at once ----

  /**
   * Positive weights among the healthy; else the healthy zeros; else the weights as given
   * (route53.md#weighted).
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
        share, member.step(failOpen, passedOver, OptionalDouble.empty()), List.of(member));
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
              : walk.passOver(member));
    }
    return passedOver;
  }

  /**
   * All the healthy, or all if none is; the answer holds up to eight of them
   * (route53.md#multivalue).
   */
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
