package io.github.fleetdns.zone;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The AWS service that an alias target belongs to, where its DNS name or hosted zone id tells.
 *
 * <p>Source: Route 53 API, {@code AliasTarget.DNSName}; the forms of names are those that the
 * services' own documentation shows. Last looked at: 2026-11-27.
 */
public final class AliasServices {
  private static final Pattern API_GATEWAY =
      AwsDomains.endpoints("(?:.+\\.)?d-[a-z0-9]+\\.execute-api\\.[a-z0-9-]+");
  private static final Pattern VPC_ENDPOINT =
      AwsDomains.endpoints("(?:.+\\.)?vpce-[a-z0-9-]+\\..+\\.vpce");
  private static final Pattern S3_WEBSITE =
      AwsDomains.endpoints("(?:.+\\.)?s3-website[.-][a-z0-9-]+");

  // With AWS's older and newer names of endpoints: REGION.es.amazonaws.com and aos.REGION.on.aws.
  private static final Pattern OPENSEARCH =
      Pattern.compile(
          ".+\\.(?:[a-z0-9-]+\\.es" + AwsDomains.SUFFIX + "|(?:es|aos)\\.[a-z0-9-]+\\.on\\.aws)");
  private static final Pattern VPC_LATTICE =
      Pattern.compile(".+\\.vpc-lattice-svcs\\.[a-z0-9-]+\\.on\\.aws");
  private static final Pattern APP_RUNNER = Pattern.compile(".+\\.[a-z0-9-]+\\.awsapprunner\\.com");

  private AliasServices() {}

  /** The service; {@link AwsService#OTHER} if neither tells. */
  public static AwsService of(String dnsName, String hostedZoneId) {
    String name = DomainName.spelled(dnsName);
    Optional<AwsService> byId = byId(hostedZoneId);
    if (byId.isPresent()) {
      return byId.get();
    }
    if (LoadBalancerZones.place(name).isPresent()) {
      return AwsService.LOAD_BALANCER;
    }
    if (AwsDomains.isCloudFront(name)) {
      return AwsService.CLOUDFRONT;
    }
    if (AwsDomains.isGlobalAccelerator(name)) {
      return AwsService.GLOBAL_ACCELERATOR;
    }
    if (S3_WEBSITE.matcher(name).matches()) {
      return AwsService.S3_WEBSITE;
    }
    if (API_GATEWAY.matcher(name).matches()) {
      return AwsService.API_GATEWAY;
    }
    if (VPC_ENDPOINT.matcher(name).matches()) {
      return AwsService.VPC_ENDPOINT;
    }
    if (OPENSEARCH.matcher(name).matches()) {
      return AwsService.OPENSEARCH;
    }
    if (VPC_LATTICE.matcher(name).matches()) {
      return AwsService.VPC_LATTICE;
    }
    if (APP_RUNNER.matcher(name).matches()) {
      return AwsService.APP_RUNNER;
    }
    return name.endsWith(".elasticbeanstalk.com") ? AwsService.ELASTIC_BEANSTALK : AwsService.OTHER;
  }

  private static Optional<AwsService> byId(String hostedZoneId) {
    return switch (hostedZoneId) {
      case AliasZoneIds.CLOUDFRONT, AliasZoneIds.CLOUDFRONT_CHINA ->
          Optional.of(AwsService.CLOUDFRONT);
      case AliasZoneIds.GLOBAL_ACCELERATOR -> Optional.of(AwsService.GLOBAL_ACCELERATOR);
      default -> Optional.empty();
    };
  }
}
