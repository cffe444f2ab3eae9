package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.Annotations;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53Zone;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53ZoneConfig;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.rule.Finding;
import io.github.fleetdns.zone.rule.Rules;
import java.util.List;
import java.util.Map;
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
    return create(scope, fleet, zone);
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

  private static Route53Zone create(Construct scope, Fleet fleet, HostedZone zone) {
    Route53ZoneConfig.Builder config = Route53ZoneConfig.builder().name(zone.name().toString());
    if (!zone.comment().isEmpty()) {
      config.comment(TerraformText.literal(zone.comment()));
    }
    if (!zone.tags().isEmpty()) {
      config.tags(TerraformText.literals(zone.tags()));
    }
    Route53Zone resource = new Route53Zone(scope, ResourceNames.ZONE, config.build());
    RegionalProviders providers = new RegionalProviders(scope, fleet.provider());
    Map<String, String> alarmNames = AlarmResources.create(scope, zone, providers);
    Map<String, String> healthCheckIds = HealthCheckResources.create(scope, zone, alarmNames);
    Map<String, String> collectionIds = CidrResources.create(scope, zone);
    TargetLookups lookups = new TargetLookups(scope, providers);
    // Every property read from a construct is a round trip to node: this one is read once.
    String zoneId = resource.getZoneId();
    new RecordResources(scope, zone, zoneId, healthCheckIds, collectionIds, lookups).create();
    NotifyResources.create(scope, fleet, healthCheckIds, providers);
    DashboardResources.create(scope, fleet, zone, zoneId, healthCheckIds, providers);
    return resource;
  }
}
