package io.github.fleetdns.terraform.read;

import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads the routing policy of a record. */
final class PolicyReader {
  private static final List<String> BLOCKS =
      List.of(
          "weighted_routing_policy",
          "latency_routing_policy",
          "failover_routing_policy",
          "geolocation_routing_policy",
          "geoproximity_routing_policy",
          "cidr_routing_policy");

  private static final String MULTIVALUE = "multivalue_answer_routing_policy";

  private final Resources resources;
  private final CidrCollections collections;

  PolicyReader(Resources resources, CidrCollections collections) {
    this.resources = resources;
    this.collections = collections;
  }

  /**
   * What a record says of its policy.
   *
   * @param policy the policy; empty if it has none, or none that can be read, which is then said
   * @param isKnown whether that is known
   */
  record Read(Optional<RoutingPolicy> policy, boolean isKnown) {}

  /** The policy of a record. */
  Read read(Resource record, ZoneDraft zone) {
    List<String> given = new ArrayList<>();
    boolean isKnown = true;
    for (String block : BLOCKS) {
      Node node = record.get(block);
      if (!node.blocks().isEmpty()) {
        given.add(block);
      } else if (node instanceof Node.Unknown) {
        zone.unresolved(
            node.at(),
            record.address() + ": its " + block + " is not known here, and it is left out");
        isKnown = false;
      }
    }
    // "false" is sent as nothing: the record is a simple one (route53.md#terraform-empty).
    if (record.get(MULTIVALUE).text().filter("true"::equals).isPresent()) {
      given.add(MULTIVALUE);
    }
    if (given.size() > 1) {
      zone.wrong(
          record.at(),
          record.address()
              + ": a record has one routing policy, not "
              + String.join(" and ", given)
              + "; the first is read");
    }
    if (given.isEmpty() || !isKnown) {
      return new Read(Optional.empty(), isKnown);
    }
    String name = given.get(0);
    if (name.equals(MULTIVALUE)) {
      return new Read(Optional.of(new RoutingPolicy.Multivalue()), true);
    }
    Block block = new Block(record, zone, record.get(name).blocks().get(0));
    Optional<RoutingPolicy> policy = block.read(name);
    return new Read(policy, !block.isOpen);
  }

  /** The block of a policy. */
  private final class Block {
    private final Resource record;
    private final ZoneDraft zone;
    private final Node.Obj block;
    private boolean isOpen;

    Block(Resource record, ZoneDraft zone, Node.Obj block) {
      this.record = record;
      this.zone = zone;
      this.block = block;
    }

    private Node get(String argument) {
      return resources.follow(block.get(argument));
    }

    /** Says what is wrong with an argument; without it there is no policy. */
    private Optional<RoutingPolicy> complain(String argument, String expected) {
      Node value = get(argument);
      if (value instanceof Node.Unknown unknown) {
        zone.unresolved(
            value.at(),
            record.address()
                + ": its "
                + argument
                + " is not known here, and it is left out: "
                + unknown.expression());
        isOpen = true;
      } else {
        zone.wrong(
            value.isNothing() ? block.at() : value.at(),
            record.address()
                + ": "
                + argument
                + " is "
                + expected
                + ", not \""
                + value.text().orElse("")
                + "\"; it is read as a simple record");
      }
      return Optional.empty();
    }

    Optional<RoutingPolicy> read(String kind) {
      return switch (kind) {
        case "weighted_routing_policy" -> weighted();
        case "latency_routing_policy" ->
            get("region").text().isPresent()
                ? Optional.of(new RoutingPolicy.Latency(get("region").text().get()))
                : complain("region", "an AWS region");
        case "failover_routing_policy" -> failover();
        case "geolocation_routing_policy" -> geolocation();
        case "geoproximity_routing_policy" -> geoproximity();
        default -> cidr();
      };
    }

    private Optional<RoutingPolicy> weighted() {
      OptionalLong weight = Numbers.whole(get("weight"));
      return weight.isPresent()
          ? Optional.of(new RoutingPolicy.Weighted(weight.getAsLong()))
          : complain("weight", "a whole number of 0–255");
    }

    private Optional<RoutingPolicy> failover() {
      String type = get("type").text().orElse("");
      return Stream.of(RoutingPolicy.Failover.Role.values())
          .filter(role -> role.name().equals(type))
          .<RoutingPolicy>map(RoutingPolicy.Failover::new)
          .findFirst()
          .or(() -> complain("type", "PRIMARY or SECONDARY"));
    }

    private Optional<RoutingPolicy> geolocation() {
      Optional<String> country = get("country").text();
      Optional<String> subdivision = get("subdivision").text();
      Optional<String> continent = get("continent").text();
      if (country.isEmpty() && get("country") instanceof Node.Unknown) {
        return complain("country", "a country's code");
      }
      if (country.isPresent()) {
        String code = country.get().toUpperCase(Locale.ROOT);
        GeoPlace place =
            subdivision.isPresent()
                ? new GeoPlace.Subdivision(code, subdivision.get().toUpperCase(Locale.ROOT))
                : code.equals("*") ? new GeoPlace.Default() : new GeoPlace.Country(code);
        return Optional.of(new RoutingPolicy.Geolocation(place));
      }
      return Stream.of(GeoPlace.Continent.values())
          .filter(one -> continent.filter(one.code()::equalsIgnoreCase).isPresent())
          .<RoutingPolicy>map(RoutingPolicy.Geolocation::new)
          .findFirst()
          .or(() -> complain("continent", "one of AF, AN, AS, EU, NA, OC and SA"));
    }

    private Optional<RoutingPolicy> geoproximity() {
      OptionalInt bias = get("bias").isNothing() ? OptionalInt.of(0) : Numbers.integer(get("bias"));
      if (bias.isEmpty()) {
        return complain("bias", "a whole number of -99–99");
      }
      Optional<GeoLocation> location =
          get("aws_region")
              .text()
              .<GeoLocation>map(GeoLocation.Region::new)
              .or(() -> get("local_zone_group").text().map(GeoLocation.LocalZone::new))
              .or(this::coordinates);
      return location.isPresent()
          ? Optional.of(new RoutingPolicy.Geoproximity(location.get(), bias.getAsInt()))
          : complain("aws_region", "given, or local_zone_group, or coordinates");
    }

    private Optional<GeoLocation> coordinates() {
      List<Node.Obj> at = block.get("coordinates").blocks();
      if (at.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> latitude = resources.follow(at.get(0).get("latitude")).text();
      Optional<String> longitude = resources.follow(at.get(0).get("longitude")).text();
      boolean numbers =
          Numbers.real(resources.follow(at.get(0).get("latitude"))).isPresent()
              && Numbers.real(resources.follow(at.get(0).get("longitude"))).isPresent();
      return numbers
          ? Optional.of(
              new GeoLocation.Coordinates(latitude.orElseThrow(), longitude.orElseThrow()))
          : Optional.empty();
    }

    private Optional<RoutingPolicy> cidr() {
      Optional<String> location = get("location_name").text();
      if (location.isEmpty()) {
        return complain("location_name", "the name of a location, or *");
      }
      Optional<Resource> collection = collections.find(block.get("collection_id"));
      collection.ifPresent(zone.collections::add);
      if (collection.isEmpty()) {
        Node id = get("collection_id");
        zone.unresolved(
            id.isNothing() ? block.at() : id.at(),
            record.address() + ": the blocks of its CIDR collection are not in the input");
      }
      String name =
          collection
              .map(collections::name)
              .orElseGet(
                  () ->
                      get("collection_id") instanceof Node.Unknown unknown
                          ? unknown.expression()
                          : get("collection_id").text().orElse(Node.Unknown.LATER));
      return Optional.of(new RoutingPolicy.Cidr(name, location.get()));
    }
  }
}
