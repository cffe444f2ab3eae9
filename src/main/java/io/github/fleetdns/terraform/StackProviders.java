package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.TerraformStack;
import io.github.fleetdns.fleet.Provider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The providers of a stack: an aliased one for each region that is not the default one's. */
final class StackProviders implements RegionalProviders {
  private final TerraformStack stack;
  private final Provider provider;
  private final Map<String, TerraformProvider> byRegion = new HashMap<>();

  StackProviders(TerraformStack stack, Provider provider) {
    this.stack = stack;
    this.provider = provider;
  }

  @Override
  public Optional<TerraformProvider> in(String region) {
    return region.equals(provider.region())
        ? Optional.empty()
        : Optional.of(byRegion.computeIfAbsent(region, r -> AwsProviders.add(stack, provider, r)));
  }
}
