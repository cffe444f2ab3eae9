package io.github.fleetdns.terraform;

import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a fleet exists in Route 53 already, so that Terraform takes it over instead of making it.
 *
 * @param zone the id of the hosted zone
 * @param comment the comment that the zone has; empty if that is not known
 * @param checks ids of health checks by the fleet's name for them
 * @param collections ids of CIDR collections by name
 */
public record Imports(
    String zone,
    Optional<String> comment,
    Map<String, String> checks,
    Map<String, String> collections) {
  /** Copies the maps. */
  public Imports {
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    collections = Collections.unmodifiableMap(new LinkedHashMap<>(collections));
  }

  /**
   * Terraform's {@code import} blocks for a zone.
   *
   * @param created whether the stack has the zone as a resource, rather than looking it up
   */
  List<Map<String, String>> blocks(HostedZone hosted, boolean created) {
    List<Map<String, String>> blocks = new ArrayList<>();
    if (created) {
      add(blocks, "aws_route53_zone." + ResourceNames.ZONE, zone);
    }
    hosted
        .healthChecks()
        .forEach(
            (name, check) ->
                Optional.ofNullable(checks.get(name))
                    .ifPresent(
                        id ->
                            add(
                                blocks,
                                "aws_route53_health_check."
                                    + ResourceNames.ofHealthCheck(name, check),
                                id)));
    for (CidrCollection collection : hosted.cidrCollections()) {
      String id = collections.get(collection.name());
      if (id != null) {
        add(blocks, "aws_route53_cidr_collection." + CidrResources.name(collection), id);
        collection
            .locations()
            .keySet()
            .forEach(
                location ->
                    add(
                        blocks,
                        "aws_route53_cidr_location." + CidrResources.name(collection, location),
                        id + "," + location));
      }
    }
    for (RecordSet set : hosted.recordSets()) {
      add(blocks, "aws_route53_record." + ResourceNames.of(set, hosted.name()), id(set));
    }
    return blocks;
  }

  private static void add(List<Map<String, String>> blocks, String to, String id) {
    Map<String, String> block = new LinkedHashMap<>();
    block.put("to", to);
    block.put("id", TerraformText.literal(id));
    blocks.add(block);
  }

  /** By what the AWS provider imports a record set: {@code ZONEID_name_TYPE[_setidentifier]}. */
  private String id(RecordSet set) {
    return zone
        + "_"
        + set.name()
        + "_"
        + set.type()
        + set.key().setIdentifier().map(identifier -> "_" + identifier).orElse("");
  }
}
