package io.github.fleetdns.fleet;

import java.util.Map;
import java.util.Optional;

/**
 * How Terraform's AWS provider is configured; what is empty is left to its environment.
 *
 * @param region the region; Route 53 itself is global
 * @param profile the named profile of the shared credentials file
 * @param assumeRole the role to act as
 * @param defaultTags tags for every resource, set by the provider, in the author's order
 * @param endpoint the URL of an emulator such as LocalStack that stands in for AWS
 */
public record Provider(
    String region,
    Optional<String> profile,
    Optional<AssumeRole> assumeRole,
    Map<String, String> defaultTags,
    Optional<String> endpoint) {

  /** The region when a fleet names none: the one where Route 53's control plane is. */
  public static final String DEFAULT_REGION = "us-east-1";

  /** The provider when a fleet says nothing of it. */
  public static final Provider DEFAULT =
      new Provider(DEFAULT_REGION, Optional.empty(), Optional.empty(), Map.of(), Optional.empty());

  /** Copies the tags. */
  public Provider {
    defaultTags = Fleet.ordered(defaultTags);
  }

  /**
   * A role that Terraform assumes.
   *
   * @param roleArn its ARN
   * @param sessionName the name of the session in logs
   * @param externalId the secret that a foreign account's role may ask for
   */
  public record AssumeRole(
      String roleArn, Optional<String> sessionName, Optional<String> externalId) {}
}
