package io.github.fleetdns.report;

import io.github.fleetdns.change.Batch;
import io.github.fleetdns.change.Resource;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A batch as the JSON that {@code aws route53 change-resource-record-sets --change-batch} takes.
 * Ids that are not known here stand as Terraform's expressions for them.
 */
final class ChangeBatch {
  private final UnaryOperator<String> ids;

  private ChangeBatch(UnaryOperator<String> ids) {
    this.ids = ids;
  }

  /**
   * The JSON.
   *
   * @param ids the id of a resource, by its address, and of a zone, by its key
   */
  static Map<String, Object> of(Batch batch, UnaryOperator<String> ids) {
    ChangeBatch writer = new ChangeBatch(ids);
    List<Map<String, Object>> changes = new ArrayList<>();
    batch.removed().forEach(set -> changes.add(writer.change("DELETE", set)));
    batch.put().forEach(set -> changes.add(writer.change("UPSERT", set)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Comment", "fleetdns: " + batch.name());
    json.put("Changes", changes);
    return json;
  }

  private Map<String, Object> change(String action, Resource.OfSet set) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Action", action);
    json.put("ResourceRecordSet", set(set));
    return json;
  }

  private Map<String, Object> set(Resource.OfSet held) {
    RecordSet set = held.set();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Name", literal(set.name().toString()));
    json.put("Type", set.type().name());
    set.routing().ifPresent(routing -> routing(routing, held, json));
    set.content()
        .match(
            values -> values(values, json),
            alias -> json.put("AliasTarget", alias(alias, held.zone())));
    return json;
  }

  /** A text in which Terraform finds no expression. */
  private static String literal(String text) {
    return text.replace("${", "$${").replace("%{", "%%{");
  }

  private static Object values(Content.Values values, Map<String, Object> json) {
    json.put("TTL", values.ttl());
    json.put(
        "ResourceRecords",
        values.values().stream().map(value -> Map.of("Value", literal(value))).toList());
    return json;
  }

  private Map<String, Object> alias(Content.Alias alias, String zone) {
    Map<String, Object> json = new LinkedHashMap<>();
    alias
        .target()
        .match(
            same -> target(json, ids.apply(zone), literal(same.name().toString())),
            resource -> target(json, resource.hostedZoneId(), resource.dnsName()),
            balancer -> {
              String address = ids.apply(balancer.region() + " " + balancer.name());
              return target(json, "${" + address + ".zone_id}", "${" + address + ".dns_name}");
            },
            reference -> target(json, reference.hostedZoneId(), reference.dnsName()));
    json.put("EvaluateTargetHealth", alias.evaluateTargetHealth());
    return json;
  }

  private static Map<String, Object> target(Map<String, Object> json, String zone, String dnsName) {
    json.put("HostedZoneId", zone);
    json.put("DNSName", dnsName);
    return json;
  }

  private void routing(Routing routing, Resource.OfSet held, Map<String, Object> json) {
    json.put("SetIdentifier", literal(routing.setIdentifier()));
    routing.policy().accept(new Policy(json, held, ids));
    routing
        .healthCheck()
        .ifPresent(
            check -> json.put("HealthCheckId", held.check().map(ids).orElse(literal(check))));
  }

  private record Policy(Map<String, Object> json, Resource.OfSet held, UnaryOperator<String> ids)
      implements RoutingPolicy.Visitor<Map<String, Object>> {
    private Map<String, Object> put(String member, Object value) {
      json.put(member, value);
      return json;
    }

    @Override
    public Map<String, Object> weighted(RoutingPolicy.Weighted policy) {
      return put("Weight", policy.weight());
    }

    @Override
    public Map<String, Object> latency(RoutingPolicy.Latency policy) {
      return put("Region", policy.region());
    }

    @Override
    public Map<String, Object> geolocation(RoutingPolicy.Geolocation policy) {
      return put("GeoLocation", place(policy.place()));
    }

    @Override
    public Map<String, Object> geoproximity(RoutingPolicy.Geoproximity policy) {
      Map<String, Object> near = new LinkedHashMap<>();
      policy
          .location()
          .match(
              region -> near.put("AWSRegion", region.name()),
              localZone -> near.put("LocalZoneGroup", localZone.group()),
              at ->
                  near.put(
                      "Coordinates",
                      Map.of("Latitude", at.latitude(), "Longitude", at.longitude())));
      if (policy.bias() != 0) {
        near.put("Bias", BigDecimal.valueOf(policy.bias()));
      }
      return put("GeoProximityLocation", near);
    }

    @Override
    public Map<String, Object> failover(RoutingPolicy.Failover policy) {
      return put("Failover", policy.role().name());
    }

    @Override
    public Map<String, Object> multivalue(RoutingPolicy.Multivalue policy) {
      return put("MultiValueAnswer", true);
    }

    @Override
    public Map<String, Object> cidr(RoutingPolicy.Cidr policy) {
      Map<String, Object> by = new LinkedHashMap<>();
      by.put("CollectionId", ids.apply("collection " + policy.collection()));
      by.put("LocationName", policy.location());
      return put("CidrRoutingConfig", by);
    }
  }

  private static Map<String, Object> place(GeoPlace place) {
    Map<String, Object> json = new LinkedHashMap<>();
    place.match(
        subdivision -> {
          json.put("CountryCode", subdivision.country());
          return json.put("SubdivisionCode", subdivision.code());
        },
        country -> json.put("CountryCode", country.code()),
        continent -> json.put("ContinentCode", continent.code()),
        everywhere -> json.put("CountryCode", "*"));
    return json;
  }
}
