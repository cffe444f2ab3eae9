package io.github.fleetdns.terraform;

import io.github.fleetdns.change.Resource;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The resources of Route 53 that the stack of a fleet has, with what each refers to, without
 * synthesizing it: a test holds them to what synthesis writes.
 */
public final class FleetResources {
  private static final String ZONE = "aws_route53_zone." + ResourceNames.ZONE;

  private final HostedZone zone;
  private final boolean isMade;
  private final Map<RecordSet.Group, List<RecordSet>> groups = new LinkedHashMap<>();
  private final Map<List<String>, String> locations = new HashMap<>();
  private final List<Resource> resources = new ArrayList<>();

  private FleetResources(HostedZone zone, boolean isMade) {
    this.zone = zone;
    this.isMade = isMade;
    zone.recordSets()
        .forEach(set -> groups.computeIfAbsent(set.group(), g -> new ArrayList<>()).add(set));
  }

  /**
   * The resources.
   *
   * @param fleet the fleet
   * @param zone its compiled zone
   */
  public static List<Resource> of(Fleet fleet, HostedZone zone) {
    boolean made = fleet.zone().source() instanceof Zone.Source.Created;
    FleetResources all = new FleetResources(zone, made);
    all.add();
    return all.resources;
  }

  /** The data source that looks a load balancer up. */
  public static String loadBalancer(String name, String region) {
    return "data.aws_lb." + ResourceNames.ofLoadBalancer(name, region);
  }

  /** Terraform's expression for the id of the hosted zone of a fleet. */
  public static String zoneId(Fleet fleet) {
    return fleet
        .zone()
        .source()
        .match(
            created -> "${" + ZONE + ".zone_id}",
            existing -> existing.id().orElse("${data." + ZONE + ".zone_id}"));
  }

  /** The address of a CIDR collection. */
  public static String collection(String name) {
    return "aws_route53_cidr_collection." + name + "-cidr-collection";
  }

  private void add() {
    if (isMade) {
      add(ZONE, new Resource.OfZone(key(zone), zone.name()), Set.of());
    }
    zone.healthChecks().forEach(this::check);
    zone.cidrCollections().forEach(this::collection);
    zone.recordSets().forEach(this::set);
  }

  /** Which zone it is, among those of a change. */
  public static String key(HostedZone zone) {
    return zone.name() + (zone.isPrivate() ? " private" : "");
  }

  private void add(String address, Resource.Body body, Set<String> dependencies) {
    add(address, body, dependencies, false);
  }

  private void add(
      String address, Resource.Body body, Set<String> dependencies, boolean createdFirst) {
    resources.add(new Resource(address, body, dependencies, Optional.of(createdFirst)));
  }

  private void check(String name, HealthCheck check) {
    Set<String> children =
        check.children().stream()
            .filter(zone.healthChecks()::containsKey)
            .map(this::ofCheck)
            .collect(Collectors.toSet());
    add(ofCheck(name), new Resource.OfCheck(check, children), children, true);
  }

  private String ofCheck(String name) {
    return "aws_route53_health_check."
        + ResourceNames.ofHealthCheck(name, Objects.requireNonNull(zone.healthChecks().get(name)));
  }

  private void collection(CidrCollection collection) {
    String address = "aws_route53_cidr_collection." + collection.name() + "-cidr-collection";
    add(address, new Resource.OfCollection(collection.name()), Set.of());
    Set<String> before = Set.of(address);
    for (Map.Entry<String, List<AddressBlock>> location : collection.locations().entrySet()) {
      String own =
          "aws_route53_cidr_location."
              + collection.name()
              + "-"
              + location.getKey()
              + "-cidr-location";
      add(own, new Resource.OfLocation(address, location.getKey(), location.getValue()), before);
      before = Set.of(address, own);
      locations.put(List.of(collection.name(), location.getKey()), own);
    }
  }

  private void set(RecordSet set) {
    Set<String> dependencies = new LinkedHashSet<>();
    if (isMade) {
      dependencies.add(ZONE);
    }
    set.aliasedGroup()
        .ifPresent(
            target ->
                groups
                    .getOrDefault(target, List.of())
                    .forEach(below -> dependencies.add(address(below))));
    Optional<String> check =
        set.routing()
            .flatMap(routing -> routing.healthCheck())
            .filter(zone.healthChecks()::containsKey)
            .map(this::ofCheck);
    check.ifPresent(dependencies::add);
    Optional<String> location = set.policy().flatMap(this::location);
    location.ifPresent(dependencies::add);
    if (location.isPresent() && set.policy().orElse(null) instanceof RoutingPolicy.Cidr cidr) {
      dependencies.add(collection(cidr.collection()));
    }
    boolean overwrites =
        set.name().equals(zone.name())
            && (set.type() == RecordType.NS || set.type() == RecordType.SOA);
    add(
        address(set),
        new Resource.OfSet(key(zone), set, check, location, zone.unknowns().of(set), overwrites),
        dependencies);
  }

  /** The location of a policy; of the default, the collection alone. */
  private Optional<String> location(RoutingPolicy policy) {
    if (!(policy instanceof RoutingPolicy.Cidr cidr)) {
      return Optional.empty();
    }
    boolean made =
        zone.cidrCollections().stream().anyMatch(c -> c.name().equals(cidr.collection()));
    return made
        ? Optional.of(
            locations.getOrDefault(
                List.of(cidr.collection(), cidr.location()), collection(cidr.collection())))
        : Optional.empty();
  }

  private String address(RecordSet set) {
    return RecordAddress.of(set.key(), zone.name());
  }
}
