package io.github.fleetdns.terraform;

/**
 * CloudWatch's names for what Route 53 measures. Source: Route 53 Developer Guide, "Monitoring
 * health checks" and "Monitoring hosted zones using Amazon CloudWatch". Last looked at: 2026-11-23.
 */
final class Route53Metrics {
  static final String NAMESPACE = "AWS/Route53";

  /** 1 while a check is healthy, else 0. */
  static final String STATUS = "HealthCheckStatus";

  /** The percentage of checkers that find an endpoint healthy; endpoint checks only. */
  static final String PERCENTAGE = "HealthCheckPercentageHealthy";

  /** The number of queries; public zones only. */
  static final String QUERIES = "DNSQueries";

  /** The dimension of the first two. */
  static final String CHECK = "HealthCheckId";

  /** The dimension of the last one. */
  static final String ZONE = "HostedZoneId";

  private Route53Metrics() {}
}
