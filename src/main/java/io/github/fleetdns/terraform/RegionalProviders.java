package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformProvider;
import java.util.Optional;

/** The AWS providers of resources that must be in a certain region. */
@FunctionalInterface
interface RegionalProviders {
  /** The region of Route 53's metrics, signing keys and query logs. */
  String ROUTE53 = "us-east-1";

  /** The provider of a region; empty if the stack's default one serves it. */
  Optional<TerraformProvider> in(String region);
}
