package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A hosted zone with its record sets looked up by group, by name and by policy: made once, read by
 * every rule, so that each rule takes time in proportion to the zone.
 */
public final class ZoneIndex {
  private final HostedZone zone;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<RecordSet.Group, List<Entry>> groups = new LinkedHashMap<>();
  private final Map<DomainName, Set<RecordType>> types = new HashMap<>();

  private ZoneIndex(HostedZone zone) {
    this.zone = zone;
    for (int i = 0; i < zone.recordSets().size(); i++) {
      RecordSet set = zone.recordSets().get(i);
      Entry entry = new Entry(i, set);
      entries.add(entry);
      groups.computeIfAbsent(set.group(), group -> new ArrayList<>()).add(entry);
      types.computeIfAbsent(set.name(), name -> EnumSet.noneOf(RecordType.class)).add(set.type());
    }
  }

  /** The index of a zone. */
  public static ZoneIndex of(HostedZone zone) {
    return new ZoneIndex(zone);
  }

  /**
   * A record set and its place in the zone.
   *
   * @param index its position in {@code HostedZone.recordSets()}
   * @param set the record set
   */
  record Entry(int index, RecordSet set) {
    Subject.Set subject() {
      return new Subject.Set(index);
    }

    RecordSet.Key key() {
      return set.key();
    }

    /** The name of the health check that the set itself has. */
    Optional<String> check() {
      return set.routing().flatMap(Routing::healthCheck);
    }

    /** The policy, if it is of this kind. */
    <P extends RoutingPolicy> Optional<P> policy(Class<P> kind) {
      return set.policy().filter(kind::isInstance).map(kind::cast);
    }

    boolean is(RoutingPolicy.Failover.Role role) {
      return policy(RoutingPolicy.Failover.class)
          .filter(failover -> failover.role() == role)
          .isPresent();
    }

    /** Whether the set is an alias that evaluates the health of its target. */
    boolean evaluatesTarget() {
      return set.alias().filter(Content.Alias::evaluateTargetHealth).isPresent();
    }

    /** The group that an alias within the zone points at. */
    Optional<RecordSet.Group> target() {
      return set.alias()
          .filter(alias -> alias.target() instanceof AliasTarget.SameZone)
          .map(alias -> ((AliasTarget.SameZone) alias.target()).name())
          .map(name -> new RecordSet.Group(name, set.type()));
    }

    /** The AWS resource that an alias points at. */
    Optional<AliasTarget.AwsResource> resource() {
      return set.alias()
          .filter(alias -> alias.target() instanceof AliasTarget.AwsResource)
          .map(alias -> (AliasTarget.AwsResource) alias.target());
    }
  }

  /** The zone itself. */
  HostedZone zone() {
    return zone;
  }

  DomainName name() {
    return zone.name();
  }

  List<RecordSet> recordSets() {
    return zone.recordSets();
  }

  /** The record sets in the zone's order. */
  List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** The groups, by their first record set in the zone. */
  Collection<List<Entry>> groups() {
    return Collections.unmodifiableCollection(groups.values());
  }

  /** The record sets of one name and type; empty if there are none. */
  List<Entry> group(RecordSet.Group group) {
    return groups.getOrDefault(group, List.of());
  }

  /** The types that a name has record sets of. */
  Set<RecordType> typesAt(DomainName name) {
    return types.getOrDefault(name, Set.of());
  }

  /** For each group, its record sets with this kind of policy, where there are any. */
  List<List<Entry>> groups(Class<? extends RoutingPolicy> kind) {
    return groups.values().stream()
        .map(group -> group.stream().filter(entry -> entry.policy(kind).isPresent()).toList())
        .filter(group -> !group.isEmpty())
        .toList();
  }

  /** Calls {@code visit} with each record set of this kind of policy. */
  <P extends RoutingPolicy> void each(Class<P> kind, BiConsumer<Entry, P> visit) {
    entries.forEach(entry -> entry.policy(kind).ifPresent(policy -> visit.accept(entry, policy)));
  }

  /** Calls {@code visit} with each health check of this kind, and what to say it is about. */
  <C extends HealthCheck> void eachCheck(Class<C> kind, CheckVisit<C> visit) {
    zone.healthChecks()
        .forEach(
            (name, check) -> {
              if (kind.isInstance(check)) {
                visit.accept(name, kind.cast(check), new Subject.Check(name));
              }
            });
  }

  /** What {@link #eachCheck} calls. */
  interface CheckVisit<C extends HealthCheck> {
    void accept(String name, C check, Subject.Check subject);
  }
}
