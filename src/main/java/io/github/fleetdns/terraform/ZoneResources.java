package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.Annotations;
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
   * @param providers the providers of what must be in a certain region
   * @param records the way in which records are written
   * @throws InvalidFleetException if Route 53 would refuse the zone
   */
  static ZoneHandle create(
      Construct scope, Fleet fleet, RegionalProviders providers, RecordWriter.Choice records) {
    HostedZone zone = FleetCompiler.compile(fleet).zone();
    check(scope, fleet, zone);
    ZoneHandle handle = ZoneSettings.create(scope, fleet, zone, providers);
    Map<String, String> alarmNames = AlarmResources.create(scope, zone, providers);
    Map<String, String> healthCheckIds = HealthCheckResources.create(scope, zone, alarmNames);
    Map<String, String> collectionIds = CidrResources.create(scope, zone);
    TargetLookups lookups = new TargetLookups(scope, providers);
    RecordWriter writer = records.of(scope, zone);
    new RecordResources(scope, zone, handle, healthCheckIds, collectionIds, lookups, writer)
        .create();
    NotifyResources.create(scope, fleet, healthCheckIds, providers);
    DashboardResources.create(scope, fleet, zone, handle.zoneId(), healthCheckIds, providers);
    return handle;
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
}
