package io.github.fleetdns.config;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AliasServices;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of the {@code record-sets:} of a fleet file, written as Route 53 holds it. */
final class RecordSetReader {
  private static final List<String> POLICIES =
      List.of(
          "weighted", "latency", "geolocation", "geoproximity", "failover", "multivalue", "cidr");
  private static final String SET_IDENTIFIER = "set-identifier";
  private static final String ALIAS = "alias";
  private final YamlFields fields;
  private final DomainName zone;
  private final List<Problem> problems;

  private RecordSetReader(YamlFields fields, DomainName zone, List<Problem> problems) {
    this.fields = fields;
    this.zone = zone;
    this.problems = problems;
  }

  /** The record set at a name; empty if it is none, of which the problems then tell. */
  static Optional<RecordSet> read(
      YamlFields fields, DomainName name, DomainName zone, List<Problem> problems) {
    return new RecordSetReader(fields, zone, problems).read(name);
  }

  private Optional<RecordSet> read(DomainName name) {
    Optional<RecordType> type = fields.text("type").flatMap(RecordType::named);
    List<String> given = POLICIES.stream().filter(key -> fields.get(key).isPresent()).toList();
    if (given.size() > 1) {
      return error(
          fields.at(given.get(1)),
          "record-set-policy",
          "a record set has one policy, not " + String.join(" and ", given) + "; keep one");
    }
    if (given.isEmpty() == fields.get(SET_IDENTIFIER).isPresent()) {
      return error(
          fields.location(),
          "record-set-identifier",
          given.isEmpty()
              ? "a set-identifier belongs to a policy; add one of "
                  + String.join(", ", POLICIES)
                  + ", or remove it"
              : "a record set with a policy needs a set-identifier; add one");
    }
    if (given.isEmpty() && fields.get("check").isPresent()) {
      return error(
          fields.at("check"),
          "record-set-check",
          "Route 53 takes a health check with a policy only; remove it, or add a policy");
    }
    Optional<Routing> routing = Optional.empty();
    if (!given.isEmpty()) {
      Optional<RoutingPolicy> policy = policy(given.get(0));
      routing =
          policy.flatMap(
              chosen ->
                  fields
                      .text(SET_IDENTIFIER)
                      .map(id -> new Routing(id, chosen, fields.text("check"))));
      if (routing.isEmpty()) {
        return Optional.empty();
      }
    }
    Optional<Routing> chosen = routing;
    return type.flatMap(
        known -> content().map(content -> new RecordSet(name, known, chosen, content)));
  }

  private Optional<Content> content() {
    boolean alias = fields.get(ALIAS).isPresent();
    if (alias == fields.get("values").isPresent()) {
      return error(
          fields.location(),
          "record-set-content",
          "a record set has either values or an alias; "
              + (alias ? "keep one of them" : "add one of them"));
    }
    if (!alias) {
      long ttl = fields.integer("ttl", 0, RecordSet.MAX_TTL).orElse(Fleet.DEFAULT_TTL);
      return Optional.of(
          new Content.Values(
              ttl, fields.textList("values").stream().map(YamlNode.Scalar::text).toList()));
    }
    if (fields.get("ttl").isPresent()) {
      return error(
          fields.at("ttl"),
          "record-set-content",
          "an alias has the TTL of its target; remove this one");
    }
    YamlFields target = fields.map(ALIAS);
    return target(target)
        .map(
            found ->
                new Content.Alias(found, target.truth("evaluate-target-health").orElse(false)));
  }

  private Optional<AliasTarget> target(YamlFields target) {
    Optional<String> record = target.text("record");
    Optional<String> dnsName = target.text("dns-name");
    Optional<String> zoneId = target.text("zone-id");
    if (record.isPresent() == dnsName.isPresent() || dnsName.isPresent() != zoneId.isPresent()) {
      return error(
          target.location(),
          "record-set-alias",
          "an alias leads to a record of the zone, or to a resource with dns-name and zone-id;"
              + " name one of them");
    }
    if (record.isEmpty()) {
      return Optional.of(
          new AliasTarget.AwsResource(
              AliasServices.of(dnsName.get(), zoneId.orElseThrow()),
              dnsName.get(),
              zoneId.orElseThrow()));
    }
    try {
      return Optional.of(new AliasTarget.SameZone(FleetCompiler.nameOf(record.get(), zone)));
    } catch (InvalidNameException e) {
      return error(target.at("record"), e.rule(), e.reason());
    }
  }

  private Optional<RoutingPolicy> policy(String key) {
    YamlFields inner = fields.map(key);
    return switch (key) {
      case "weighted" ->
          fields.integer(key, 0, 255).stream()
              .<RoutingPolicy>mapToObj(RoutingPolicy.Weighted::new)
              .findFirst();
      case "latency" -> fields.text(key).map(RoutingPolicy.Latency::new);
      case "geolocation" -> fields.text(key).flatMap(this::place);
      case "geoproximity" -> near(inner);
      case "failover" ->
          fields
              .text(key)
              .map(
                  role ->
                      new RoutingPolicy.Failover(
                          role.equals("primary")
                              ? RoutingPolicy.Failover.Role.PRIMARY
                              : RoutingPolicy.Failover.Role.SECONDARY));
      case "multivalue" -> Optional.of(new RoutingPolicy.Multivalue());
      default ->
          inner
              .text("collection")
              .flatMap(
                  collection ->
                      inner
                          .text("location")
                          .map(location -> new RoutingPolicy.Cidr(collection, location)));
    };
  }

  private Optional<RoutingPolicy> place(String text) {
    Places.Result read = Places.read(text);
    if (read.place().isEmpty() && text.matches("[A-Z]{2}")) {
      return Optional.of(new RoutingPolicy.Geolocation(new GeoPlace.Country(text)));
    }
    return read.place().isPresent()
        ? Optional.of(new RoutingPolicy.Geolocation(read.place().get()))
        : error(fields.at("geolocation"), "geolocation-place", read.complaint());
  }

  private Optional<RoutingPolicy> near(YamlFields inner) {
    List<GeoLocation> given = new ArrayList<>();
    inner.text("region").ifPresent(region -> given.add(new GeoLocation.Region(region)));
    inner.text("local-zone").ifPresent(group -> given.add(new GeoLocation.LocalZone(group)));
    inner.get("at").flatMap(RouteReader::coordinates).ifPresent(given::add);
    if (given.size() != 1) {
      return error(
          inner.location(),
          "geoproximity-location",
          "geoproximity needs exactly one of region, local-zone and at");
    }
    int bias = (int) inner.integer("bias", -99, 99).orElse(0);
    return Optional.of(new RoutingPolicy.Geoproximity(given.get(0), bias));
  }

  private <T> Optional<T> error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
    return Optional.empty();
  }
}
