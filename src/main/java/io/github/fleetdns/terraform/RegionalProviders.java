package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.TerraformStack;
import io.github.fleetdns.fleet.Provider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The AWS provider in other regions than its own, for what must be near a server or in us-east-1:
 * one aliased provider for each region that is asked for.
 */
final class RegionalProviders {
  /** The region of Route 53's metrics, keys and query logs. */
  static final String ROUTE53 = "us-east-1";

  private final TerraformStack stack;
  private final Provider provider;
  private final Map<String, Optional<TerraformProvider>> providers = new HashMap<>();

  RegionalProviders(Construct scope, Provider provider) {
    this.stack = TerraformStack.of(scope);
    this.provider = provider;
  }

  /** The provider of a region; empty if it is the stack's own, which resources have anyway. */
  Optional<TerraformProvider> in(String region) {
    return providers.computeIfAbsent(region, this::find);
  }

  private Optional<TerraformProvider> find(String region) {
    if (region.equals(provider.region())) {
      return Optional.empty();
    }
    String id = "aws-" + region;
    IConstruct existing = stack.getNode().tryFindChild(id);
    return Optional.of(
        existing instanceof TerraformProvider found
            ? found
            : AwsProviders.aliased(stack, id, provider, region));
  }
}
