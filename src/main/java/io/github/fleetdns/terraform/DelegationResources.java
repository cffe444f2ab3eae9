package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.data_aws_route53_zone.DataAwsRoute53Zone;
import com.hashicorp.cdktf.providers.aws.data_aws_route53_zone.DataAwsRoute53ZoneConfig;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import io.github.fleetdns.fleet.Zone;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/** The records in the parent zone that delegate to the fleet's zone; none without a parent. */
final class DelegationResources {
  /** The construct that delegates, where a fleet has one. */
  static final String ID = "zone-delegation";

  private final Construct scope;
  private final Zone zone;
  private final Optional<String> parentId;

  DelegationResources(Construct scope, Zone zone) {
    this.scope = scope;
    this.zone = zone;
    this.parentId = zone.parent().map(parent -> id(scope, parent));
  }

  private static String id(Construct scope, Zone.Parent parent) {
    if (parent instanceof Zone.Parent.ById byId) {
      return byId.id();
    }
    return new DataAwsRoute53Zone(
            scope,
            "parent-zone",
            DataAwsRoute53ZoneConfig.builder()
                .name(((Zone.Parent.ByName) parent).name().toString())
                .build())
        .getZoneId();
  }

  /** The NS record set. */
  Optional<Route53Record> nameServers(ZoneHandle handle) {
    return parentId.map(id -> record(id, ID, "NS", handle.nameServers(), List.of()));
  }

  /**
   * The DS record set. A resolver that sees it refuses unsigned answers: it comes last and goes
   * first.
   */
  void signer(String dsRecord, List<ITerraformDependable> after) {
    parentId.ifPresent(id -> record(id, ID + "-signer", "DS", List.of(dsRecord), after));
  }

  private Route53Record record(
      String parent,
      String id,
      String type,
      List<String> values,
      List<ITerraformDependable> after) {
    Route53RecordConfig.Builder config =
        Route53RecordConfig.builder()
            .zoneId(parent)
            .name(TerraformText.literal(zone.name().toString()))
            .type(type)
            .ttl(zone.parent().orElseThrow().ttl())
            .records(values);
    if (!after.isEmpty()) {
      config.dependsOn(after);
    }
    return new Route53Record(scope, id, config.build());
  }
}
