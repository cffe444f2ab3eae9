package io.github.fleetdns.input;

import io.github.fleetdns.terraform.FleetResources;
import io.github.fleetdns.terraform.read.TerraformZone;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.HostedZone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ids of what zones refer to: those that an input knows, and Terraform's expressions for the
 * others.
 */
public final class ResourceIds {
  private final Map<String, String> ids = new LinkedHashMap<>();

  private ResourceIds() {}

  /**
   * The ids of the zones, by {@link StackChanges#key}, of resources, by address, of CIDR
   * collections, as {@code collection NAME}, and the addresses of load balancers that are looked
   * up, as {@code REGION NAME}.
   */
  public static Map<String, String> of(List<ZoneInput> zones) {
    ResourceIds all = new ResourceIds();
    for (ZoneInput zone : zones) {
      zone.parts().forEach(all::add);
    }
    return all.ids;
  }

  private void add(ZoneInput part) {
    HostedZone zone = part.zone();
    part.terraform().ifPresent(this::add);
    part.fleet().ifPresent(fleet -> put(StackChanges.key(zone), FleetResources.zoneId(fleet)));
    for (CidrCollection collection : zone.cidrCollections()) {
      put(
          "collection " + collection.name(),
          "${" + FleetResources.collection(collection.name()) + ".id}");
    }
    zone.recordSets().stream()
        .flatMap(set -> set.alias().stream())
        .map(Content.Alias::target)
        .filter(AliasTarget.LookedUpLoadBalancer.class::isInstance)
        .map(AliasTarget.LookedUpLoadBalancer.class::cast)
        .forEach(
            balancer ->
                put(
                    balancer.region() + " " + balancer.name(),
                    FleetResources.loadBalancer(balancer.name(), balancer.region())));
  }

  /** What is known comes first. */
  private void put(String key, String id) {
    ids.putIfAbsent(key, id);
  }

  private void add(TerraformZone read) {
    String key = StackChanges.key(read.zone());
    read.id().ifPresent(id -> put(key, id));
    read.address().ifPresent(address -> put(key, "${" + address + ".zone_id}"));
    read.graph()
        .facts()
        .forEach(
            (address, facts) -> {
              facts.id().ifPresent(id -> put(address, id));
              facts
                  .cidr()
                  .filter(cidr -> !cidr.isLocation())
                  .ifPresent(
                      cidr ->
                          put(
                              "collection " + cidr.name(),
                              facts.id().orElse("${" + address + ".id}")));
            });
  }
}
