package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.Annotations;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53Zone;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53ZoneConfig;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.rule.Finding;
import io.github.fleetdns.zone.rule.Rules;
import java.util.List;
import software.constructs.Construct;

/** The resources of a hosted zone, created in any scope. */
final class ZoneResources {
  private ZoneResources() {}

  /**
   * Compiles the fleet, checks the zone and creates its resources in the scope.
   *
   * @throws InvalidFleetException if Route 53 would refuse the zone
   */
  static Route53Zone create(Construct scope, Fleet fleet) {
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    check(scope, fleet, zone);
    return create(scope, zone);
  }

  private static void check(Construct scope, Fleet fleet, HostedZone zone) {
    List<Finding> findings = Rules.check(zone);
    List<Finding> errors =
        findings.stream().filter(f -> f.rule().severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new InvalidFleetException(fleet.name(), errors);
    }
    if (!(scope instanceof FleetStack)) {
      findings.forEach(f -> Annotations.of(scope).addWarning(f.message()));
    }
  }

  private static Route53Zone create(Construct scope, HostedZone zone) {
    Route53ZoneConfig.Builder config = Route53ZoneConfig.builder().name(zone.name().toString());
    if (!zone.comment().isEmpty()) {
      config.comment(TerraformText.literal(zone.comment()));
    }
    if (!zone.tags().isEmpty()) {
      config.tags(TerraformText.literals(zone.tags()));
    }
    Route53Zone resource = new Route53Zone(scope, ResourceNames.ZONE, config.build());
    // Every property read from a construct is a round trip to node: this one is read once.
    String zoneId = resource.getZoneId();
    for (RecordSet set : zone.recordSets()) {
      record(scope, set, zone, zoneId);
    }
    return resource;
  }

  private static void record(Construct scope, RecordSet set, HostedZone zone, String zoneId) {
    Route53RecordConfig.Builder config =
        Route53RecordConfig.builder()
            .zoneId(zoneId)
            .name(TerraformText.literal(set.name().toString()))
            .type(set.type().name())
            .ttl(set.ttl())
            .records(TerraformText.records(set));
    if (existsAlready(set, zone)) {
      config.allowOverwrite(true);
    }
    new Route53Record(scope, ResourceNames.of(set, zone.name()), config.build());
  }

  /** Route 53 makes the NS and SOA records at the apex itself, so creating them is overwriting. */
  private static boolean existsAlready(RecordSet set, HostedZone zone) {
    return set.name().equals(zone.name())
        && (set.type() == RecordType.NS || set.type() == RecordType.SOA);
  }
}
