package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.route53_cidr_collection.Route53CidrCollection;
import com.hashicorp.cdktf.providers.aws.route53_cidr_collection.Route53CidrCollectionConfig;
import com.hashicorp.cdktf.providers.aws.route53_cidr_location.Route53CidrLocation;
import com.hashicorp.cdktf.providers.aws.route53_cidr_location.Route53CidrLocationConfig;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Collections of address blocks and their locations.
 *
 * <p>The provider sends along which version of a collection it has read, so that of locations that
 * are changed side by side all but one are refused (docs/route53.md#cidr-version): each depends on
 * the one before it. A record refers to its location, which is so made before it and removed after
 * it.
 */
final class CidrResources {
  private final Map<String, String> ids = new HashMap<>();
  private final Map<List<String>, String> locations = new HashMap<>();

  private CidrResources() {}

  /** Creates the collections and their locations. */
  static CidrResources create(Construct scope, HostedZone zone) {
    CidrResources created = new CidrResources();
    zone.cidrCollections().forEach(collection -> created.add(scope, collection));
    return created;
  }

  private void add(Construct scope, CidrCollection collection) {
    Route53CidrCollection resource =
        new Route53CidrCollection(
            scope,
            name(collection),
            Route53CidrCollectionConfig.builder().name(collection.name()).build());
    ids.put(collection.name(), resource.getId());
    List<ITerraformDependable> before = new ArrayList<>();
    for (Map.Entry<String, List<AddressBlock>> location : collection.locations().entrySet()) {
      Route53CidrLocationConfig.Builder config =
          Route53CidrLocationConfig.builder()
              .cidrCollectionId(resource.getId())
              .name(location.getKey())
              .cidrBlocks(location.getValue().stream().map(Object::toString).toList());
      if (!before.isEmpty()) {
        config.dependsOn(List.copyOf(before));
      }
      Route53CidrLocation made =
          new Route53CidrLocation(scope, name(collection, location.getKey()), config.build());
      before = List.of(made);
      locations.put(List.of(collection.name(), location.getKey()), made.getName());
    }
  }

  /** The name of a collection's resource. */
  static String name(CidrCollection collection) {
    return collection.name() + "-cidr-collection";
  }

  /** The name of the resource of a location. */
  static String name(CidrCollection collection, String location) {
    return collection.name() + "-" + location + "-cidr-location";
  }

  /** The id of a policy's collection: a reference, if this stack makes it. */
  String id(RoutingPolicy.Cidr policy) {
    return ids.getOrDefault(policy.collection(), policy.collection());
  }

  /** The name of a policy's location: a reference, if this stack makes it. */
  String location(RoutingPolicy.Cidr policy) {
    return locations.getOrDefault(
        List.of(policy.collection(), policy.location()), policy.location());
  }
}
