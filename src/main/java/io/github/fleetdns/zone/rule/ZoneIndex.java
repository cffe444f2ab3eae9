package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
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
  private final List<Entry> aliases = new ArrayList<>();
  private final List<Entry> checked = new ArrayList<>();
  private final Map<RecordSet.Group, List<Entry>> routed = new LinkedHashMap<>();
  private final Map<Class<?>, Map<RecordSet.Group, List<Entry>>> byPolicy = new HashMap<>();

  private ZoneIndex(HostedZone zone) {
    this.zone = zone;
    for (int i = 0; i < zone.recordSets().size(); i++) {
      add(new Entry(i, zone.recordSets().get(i)));
    }
    for (List<Entry> group : groups.values()) {
      if (group.stream().anyMatch(entry -> entry.set().routing().isPresent())) {
        routed.put(group.get(0).set().group(), group);
      }
    }
  }

  private void add(Entry entry) {
    RecordSet set = entry.set();
    RecordSet.Group group = set.group();
    entries.add(entry);
    groups.computeIfAbsent(group, key -> new ArrayList<>()).add(entry);
    types.computeIfAbsent(set.name(), name -> EnumSet.noneOf(RecordType.class)).add(set.type());
    if (set.content() instanceof Content.Alias) {
      aliases.add(entry);
    }
    if (entry.check().isPresent()) {
      checked.add(entry);
    }
    set.policy()
        .ifPresent(
            policy ->
                byPolicy
                    .computeIfAbsent(policy.getClass(), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(group, key -> new ArrayList<>())
                    .add(entry));
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

    /** Whether the set is an alias that evaluates the health of its target. */
    boolean evaluatesTarget() {
      return set.alias().filter(Content.Alias::evaluateTargetHealth).isPresent();
    }

    /** The group that an alias within the zone points at. */
    Optional<RecordSet.Group> target() {
      return set.aliasedGroup();
    }

    /** The AWS service that an alias points at, however it names the resource. */
    Optional<AwsService> service() {
      return set.alias().flatMap(alias -> alias.target().awsService());
    }

    /** Whether this is an alias to this AWS service. */
    boolean leadsTo(AwsService service) {
      return service().filter(service::equals).isPresent();
    }

    /** The AWS resource that an alias points at by its DNS name. */
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

  /** The groups in which a record set has a policy, whole. */
  Collection<List<Entry>> routedGroups() {
    return Collections.unmodifiableCollection(routed.values());
  }

  /** For each group, its record sets with this kind of policy, where there are any. */
  Collection<List<Entry>> groups(Class<? extends RoutingPolicy> kind) {
    return Collections.unmodifiableCollection(byPolicy.getOrDefault(kind, Map.of()).values());
  }

  /** Calls {@code visit} with each record set of this kind of policy, group by group. */
  <P extends RoutingPolicy> void each(Class<P> kind, BiConsumer<Entry, P> visit) {
    groups(kind)
        .forEach(
            group -> group.forEach(entry -> visit.accept(entry, entry.policy(kind).orElseThrow())));
  }

  /** The aliases in the zone's order. */
  List<Entry> aliases() {
    return Collections.unmodifiableList(aliases);
  }

  /** The record sets with a health check of their own, in the zone's order. */
  List<Entry> checked() {
    return Collections.unmodifiableList(checked);
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
