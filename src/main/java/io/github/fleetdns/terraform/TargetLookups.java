package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.providers.aws.data_aws_lb.DataAwsLb;
import com.hashicorp.cdktf.providers.aws.data_aws_lb.DataAwsLbConfig;
import io.github.fleetdns.zone.AliasTarget;
import java.util.HashMap;
import java.util.Map;
import software.constructs.Construct;

/** The {@code aws_lb} data sources that look load balancers up, one for each however often used. */
final class TargetLookups {
  private final Construct scope;
  private final RegionalProviders providers;
  private final Map<AliasTarget.LookedUpLoadBalancer, Found> found = new HashMap<>();

  TargetLookups(Construct scope, RegionalProviders providers) {
    this.scope = scope;
    this.providers = providers;
  }

  /** References to what a look-up gives. */
  record Found(String dnsName, String hostedZoneId) {}

  /** Looks a load balancer up. */
  Found find(AliasTarget.LookedUpLoadBalancer balancer) {
    return found.computeIfAbsent(balancer, this::create);
  }

  private Found create(AliasTarget.LookedUpLoadBalancer balancer) {
    DataAwsLbConfig.Builder config =
        DataAwsLbConfig.builder().name(TerraformText.literal(balancer.name()));
    providers.in(balancer.region()).ifPresent(config::provider);
    String id = ResourceNames.ofLoadBalancer(balancer.name(), balancer.region());
    DataAwsLb source = new DataAwsLb(scope, id, config.build());
    return new Found(source.getDnsName(), source.getZoneId());
  }
}
