package io.github.fleetdns.zone;

/** The AWS services whose resources an alias can point at. */
public enum AwsService {
  /** Application, Network and Classic Load Balancers. */
  LOAD_BALANCER("load balancer"),
  /** A CloudFront distribution. */
  CLOUDFRONT("CloudFront distribution"),
  /** A Global Accelerator. */
  GLOBAL_ACCELERATOR("Global Accelerator"),
  /** A custom domain of API Gateway. */
  API_GATEWAY("API Gateway domain"),
  /** An S3 bucket that serves a website. */
  S3_WEBSITE("S3 website"),
  /** A VPC interface endpoint. */
  VPC_ENDPOINT("VPC endpoint"),
  /** Anything else: Elastic Beanstalk, App Runner, OpenSearch, … */
  OTHER("AWS resource");

  private final String title;

  AwsService(String title) {
    this.title = title;
  }

  /** What messages call it. */
  public String title() {
    return title;
  }
}
