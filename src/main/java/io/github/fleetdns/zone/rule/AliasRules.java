package io.github.fleetdns.zone.rule;

import static io.github.fleetdns.zone.rule.Rule.error;
import static io.github.fleetdns.zone.rule.Rule.warning;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AliasZoneIds;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.rule.ZoneIndex.Entry;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules about alias record sets (route53.md#alias-targets); loops of them are in {@link
 * CnameRules}.
 *
 * <p>route53.md#r42, that targets are created before their aliases, is a matter of Terraform's
 * dependencies and not of a zone. route53.md#r44, an alias at the apex to a CNAME, is {@code
 * cname-apex} or {@code alias-target-missing}, depending on the alias's type. route53.md#r48,
 * another zone's record as the target, is {@code alias-outside-zone}. Of route53.md#r49, the names
 * of CloudFront and API Gateway are not in a zone.
 */
final class AliasRules {
  private static final Pattern S3_WEBSITE =
      Pattern.compile("s3-website[.-][a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?\\.?");

  /** What Classic and Application load balancers are called. */
  private static final Pattern PLAIN_BALANCER =
      Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+\\.elb\\.amazonaws\\.com(?:\\.cn)?\\.?");

  /** An expression that begins with the name of a Classic load balancer in Terraform. */
  private static final Pattern CLASSIC_REFERENCE = Pattern.compile("^\\$\\{(?:data\\.)?aws_elb\\.");

  static final List<Rule> ALL =
      List.of(
          error(
                  "alias-outside-zone",
                  "An alias to a record set points within its zone.",
                  Basis.of("r40", "r48"),
                  AliasRules::outside)
              .needing(Need.TARGET),
          error(
                  "alias-target-missing",
                  "An alias points at record sets of its own type.",
                  Basis.of("r41"),
                  AliasRules::missing)
              .needing(Need.ALL_RECORDS, Need.TARGET),
          error(
                  "alias-type",
                  "NS and SOA record sets are no aliases.",
                  Basis.of("r43"),
                  AliasRules::forbiddenType)
              .needing(Need.TARGET),
          error(
                  "alias-zone-id",
                  "An alias has the hosted zone id of the resource it points at.",
                  Basis.of("r45"),
                  AliasRules::zoneId)
              .needing(Need.TARGET),
          error(
                  "alias-s3-name",
                  "An alias to an S3 website points at the website endpoint of its region.",
                  Basis.of("r45"),
                  AliasRules::bucketDomain)
              .needing(Need.TARGET),
          error(
                  "alias-cloudfront-private",
                  "A private zone has no aliases to CloudFront.",
                  Basis.of("r46"),
                  AliasRules::cloudfrontInPrivateZone)
              .needing(Need.TARGET),
          warning(
                  "alias-cloudfront-health",
                  "An alias to CloudFront does not evaluate the health of its target.",
                  Basis.of("r47"),
                  AliasRules::cloudfrontHealth)
              .needing(Need.TARGET),
          warning(
                  "alias-s3-bucket",
                  "A bucket of an S3 website has the name of the record, so that there is one.",
                  Basis.of("r49", "failover"),
                  AliasRules::bucketName)
              .needing(Need.ALL_RECORDS, Need.TARGET),
          warning(
                  "alias-resource-type",
                  "An alias to an AWS resource has a type that the resource answers.",
                  Basis.of("alias-types"),
                  AliasRules::resourceType)
              .needing(Need.TARGET),
          warning(
                  "alias-dualstack",
                  "An AAAA alias to a Classic load balancer points at its dualstack. name.",
                  Basis.of("elb-dualstack"),
                  AliasRules::dualStack)
              .needing(Need.TARGET));

  private AliasRules() {}

  private static void eachResource(
      ZoneIndex zone, BiConsumer<Entry, AliasTarget.AwsResource> visit) {
    zone.aliases()
        .forEach(entry -> entry.resource().ifPresent(resource -> visit.accept(entry, resource)));
  }

  private static void outside(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : zone.aliases()) {
      entry
          .target()
          .filter(target -> !target.name().isWithin(zone.name()))
          .ifPresent(
              target ->
                  report.add(
                      entry.subject(),
                      entry.key(),
                      " is an alias to ",
                      target.name(),
                      ", which is not within the zone ",
                      zone.name(),
                      "; use hostname: for names of other zones"));
    }
  }

  private static void missing(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : zone.aliases()) {
      entry
          .target()
          .filter(target -> target.name().isWithin(zone.name()))
          .filter(target -> zone.group(target).isEmpty())
          .ifPresent(
              target ->
                  report.add(
                      entry.subject(),
                      entry.key(),
                      " is an alias to ",
                      target.name(),
                      ", which has ",
                      present(zone, target),
                      "; an alias leads to records of its own type"));
    }
  }

  private static Message present(ZoneIndex zone, RecordSet.Group target) {
    Set<RecordType> types = zone.typesAt(target.name());
    return types.isEmpty()
        ? Message.of("no records")
        : Message.of("no ", target.type(), " but ", Message.join(", ", List.copyOf(types)));
  }

  private static void forbiddenType(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : zone.aliases()) {
      boolean forbidden =
          entry.set().type() == RecordType.NS || entry.set().type() == RecordType.SOA;
      if (forbidden && entry.set().alias().isPresent()) {
        report.add(
            entry.subject(),
            entry.key(),
            " is an alias, which Route 53 refuses for this type; write its values");
      }
    }
  }

  private static void zoneId(ZoneIndex zone, Rule.Report report) {
    eachResource(
        zone,
        (entry, resource) -> {
          Optional<String> right = AliasZoneIds.of(resource.dnsName());
          String found = resource.hostedZoneId();
          if (right.isPresent() && !found.contains("${") && !right.get().equals(found)) {
            report.add(
                entry.subject(),
                entry.key(),
                " points at ",
                resource.dnsName(),
                " with the hosted zone id ",
                found,
                "; the id of that resource is ",
                right.get());
          }
        });
  }

  private static void bucketDomain(ZoneIndex zone, Rule.Report report) {
    eachResource(
        zone,
        (entry, resource) -> {
          String name = resource.dnsName();
          boolean website = resource.service() == AwsService.S3_WEBSITE;
          if (website && !name.contains("${") && !S3_WEBSITE.matcher(name).matches()) {
            report.add(
                entry.subject(),
                entry.key(),
                " points at ",
                resource.dnsName(),
                "; an alias to an S3 website points at the region's endpoint, such as"
                    + " s3-website.eu-central-1.amazonaws.com, without the bucket");
          }
        });
  }

  private static void cloudfrontInPrivateZone(ZoneIndex zone, Rule.Report report) {
    if (zone.zone().isPrivate()) {
      distributions(zone)
          .forEach(
              entry ->
                  report.add(
                      entry.subject(),
                      entry.key(),
                      " is an alias to CloudFront, which private zones do not have; use a"
                          + " public zone"));
    }
  }

  private static void cloudfrontHealth(ZoneIndex zone, Rule.Report report) {
    distributions(zone)
        .filter(Entry::evaluatesTarget)
        .forEach(
            entry ->
                report.add(
                    entry.subject(),
                    entry.key(),
                    " evaluates the health of a CloudFront distribution, of which Route 53"
                        + " knows nothing and which its documentation forbids; turn it off"));
  }

  private static Stream<Entry> distributions(ZoneIndex zone) {
    return zone.aliases().stream().filter(entry -> entry.leadsTo(AwsService.CLOUDFRONT));
  }

  private static void bucketName(ZoneIndex zone, Rule.Report report) {
    Map<RecordSet.Group, List<Entry>> bucketsOf =
        zone.aliases().stream()
            .filter(entry -> entry.leadsTo(AwsService.S3_WEBSITE))
            .collect(groupingBy(entry -> entry.set().group(), LinkedHashMap::new, toList()));
    for (List<Entry> buckets : bucketsOf.values()) {
      if (buckets.size() > 1) {
        report.add(
            buckets.get(1).subject(),
            buckets.get(0).key(),
            " and ",
            buckets.get(1).key(),
            " both lead to S3 websites, but only one bucket can have the name ",
            buckets.get(0).set().name(),
            "; put CloudFront in front of the other");
      } else if (buckets.size() == 1 && buckets.get(0).set().name().isWildcard()) {
        report.add(
            buckets.get(0).subject(),
            buckets.get(0).key(),
            " leads to an S3 website, but no bucket can have the name of a wildcard; name"
                + " each site, or put CloudFront in front");
      }
    }
  }

  /**
   * Said once of each load balancer; by its name alone, a Classic one may as well be an Application
   * load balancer.
   */
  private static void dualStack(ZoneIndex zone, Rule.Report report) {
    Set<String> said = new HashSet<>();
    eachResource(
        zone,
        (entry, resource) -> {
          String name = resource.dnsName();
          if (entry.set().type() == RecordType.AAAA
              && resource.service() == AwsService.LOAD_BALANCER
              && (CLASSIC_REFERENCE.matcher(name).find() || PLAIN_BALANCER.matcher(name).matches())
              && said.add(name)) {
            report.add(
                entry.subject(),
                entry.key(),
                " is an alias to ",
                name,
                ", a name under which Classic load balancers have no IPv6 addresses; write"
                    + " dualstack.",
                name,
                ", which fits every kind");
          }
        });
  }

  private static void resourceType(ZoneIndex zone, Rule.Report report) {
    for (Entry entry : zone.aliases()) {
      Optional<AwsService> service = entry.service();
      Set<RecordType> types = service.map(AliasRules::typesOf).orElse(Set.of(entry.set().type()));
      if (!types.contains(entry.set().type())) {
        report.add(
            entry.subject(),
            entry.key(),
            " is an alias to ",
            service.orElseThrow().one(),
            ", which Route 53 documents for ",
            String.join(", ", types.stream().map(Enum::name).sorted().toList()),
            " only");
      }
    }
  }

  /** What answers for a service; a Global Accelerator may be dual-stack, others are unverified. */
  private static Set<RecordType> typesOf(AwsService service) {
    return switch (service) {
      case S3_WEBSITE, VPC_ENDPOINT, ELASTIC_BEANSTALK, APP_RUNNER -> Set.of(RecordType.A);
      case CLOUDFRONT -> Set.of(RecordType.A, RecordType.AAAA, RecordType.HTTPS);
      case LOAD_BALANCER, GLOBAL_ACCELERATOR, OPENSEARCH, API_GATEWAY ->
          Set.of(RecordType.A, RecordType.AAAA);
      case VPC_LATTICE, OTHER -> Set.of(RecordType.values());
    };
  }
}
