package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.data_aws_route53_zone.DataAwsRoute53Zone;
import com.hashicorp.cdktf.providers.aws.data_aws_route53_zone.DataAwsRoute53ZoneConfig;
import com.hashicorp.cdktf.providers.aws.route53_vpc_association_authorization.Route53VpcAssociationAuthorization;
import com.hashicorp.cdktf.providers.aws.route53_vpc_association_authorization.Route53VpcAssociationAuthorizationConfig;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53Zone;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53ZoneConfig;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53ZoneVpc;
import com.hashicorp.cdktf.providers.aws.route53_zone_association.Route53ZoneAssociation;
import com.hashicorp.cdktf.providers.aws.route53_zone_association.Route53ZoneAssociationConfig;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** The hosted zone itself, with everything about it that is no record of its own. */
final class ZoneSettings {
  private final Construct scope;
  private final Fleet fleet;
  private final Zone zone;
  private final HostedZone hosted;

  private ZoneSettings(Construct scope, Fleet fleet, HostedZone hosted) {
    this.scope = scope;
    this.fleet = fleet;
    this.zone = fleet.zone();
    this.hosted = hosted;
  }

  static ZoneHandle create(
      Construct scope, Fleet fleet, HostedZone hosted, RegionalProviders providers) {
    return new ZoneSettings(scope, fleet, hosted).create(providers);
  }

  private ZoneHandle create(RegionalProviders providers) {
    ZoneHandle handle =
        zone.source()
            .match(
                created -> ZoneHandle.of(create(created)),
                existing -> ZoneHandle.of(lookup(existing)));
    share(handle.zoneId());
    List<ITerraformDependable> beforeDs = new ArrayList<>();
    DelegationResources delegation = new DelegationResources(scope, zone);
    delegation.nameServers(handle).ifPresent(beforeDs::add);
    Account account = new Account(scope);
    if (zone.dnssec()) {
      DnssecResources dnssec =
          DnssecResources.create(scope, fleet, hosted.tags(), handle, account, providers);
      beforeDs.add(dnssec.signing());
      handle = handle.withDsRecord(dnssec.dsRecord());
      delegation.signer(dnssec.dsRecord(), beforeDs);
    }
    if (zone.queryLog().isPresent()) {
      QueryLogResources.create(
          scope, zone, zone.queryLog().get(), hosted.tags(), handle, account, providers);
    }
    return handle;
  }

  private Route53Zone create(Zone.Source.Created source) {
    Route53ZoneConfig.Builder config = Route53ZoneConfig.builder().name(zone.name().toString());
    if (!zone.comment().isEmpty()) {
      config.comment(TerraformText.literal(zone.comment()));
    }
    if (!hosted.tags().isEmpty()) {
      config.tags(TerraformText.literals(hosted.tags()));
    }
    source.delegationSet().ifPresent(config::delegationSetId);
    if (source.forceDestroy()) {
      config.forceDestroy(true);
    }
    if (zone.visibility() instanceof Visibility.Private secluded) {
      config.vpc(secluded.vpcs().stream().map(ZoneSettings::vpc).toList());
    }
    lifecycle(config, source);
    Route53Zone created = new Route53Zone(scope, ResourceNames.ZONE, config.build());
    if (source.acceleratedRecovery()) {
      // Newer than the bindings.
      created.addOverride("enable_accelerated_recovery", true);
    }
    return created;
  }

  /**
   * Associations that are resources of their own, or another account's doing, would look like a
   * drift of the zone's inline ones, and Terraform would take them back.
   */
  private void lifecycle(Route53ZoneConfig.Builder config, Zone.Source.Created source) {
    boolean shared = !zone.sharing().equals(Zone.Sharing.NONE);
    if (shared || source.protect()) {
      TerraformResourceLifecycle.Builder lifecycle = TerraformResourceLifecycle.builder();
      if (shared) {
        lifecycle.ignoreChanges(List.of("vpc"));
      }
      if (source.protect()) {
        lifecycle.preventDestroy(true);
      }
      config.lifecycle(lifecycle.build());
    }
  }

  private static Route53ZoneVpc vpc(Visibility.Vpc vpc) {
    Route53ZoneVpc.Builder block = Route53ZoneVpc.builder().vpcId(vpc.id());
    vpc.region().ifPresent(block::vpcRegion);
    return block.build();
  }

  /** The provider looks up by name or by id, not by both. */
  private DataAwsRoute53Zone lookup(Zone.Source.Existing existing) {
    DataAwsRoute53ZoneConfig.Builder config = DataAwsRoute53ZoneConfig.builder();
    if (existing.id().isPresent()) {
      config.zoneId(existing.id().get());
    } else {
      config.name(zone.name().toString());
      if (zone.visibility() instanceof Visibility.Private secluded) {
        config.privateZone(true);
        secluded.vpcs().stream().findFirst().map(Visibility.Vpc::id).ifPresent(config::vpcId);
      }
    }
    DataAwsRoute53Zone found = new DataAwsRoute53Zone(scope, ResourceNames.ZONE, config.build());
    Map<String, Object> unsaid = unsaid(existing);
    if (!unsaid.isEmpty()) {
      ReadingMark.on(found, unsaid);
    }
    return found;
  }

  /**
   * What the look-up does not say of the zone, for {@code terraform.read}. It stands in a comment,
   * where Terraform evaluates nothing.
   */
  private Map<String, Object> unsaid(Zone.Source.Existing existing) {
    Map<String, Object> unsaid = new LinkedHashMap<>();
    if (existing.id().isPresent()) {
      unsaid.put("name", zone.name().toString());
    }
    if (zone.visibility() instanceof Visibility.Private secluded
        && (existing.id().isPresent()
            || secluded.vpcs().size() > 1
            || secluded.vpcs().stream().anyMatch(vpc -> vpc.region().isPresent()))) {
      unsaid.put("vpcs", secluded.vpcs().stream().map(ZoneSettings::marked).toList());
    }
    if (!hosted.tags().isEmpty()) {
      unsaid.put("tags", hosted.tags());
    }
    return unsaid;
  }

  private static Map<String, String> marked(Visibility.Vpc vpc) {
    Map<String, String> marked = new LinkedHashMap<>(Map.of("id", vpc.id()));
    vpc.region().ifPresent(region -> marked.put("region", region));
    return marked;
  }

  private void share(String zoneId) {
    for (Visibility.Vpc vpc : zone.sharing().associate()) {
      Route53ZoneAssociationConfig.Builder config =
          Route53ZoneAssociationConfig.builder().zoneId(zoneId).vpcId(vpc.id());
      vpc.region().ifPresent(config::vpcRegion);
      new Route53ZoneAssociation(scope, vpc.id() + "-association", config.build());
    }
    for (Visibility.Vpc vpc : zone.sharing().authorise()) {
      Route53VpcAssociationAuthorizationConfig.Builder config =
          Route53VpcAssociationAuthorizationConfig.builder().zoneId(zoneId).vpcId(vpc.id());
      vpc.region().ifPresent(config::vpcRegion);
      new Route53VpcAssociationAuthorization(scope, vpc.id() + "-authorization", config.build());
    }
  }
}
