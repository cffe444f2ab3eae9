package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformProvider;
import java.util.Optional;

/** The AWS providers of resources that must be in a certain region. */
@FunctionalInterface
interface RegionalProviders {
  /** The provider of a region; empty if the stack's default one serves it. */
  Optional<TerraformProvider> in(String region);
}
