package io.github.fleetdns.config;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AwsDomains;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.LoadBalancerZones;
import io.github.fleetdns.zone.S3WebsiteZones;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What an endpoint is instead of a server: an AWS resource, or a record of the zone. */
final class TargetReader {
  /** The keys of aliased resources. */
  static final List<String> KEYS =
      List.of(
          "load-balancer",
          "cloudfront",
          "global-accelerator",
          "api-gateway",
          "s3-website",
          "vpc-endpoint",
          "record");

  private static final String IPV6 = "ipv6";
  private static final String HEALTH = "evaluate-target-health";

  private final YamlFields endpoint;
  private final DomainName zone;
  private final List<Problem> problems;

  private TargetReader(YamlFields endpoint, DomainName zone, List<Problem> problems) {
    this.endpoint = endpoint;
    this.zone = zone;
    this.problems = problems;
  }

  /**
   * Reads the target of an endpoint that has neither address nor hostname; empty if it is unusable.
   */
  static Optional<Target> read(YamlFields endpoint, DomainName zone, List<Problem> problems) {
    return new TargetReader(endpoint, zone, problems).read();
  }

  /** Where the aliased resource of an endpoint stands. */
  static Location place(YamlFields endpoint) {
    return KEYS.stream()
        .filter(key -> endpoint.get(key).isPresent())
        .findFirst()
        .map(endpoint::at)
        .orElseThrow();
  }

  /** Complains of what only aliases have, at an endpoint with addresses or a hostname. */
  static void refuseOptions(YamlFields endpoint, List<Problem> problems) {
    for (String key : List.of(IPV6, HEALTH)) {
      if (endpoint.get(key).isPresent()) {
        problems.add(
            Problem.error(
                endpoint.at(key),
                "target-option",
                key
                    + " belongs to endpoints that are an alias ("
                    + String.join(", ", KEYS)
                    + "); remove it"));
      }
    }
  }

  private Optional<Target> read() {
    for (String key : KEYS) {
      Optional<YamlNode> node = endpoint.get(key);
      if (node.isPresent()) {
        return resource(key, node.get()).map(this::target);
      }
    }
    return Optional.empty();
  }

  private Target target(AliasedResource resource) {
    Optional<Boolean> ipv6 = endpoint.truth(IPV6);
    Optional<Boolean> health = endpoint.truth(HEALTH);
    if (ipv6.isPresent() && resource instanceof AliasedResource.OtherRecord) {
      error(
          endpoint.at(IPV6),
          "target-option",
          "an alias to a record has the types of that record; remove ipv6");
    }
    if (ipv6.orElse(false) && resource instanceof AliasedResource.S3Website) {
      error(
          endpoint.at(IPV6), "target-option", "S3 websites are aliased by A records; remove ipv6");
    }
    if (health.orElse(false)) {
      checkHealth(resource);
    }
    return new Target.Alias(resource, ipv6, health);
  }

  private void checkHealth(AliasedResource resource) {
    if (resource instanceof AliasedResource.CloudFront) {
      error(
          endpoint.at(HEALTH),
          "target-health",
          "Route 53 does not evaluate the health of CloudFront distributions; remove it, and give"
              + " the endpoint a health check where one is needed");
    } else if (!resource.evaluatesByDefault()) {
      problems.add(
          Problem.warning(
              endpoint.at(HEALTH),
              "target-health",
              "Route 53 knows no health of this kind of target and always counts it as healthy;"
                  + " give the endpoint a health check where one is needed"));
    }
  }

  private Optional<AliasedResource> resource(String key, YamlNode node) {
    YamlFields fields = YamlFields.of(node);
    return switch (key) {
      case "load-balancer" -> loadBalancer(node, fields);
      case "cloudfront" ->
          named(key, AwsDomains::isCloudFront, "d111111abcdef8.cloudfront.net")
              .map(AliasedResource.CloudFront::new);
      case "global-accelerator" ->
          named(key, AwsDomains::isGlobalAccelerator, "a1234567890abcdef.awsglobalaccelerator.com")
              .map(AliasedResource.GlobalAccelerator::new);
      case "api-gateway" -> pair(fields, AliasedResource.ApiGateway::new);
      case "vpc-endpoint" -> pair(fields, AliasedResource.VpcEndpoint::new);
      case "s3-website" -> website(node, fields);
      default -> endpoint.text(key).flatMap(this::record);
    };
  }

  private Optional<AliasedResource> record(String name) {
    try {
      FleetCompiler.nameOf(name, zone);
      return Optional.of(new AliasedResource.OtherRecord(name));
    } catch (InvalidNameException e) {
      error(endpoint.at("record"), e.rule(), e.reason());
      return Optional.empty();
    }
  }

  // ---- load balancers ----

  private Optional<AliasedResource> loadBalancer(YamlNode node, YamlFields fields) {
    if (node instanceof YamlNode.Scalar) {
      return endpoint
          .text("load-balancer")
          .flatMap(name -> byDnsName(name, Optional.empty(), node.location()));
    }
    Optional<String> name = fields.text("name");
    Optional<String> dnsName = fields.text("dns-name");
    if (name.isPresent() == dnsName.isPresent()) {
      error(
          node.location(),
          "load-balancer",
          "a load balancer is known by either its name or its dns-name");
      return Optional.empty();
    }
    if (dnsName.isPresent()) {
      if (fields.get("region").isPresent()) {
        error(
            fields.at("region"),
            "load-balancer",
            "the region goes with a name; a dns-name says it itself");
      }
      return byDnsName(dnsName.get(), fields.text("zone-id"), fields.at("dns-name"));
    }
    if (fields.get("zone-id").isPresent()) {
      error(
          fields.at("zone-id"),
          "load-balancer",
          "a load balancer that is looked up by name brings its zone-id along; remove it");
    }
    Optional<String> region = fields.text("region");
    if (region.isEmpty() && endpoint.text("region").isEmpty()) {
      missingRegion(fields.at("name"), "the load balancer is looked up");
      return Optional.empty();
    }
    return Optional.of(new AliasedResource.NamedLoadBalancer(name.get(), region));
  }

  private Optional<AliasedResource> byDnsName(String text, Optional<String> zoneId, Location at) {
    Optional<String> name = dnsName(text, at);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<LoadBalancerZones.Place> place = LoadBalancerZones.place(name.get());
    if (place.isEmpty()) {
      error(
          at,
          "load-balancer",
          "\""
              + text
              + "\" is no DNS name of a load balancer, such as"
              + " my-alb-1234567890.eu-central-1.elb.amazonaws.com; a name alone is written"
              + " {name: "
              + (text.contains(".") ? "my-alb" : text)
              + "}");
      return Optional.empty();
    }
    endpoint
        .text("region")
        .filter(region -> !region.equals(place.get().region()))
        .ifPresent(
            region ->
                problems.add(
                    Problem.warning(
                        endpoint.at("region"),
                        "target-region",
                        "the endpoint is in "
                            + region
                            + " and its load balancer in "
                            + place.get().region()
                            + "; latency routing goes by the endpoint's")));
    Optional<String> id = zoneId.or(() -> LoadBalancerZones.id(place.get()));
    if (id.isEmpty()) {
      error(
          at,
          "load-balancer-region",
          "the hosted zone id of load balancers in "
              + place.get().region()
              + " is not known here; write {dns-name: …, zone-id: …}");
    }
    return id.map(zone -> new AliasedResource.LoadBalancer(name.get(), zone));
  }

  // ---- the others ----

  private Optional<String> named(String key, Predicate<String> isOne, String example) {
    Location at = endpoint.at(key);
    Optional<String> name = endpoint.text(key).flatMap(text -> dnsName(text, at));
    if (name.isPresent() && !isOne.test(name.get())) {
      error(
          at,
          "target-name",
          "\""
              + name.get()
              + "\" does not end in "
              + example.substring(example.indexOf('.'))
              + ", as in "
              + example);
      return Optional.empty();
    }
    return name;
  }

  private Optional<AliasedResource> pair(YamlFields fields, Pair pair) {
    Optional<String> name =
        fields.text("dns-name").flatMap(text -> dnsName(text, fields.at("dns-name")));
    return name.flatMap(dnsName -> fields.text("zone-id").map(id -> pair.of(dnsName, id)));
  }

  /** A resource that is a DNS name and a hosted zone id. */
  private interface Pair {
    AliasedResource of(String dnsName, String zoneId);
  }

  private Optional<AliasedResource> website(YamlNode node, YamlFields fields) {
    if (!(node instanceof YamlNode.Mapping)) {
      return Optional.empty();
    }
    Optional<String> own = fields.text("region");
    Optional<String> region = own.or(() -> endpoint.text("region"));
    Optional<String> zoneId = fields.text("zone-id");
    if (region.isEmpty()) {
      missingRegion(node.location(), "the bucket is");
      return Optional.empty();
    }
    if (zoneId.isEmpty() && S3WebsiteZones.id(region.get()).isEmpty()) {
      error(
          own.isPresent() ? fields.at("region") : endpoint.at("region"),
          "s3-website-region",
          "the hosted zone id of S3 websites in "
              + region.get()
              + " is not known here; write it as zone-id, the bucket's hosted_zone_id");
      return Optional.empty();
    }
    return Optional.of(new AliasedResource.S3Website(own, fields.text("bucket"), zoneId));
  }

  private void missingRegion(Location at, String what) {
    error(at, "target-region", "nothing says in which region " + what + "; give it a region");
  }

  private Optional<String> dnsName(String text, Location at) {
    String name = DomainName.spelled(text);
    if (name.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*") && name.length() <= 255) {
      return Optional.of(name);
    }
    error(
        at,
        "target-name",
        "\"" + text + "\" is no DNS name; leave out the scheme, the port and the path");
    return Optional.empty();
  }

  private void error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
  }
}
