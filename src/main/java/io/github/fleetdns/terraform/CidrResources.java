package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.providers.aws.route53_cidr_collection.Route53CidrCollection;
import com.hashicorp.cdktf.providers.aws.route53_cidr_collection.Route53CidrCollectionConfig;
import com.hashicorp.cdktf.providers.aws.route53_cidr_location.Route53CidrLocation;
import com.hashicorp.cdktf.providers.aws.route53_cidr_location.Route53CidrLocationConfig;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.HostedZone;
import java.util.HashMap;
import java.util.Map;
import software.constructs.Construct;

/** The collections of address blocks that CIDR routing refers to. */
final class CidrResources {
  private CidrResources() {}

  /** Creates the collections and their locations; gives the collections' ids by name. */
  static Map<String, String> create(Construct scope, HostedZone zone) {
    Map<String, String> ids = new HashMap<>();
    for (CidrCollection collection : zone.cidrCollections()) {
      Route53CidrCollection resource =
          new Route53CidrCollection(
              scope,
              collection.name() + "-cidr-collection",
              Route53CidrCollectionConfig.builder().name(collection.name()).build());
      String id = resource.getId();
      ids.put(collection.name(), id);
      collection
          .locations()
          .forEach(
              (location, blocks) ->
                  new Route53CidrLocation(
                      scope,
                      collection.name() + "-" + location + "-cidr-location",
                      Route53CidrLocationConfig.builder()
                          .cidrCollectionId(id)
                          .name(location)
                          .cidrBlocks(blocks.stream().map(Object::toString).toList())
                          .build()));
    }
    return ids;
  }
}
