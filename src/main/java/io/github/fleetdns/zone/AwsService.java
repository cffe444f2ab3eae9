package io.github.fleetdns.zone;

/**
 * The AWS services whose resources an alias can point at.
 *
 * <p>Source of what Route 53 sees of their health: Route 53 API, {@code
 * AliasTarget.EvaluateTargetHealth}, and the guide's values for alias records, which names those
 * for which evaluating it is of no operational benefit (docs/route53.md#target-health). Last looked
 * at: 2026-11-23.
 */
public enum AwsService {
  /** Application, Network and Classic Load Balancers. */
  LOAD_BALANCER("load balancer", TargetHealth.SEEN),
  /** A CloudFront distribution; also what answers for Cognito's and AppSync's own domains. */
  CLOUDFRONT("CloudFront distribution", TargetHealth.NONE),
  /** A Global Accelerator. */
  GLOBAL_ACCELERATOR("Global Accelerator", TargetHealth.NONE),
  /** A custom domain of API Gateway. */
  API_GATEWAY("API Gateway domain", TargetHealth.NONE),
  /** An S3 bucket that serves a website. */
  S3_WEBSITE("S3 website", TargetHealth.NONE),
  /** A VPC interface endpoint. */
  VPC_ENDPOINT("VPC endpoint", TargetHealth.NONE),
  /** A custom endpoint of OpenSearch. */
  OPENSEARCH("OpenSearch domain", TargetHealth.NONE),
  /** A service of VPC Lattice. */
  VPC_LATTICE("VPC Lattice service", TargetHealth.NONE),
  /** An environment of Elastic Beanstalk, which is as healthy as its load balancer. */
  ELASTIC_BEANSTALK("Elastic Beanstalk environment", TargetHealth.SEEN),
  /** A service of App Runner. */
  APP_RUNNER("App Runner service", TargetHealth.UNDOCUMENTED),
  /** Anything else. */
  OTHER("AWS resource", TargetHealth.UNDOCUMENTED);

  /** What Route 53 sees of a resource's health where an alias evaluates it. */
  public enum TargetHealth {
    /** Whether it is healthy. */
    SEEN,
    /** Nothing: it counts as healthy, whatever happens. */
    NONE,
    /** AWS does not say. */
    UNDOCUMENTED
  }

  private final String title;
  private final TargetHealth health;

  AwsService(String title, TargetHealth health) {
    this.title = title;
    this.health = health;
  }

  /** What messages call it. */
  public String title() {
    return title;
  }

  /** One of its resources, with an article. */
  public String one() {
    return (title.matches("(?:[AEIO]|S3).*") ? "an " : "a ") + title;
  }

  /** What Route 53 sees of its resources' health. */
  public TargetHealth health() {
    return health;
  }
}
