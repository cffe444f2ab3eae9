package io.github.fleetdns.terraform.read;

import io.github.fleetdns.zone.AliasServices;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AliasZoneIds;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what aliases point at. */
final class AliasReader {
  private static final Set<String> LOAD_BALANCERS = Set.of("aws_lb", "aws_alb", "aws_elb");

  /** Attributes that are addresses: where one is wanted, nobody writes further text around them. */
  private static final Set<String> ADDRESSES =
      Set.of(
          "address",
          "ip_address",
          "ipv6_address",
          "ipv6_addresses",
          "private_ip",
          "private_ips",
          "public_ip");

  /** The same of names: those of AWS resources, as CNAMEs and aliases lead to them. */
  private static final Set<String> NAMES =
      Set.of(
          "cloudfront_domain_name",
          "cname",
          "default_hostname",
          "dns_name",
          "domain_name",
          "endpoint",
          "name_servers",
          "private_dns",
          "public_dns",
          "regional_domain_name",
          "website_domain",
          "website_endpoint");

  private final Resources resources;
  private final Zones zones;

  AliasReader(Resources resources, Zones zones) {
    this.resources = resources;
    this.zones = zones;
  }

  /**
   * How users read a value that is not known. A plan says neither what stands around a reference
   * nor which of several references a condition takes: such a value is that of one record alone,
   * and no other is taken to be the same.
   *
   * @param type of which type the record is
   * @param taken the record's other values so far
   */
  String shown(Node.Unknown value, RecordType type, Resource record, Collection<String> taken) {
    Set<String> attributes =
        switch (type) {
          case A, AAAA -> ADDRESSES;
          case CNAME, NS, PTR -> NAMES;
          default -> Set.of();
        };
    boolean whole =
        value.references().size() == 1
            && !value.inferred()
            && attributes.contains(value.references().get(0).attribute());
    if (!resources.applied() || (whole && !taken.contains(value.expression()))) {
      return value.expression();
    }
    String own = value.expression() + " in " + record.address();
    String shown = own;
    for (int i = 2; taken.contains(shown); i++) {
      shown = own + " (" + i + ")";
    }
    return shown;
  }

  /** The name of the record that a value is the name of; empty if it is not a record's. */
  Optional<DomainName> nameOfRecord(Node.Unknown value) {
    List<Resource> records = resources.targets(value, resource -> resource.is(RecordReader.TYPE));
    if (records.size() != 1) {
      return Optional.empty();
    }
    Resource record = records.get(0);
    Node name = resources.follow(record.get("name"));
    Optional<ZoneDraft> zone = zones.find(record.get("zone_id"));
    if (zone.isEmpty() || name instanceof Node.Unknown) {
      return Optional.empty();
    }
    try {
      return Optional.of(RecordReader.complete(name.text().orElse(""), zone.get().name));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  /**
   * The alias of a record.
   *
   * @param unresolved takes what is not known of it
   * @return empty if it is none, which is then said
   */
  Optional<Content> read(
      Resource record, Node.Obj block, ZoneDraft zone, Consumer<String> unresolved) {
    Node name = resources.follow(block.get("name"));
    Node zoneId = resources.follow(block.get("zone_id"));
    boolean evaluate =
        resources
            .follow(block.get("evaluate_target_health"))
            .text()
            .filter("true"::equals)
            .isPresent();
    Optional<AliasTarget> target =
        name instanceof Node.Unknown unknown
            ? unknown(unknown, zoneId, record, unresolved)
            : known(record, block, name, zoneId, zone);
    return target.map(found -> new Content.Alias(found, evaluate));
  }

  private Optional<AliasTarget> known(
      Resource record, Node.Obj block, Node name, Node zoneId, ZoneDraft zone) {
    Optional<String> written = name.text();
    if (written.isEmpty()) {
      zone.wrong(block.at(), record.address() + ": its alias has no name; it is left out");
      return Optional.empty();
    }
    String text = written.get();
    Optional<ZoneDraft> targetZone = zones.find(zoneId);
    boolean within =
        zoneId instanceof Node.Unknown && targetZone.isEmpty() && isWithin(text, zone.name);
    if (within || targetZone.filter(found -> found == zone).isPresent()) {
      try {
        return Optional.of(new AliasTarget.SameZone(DomainName.of(text)));
      } catch (InvalidNameException e) {
        zone.wrong(name.at(), record.address() + ": " + e.getMessage() + "; it is left out");
        return Optional.empty();
      }
    }
    targetZone.ifPresent(
        other ->
            zone.wrong(
                zoneId.at(),
                record.address()
                    + ": an alias leads to AWS resources and to its own zone, not to "
                    + other.name
                    + "; use a CNAME, or put the record there"));
    String id =
        zoneId instanceof Node.Unknown unknown
            ? AliasZoneIds.of(text).orElse(unknown.expression())
            : zoneId.text().orElse("");
    return Optional.of(new AliasTarget.AwsResource(service(record, text, id), text, id));
  }

  /** The service; fleetdns itself says so where neither the name nor the id does. */
  private static AwsService service(Resource record, String name, String zoneId) {
    String mark = record.mark().get("service").text().orElse("");
    for (AwsService service : AwsService.values()) {
      if (service.name().equals(mark)) {
        return service;
      }
    }
    return AliasServices.of(name, zoneId);
  }

  private static boolean isWithin(String name, DomainName zone) {
    try {
      return DomainName.of(name).isWithin(zone);
    } catch (InvalidNameException e) {
      return false;
    }
  }

  private Optional<AliasTarget> unknown(
      Node.Unknown name, Node zoneId, Resource record, Consumer<String> unresolved) {
    Optional<DomainName> ofRecord = nameOfRecord(name);
    if (ofRecord.isPresent()) {
      if (!name.direct()) {
        unresolved.accept(
            "whether its alias leads to that name, or to another made of it, is not known here: "
                + name.expression());
      }
      return Optional.of(new AliasTarget.SameZone(ofRecord.get()));
    }
    List<Resource> targets = resources.targets(name, resource -> true);
    String id =
        zoneId instanceof Node.Unknown unknown
            ? unknown.expression()
            : zoneId.text().orElse(Node.Unknown.LATER);
    String shown = shown(name, RecordType.CNAME, record, List.of());
    if (targets.size() != 1) {
      unresolved.accept("what its alias leads to is not known here: " + shown);
      return Optional.of(new AliasTarget.Reference(AliasServices.of("", id), shown, id));
    }
    Resource target = targets.get(0);
    if (name.inferred()) {
      unresolved.accept("which of several its alias leads to is not known here: " + shown);
      return Optional.of(new AliasTarget.Reference(service(target.type(), id), shown, id));
    }
    Optional<String> balancer = resources.follow(target.get("name")).text();
    Optional<String> region = target.region();
    if (target.data()
        && LOAD_BALANCERS.contains(target.type())
        && balancer.isPresent()
        && region.isPresent()) {
      return Optional.of(new AliasTarget.LookedUpLoadBalancer(balancer.get(), region.get()));
    }
    return Optional.of(new AliasTarget.Reference(service(target.type(), id), shown, id));
  }

  private static AwsService service(String type, String zoneId) {
    if (LOAD_BALANCERS.contains(type)) {
      return AwsService.LOAD_BALANCER;
    }
    return switch (type) {
      // Cognito and AppSync serve their own domains through distributions, and say whose name it
      // is.
      case "aws_cloudfront_distribution",
          "aws_cloudfront_multitenant_distribution",
          "aws_cloudfront_distribution_tenant",
          "aws_cloudfront_connection_group",
          "aws_cognito_user_pool_domain",
          "aws_appsync_domain_name" ->
          AwsService.CLOUDFRONT;
      case "aws_apprunner_service", "aws_apprunner_custom_domain_association" ->
          AwsService.APP_RUNNER;
      case "aws_globalaccelerator_accelerator" -> AwsService.GLOBAL_ACCELERATOR;
      case "aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name" -> AwsService.API_GATEWAY;
      case "aws_s3_bucket", "aws_s3_bucket_website_configuration" -> AwsService.S3_WEBSITE;
      case "aws_vpc_endpoint" -> AwsService.VPC_ENDPOINT;
      case "aws_opensearch_domain", "aws_elasticsearch_domain" -> AwsService.OPENSEARCH;
      case "aws_vpclattice_service" -> AwsService.VPC_LATTICE;
      case "aws_elastic_beanstalk_environment" -> AwsService.ELASTIC_BEANSTALK;
      default -> AliasServices.of("", zoneId);
    };
  }
}
