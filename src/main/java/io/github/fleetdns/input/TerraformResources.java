package io.github.fleetdns.input;

import io.github.fleetdns.change.Resource;
import io.github.fleetdns.terraform.FleetResources;
import io.github.fleetdns.terraform.read.Source;
import io.github.fleetdns.terraform.read.TerraformGraph;
import io.github.fleetdns.terraform.read.TerraformZone;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The resources of a zone that was read from Terraform, as the way goes by them. */
final class TerraformResources {
  private static final TerraformGraph.Facts UNKNOWN =
      new TerraformGraph.Facts(
          "", Set.of(), Optional.empty(), false, Optional.empty(), Optional.empty());

  private final TerraformZone read;
  private final HostedZone zone;
  private final List<Resource> resources = new ArrayList<>();

  private TerraformResources(TerraformZone read) {
    this.read = read;
    this.zone = read.zone();
  }

  static List<Resource> of(TerraformZone read) {
    TerraformResources all = new TerraformResources(read);
    all.zone();
    all.zone.healthChecks().forEach(all::check);
    all.cidr();
    all.sets();
    return all.resources;
  }

  private TerraformGraph.Facts facts(String address) {
    return read.graph().facts().getOrDefault(address, UNKNOWN);
  }

  private void add(String address, Resource.Body body) {
    TerraformGraph.Facts facts = facts(address);
    resources.add(new Resource(address, body, facts.dependencies(), facts.createBeforeDestroy()));
  }

  private void zone() {
    if (read.isManaged()) {
      read.address()
          .ifPresent(
              address -> add(address, new Resource.OfZone(FleetResources.key(zone), zone.name())));
    }
  }

  private void check(String name, HealthCheck check) {
    Source source = read.healthChecks().get(name);
    if (source != null) {
      Set<String> children =
          check.children().stream()
              .flatMap(child -> Optional.ofNullable(read.healthChecks().get(child)).stream())
              .map(Source::address)
              .collect(Collectors.toSet());
      add(source.address(), new Resource.OfCheck(check, children));
    }
  }

  /** Those of all zones of the input: they belong to none. */
  private void cidr() {
    read.graph()
        .facts()
        .forEach(
            (address, facts) ->
                facts
                    .cidr()
                    .ifPresent(
                        cidr ->
                            add(
                                address,
                                cidr.isLocation()
                                    ? new Resource.OfLocation(
                                        cidr.collection(), cidr.name(), cidr.blocks())
                                    : new Resource.OfCollection(cidr.name()))));
  }

  private void sets() {
    for (int i = 0; i < zone.recordSets().size(); i++) {
      RecordSet set = zone.recordSets().get(i);
      String address = read.recordSets().get(i).address();
      boolean standsAlready =
          set.name().equals(zone.name())
              && (set.type() == RecordType.NS || set.type() == RecordType.SOA);
      Optional<String> check =
          set.routing()
              .flatMap(Routing::healthCheck)
              .flatMap(name -> Optional.ofNullable(read.healthChecks().get(name)))
              .map(Source::address);
      add(
          address,
          new Resource.OfSet(
              FleetResources.key(zone),
              set,
              check,
              set.policy().flatMap(this::location),
              zone.unknowns().of(set),
              standsAlready || facts(address).overwrites()));
    }
  }

  /** The resource of a policy's location; of the default, that of the collection. */
  private Optional<String> location(RoutingPolicy policy) {
    if (!(policy instanceof RoutingPolicy.Cidr by)) {
      return Optional.empty();
    }
    Map<String, TerraformGraph.Facts> facts = read.graph().facts();
    Optional<String> collection =
        facts.entrySet().stream()
            .filter(e -> isCidr(e.getValue(), by.collection(), false))
            .map(Map.Entry::getKey)
            .findFirst();
    return collection
        .flatMap(
            address ->
                facts.entrySet().stream()
                    .filter(e -> isCidr(e.getValue(), by.location(), true))
                    .filter(
                        e ->
                            e.getValue()
                                .cidr()
                                .filter(c -> c.collection().equals(address))
                                .isPresent())
                    .map(Map.Entry::getKey)
                    .findFirst())
        .or(() -> collection);
  }

  private static boolean isCidr(TerraformGraph.Facts facts, String name, boolean isLocation) {
    return facts
        .cidr()
        .filter(cidr -> cidr.isLocation() == isLocation && cidr.name().equals(name))
        .isPresent();
  }
}
