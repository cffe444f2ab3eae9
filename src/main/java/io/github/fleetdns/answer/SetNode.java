package io.github.fleetdns.answer;

import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.LocalZones;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A record set, with what is asked of it at every question worked out once. */
final class SetNode {
  private final int index;
  private final RecordSet set;
  private final Step plain;
  private final Optional<AwsRegions.Region> region;
  private final Optional<Point> location;
  private @Nullable GroupNode target;

  SetNode(int index, RecordSet set) {
    this.index = index;
    this.set = set;
    this.plain = new Step(List.of(set), false, List.of(), OptionalDouble.empty());
    this.region =
        set.policy()
            .filter(RoutingPolicy.Latency.class::isInstance)
            .flatMap(policy -> AwsRegions.of(((RoutingPolicy.Latency) policy).region()));
    this.location = set.policy().flatMap(SetNode::locate);
  }

  private static Optional<Point> locate(RoutingPolicy policy) {
    if (!(policy instanceof RoutingPolicy.Geoproximity near)) {
      return Optional.empty();
    }
    return near.location()
        .match(
            region -> AwsRegions.of(region.name()).map(AwsRegions.Region::point),
            localZone -> LocalZones.of(localZone.group()),
            SetNode::pointOf);
  }

  private static Optional<Point> pointOf(GeoLocation.Coordinates coordinates) {
    try {
      return Optional.of(
          new Point(
              Double.parseDouble(coordinates.latitude()),
              Double.parseDouble(coordinates.longitude())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void leadTo(GroupNode group) {
    target = group;
  }

  /** The position among the zone's record sets. */
  int index() {
    return index;
  }

  RecordSet set() {
    return set;
  }

  /** The step of being chosen first of all. */
  Step plainStep() {
    return plain;
  }

  /** The step of being chosen. */
  Step step(boolean failOpen, List<Step.PassedOver> passedOver, OptionalDouble measure) {
    return !failOpen && passedOver.isEmpty() && measure.isEmpty()
        ? plain
        : new Step(List.of(set), failOpen, passedOver, measure);
  }

  /** The region of a latency record set; empty if it is not known here. */
  Optional<AwsRegions.Region> region() {
    return region;
  }

  /** Where a geoproximity record set is; empty if that is not known here. */
  Optional<Point> location() {
    return location;
  }

  /** The policy, which the group says is of this kind. */
  <P extends RoutingPolicy> P policy(Class<P> kind) {
    return kind.cast(set.policy().orElseThrow());
  }

  Optional<String> check() {
    return set.routing().flatMap(Routing::healthCheck);
  }

  /** The group of the zone that an alias leads to; null if it is none, or leads nowhere. */
  @Nullable GroupNode target() {
    return target;
  }

  boolean evaluatesTarget() {
    return set.alias().filter(Content.Alias::evaluateTargetHealth).isPresent();
  }

  /** What an alias points at; empty for values. */
  Optional<AliasTarget> aliasTarget() {
    return set.alias().map(Content.Alias::target);
  }
}
