package io.github.fleetdns.terraform.read;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import java.util.ArrayList;
import java.util.List;

/** A record set of the API as the arguments of {@code aws_route53_record}. */
final class ListedRecords {
  private ListedRecords() {}

  static Node.Obj values(Node.Obj set, Node zoneId) {
    Fields fields = new Fields(set.at()).node("zone_id", zoneId);
    fields.node("name", name(set.get("Name")));
    fields.node("type", set.get("Type"));
    fields.node("ttl", set.get("TTL"));
    fields.node("set_identifier", set.get("SetIdentifier"));
    fields.node("health_check_id", set.get("HealthCheckId"));
    fields.node("multivalue_answer_routing_policy", set.get("MultiValueAnswer"));
    boolean text =
        set.get("Type").text().filter(type -> type.equals("TXT") || type.equals("SPF")).isPresent();
    List<Node> records = new ArrayList<>();
    for (Node.Obj record : set.get("ResourceRecords").blocks()) {
      Node value = record.get("Value");
      records.add(text ? unquoted(value) : value);
    }
    if (!records.isEmpty()) {
      fields.node("records", new Node.Arr(set.get("ResourceRecords").at(), records));
    }
    Node alias = set.get("AliasTarget");
    if (!alias.isNothing()) {
      fields.block(
          "alias",
          new Fields(alias.at())
              .node("name", name(alias.get("DNSName")))
              .node("zone_id", alias.get("HostedZoneId"))
              .node("evaluate_target_health", alias.get("EvaluateTargetHealth"))
              .build());
    }
    policies(set, fields);
    return fields.build();
  }

  private static void policies(Node.Obj set, Fields fields) {
    one(set, fields, "Weight", "weighted_routing_policy", "weight");
    one(set, fields, "Region", "latency_routing_policy", "region");
    one(set, fields, "Failover", "failover_routing_policy", "type");
    Node place = set.get("GeoLocation");
    if (!place.isNothing()) {
      fields.block(
          "geolocation_routing_policy",
          new Fields(place.at())
              .node("continent", place.get("ContinentCode"))
              .node("country", place.get("CountryCode"))
              .node("subdivision", place.get("SubdivisionCode"))
              .build());
    }
    Node near = set.get("GeoProximityLocation");
    if (!near.isNothing()) {
      Fields block =
          new Fields(near.at())
              .node("aws_region", near.get("AWSRegion"))
              .node("local_zone_group", near.get("LocalZoneGroup"))
              .node("bias", near.get("Bias"));
      Node at = near.get("Coordinates");
      if (!at.isNothing()) {
        block.block(
            "coordinates",
            new Fields(at.at())
                .node("latitude", at.get("Latitude"))
                .node("longitude", at.get("Longitude"))
                .build());
      }
      fields.block("geoproximity_routing_policy", block.build());
    }
    Node network = set.get("CidrRoutingConfig");
    if (!network.isNothing()) {
      fields.block(
          "cidr_routing_policy",
          new Fields(network.at())
              .node("collection_id", network.get("CollectionId"))
              .node("location_name", network.get("LocationName"))
              .build());
    }
  }

  private static void one(Node.Obj set, Fields fields, String api, String block, String argument) {
    Node value = set.get(api);
    if (!value.isNothing()) {
      fields.block(block, new Fields(value.at()).node(argument, value).build());
    }
  }

  /** A name without the escapes that the API writes; what is no name stays, to be complained of. */
  private static Node name(Node written) {
    try {
      return written
          .text()
          .<Node>map(text -> Node.Scalar.text(written.at(), DomainName.of(text).toString()))
          .orElse(written);
    } catch (InvalidNameException e) {
      return written;
    }
  }

  /** Terraform's provider puts quotes around a text, and its values are without them. */
  private static Node unquoted(Node value) {
    String text = value.text().orElse("");
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? Node.Scalar.text(value.at(), text.substring(1, text.length() - 1))
        : value;
  }
}
