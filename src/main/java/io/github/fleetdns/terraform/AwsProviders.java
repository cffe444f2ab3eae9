package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderAssumeRole;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderConfig;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderDefaultTags;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderEndpoints;
import io.github.fleetdns.fleet.Provider;
import io.github.fleetdns.fleet.Zone;
import java.util.List;

/** The AWS provider of a stack. */
final class AwsProviders {
  /** What the written JSON works with; the bindings themselves ask for exactly 5.23.1. */
  static final String VERSIONS = ">= 5.23.1, < 7.0.0";

  /** The first release that knows geoproximity routing, and those after it. */
  static final String GEOPROXIMITY_VERSIONS = ">= 5.37.0, < 7.0.0";

  /** The first release that knows accelerated recovery, and those after it. */
  private static final String RECOVERY_VERSIONS = ">= 6.25.0, < 7.0.0";

  private AwsProviders() {}

  /** Accepts only versions of the provider that know what the zone's settings need. */
  static void require(TerraformStack stack, Zone.Source source) {
    boolean recovery = source.match(Zone.Source.Created::acceleratedRecovery, existing -> false);
    if (recovery) {
      require(stack, RECOVERY_VERSIONS);
    }
  }

  /** Accepts only these versions of the provider. */
  static void require(TerraformStack stack, String versions) {
    stack.addOverride("terraform.required_providers.aws.version", versions);
  }

  static void add(TerraformStack stack, Provider provider) {
    new AwsProvider(stack, "aws", config(provider, provider.region()).build());
    require(stack, VERSIONS);
  }

  /** Adds the same provider for another region, with the region as its alias. */
  static AwsProvider add(TerraformStack stack, Provider provider, String region) {
    return new AwsProvider(stack, "aws-" + region, config(provider, region).alias(region).build());
  }

  private static AwsProviderConfig.Builder config(Provider provider, String region) {
    AwsProviderConfig.Builder config = AwsProviderConfig.builder().region(region);
    provider.profile().ifPresent(config::profile);
    provider.assumeRole().ifPresent(role -> config.assumeRole(List.of(assumeRole(role))));
    if (!provider.defaultTags().isEmpty()) {
      config.defaultTags(
          List.of(
              AwsProviderDefaultTags.builder()
                  .tags(TerraformText.literals(provider.defaultTags()))
                  .build()));
    }
    provider.endpoint().ifPresent(url -> emulator(config, url));
    return config;
  }

  private static AwsProviderAssumeRole assumeRole(Provider.AssumeRole role) {
    AwsProviderAssumeRole.Builder builder = AwsProviderAssumeRole.builder().roleArn(role.roleArn());
    role.sessionName().ifPresent(builder::sessionName);
    role.externalId().ifPresent(builder::externalId);
    return builder.build();
  }

  /** An emulator has no accounts: the provider must not look for one. */
  private static void emulator(AwsProviderConfig.Builder config, String url) {
    config.endpoints(
        List.of(
            AwsProviderEndpoints.builder()
                .cloudwatch(url)
                .elbv2(url)
                .kms(url)
                .logs(url)
                .route53(url)
                .sns(url)
                .sts(url)
                .build()));
    config.skipCredentialsValidation(true);
    config.skipRequestingAccountId(true);
    config.skipMetadataApiCheck("true");
  }
}
