package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformStack;
import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.rule.Finding;
import io.github.fleetdns.zone.rule.Rules;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.constructs.Construct;

/** The resources of a hosted zone, created in any scope. */
final class ZoneResources {
  private ZoneResources() {}

  /**
   * Creates the resources of a zone in the scope.
   *
   * @param compiled a fleet that breaks no rule
   * @param providers the providers of what must be in a certain region
   * @param records the way in which records are written
   * @param existing whether the zone exists, and is taken over as it is
   */
  static ZoneHandle create(
      Construct scope,
      CompiledZone compiled,
      RegionalProviders providers,
      RecordWriter.Choice records,
      boolean existing) {
    Fleet fleet = compiled.fleet();
    HostedZone zone = compiled.zone();
    ZoneHandle handle = ZoneSettings.create(scope, fleet, zone, providers);
    Map<String, String> alarmNames = AlarmResources.create(scope, zone, providers);
    Map<String, String> healthCheckIds =
        HealthCheckResources.create(scope, zone, alarmNames, compiled.checkTags());
    CidrResources collections = CidrResources.create(scope, zone);
    TargetLookups lookups = new TargetLookups(scope, providers);
    RecordWriter writer = records.of(scope, zone);
    new RecordResources(scope, zone, handle, healthCheckIds, collections, lookups, writer, existing)
        .create();
    NotifyResources.create(scope, fleet, healthCheckIds, providers);
    // After the records, whose policies may need less new a provider.
    AwsProviders.require(TerraformStack.of(scope), fleet.zone().source());
    DashboardResources.create(scope, fleet, zone, handle.zoneId(), healthCheckIds, providers);
    return handle;
  }

  /**
   * Compiles a fleet and checks its zone.
   *
   * @param warn gets what is no error
   * @throws InvalidFleetException if Route 53 would refuse the zone
   */
  static CompiledZone checked(Fleet fleet, Consumer<Finding> warn) {
    CompiledZone compiled = FleetCompiler.compile(fleet);
    List<Finding> findings = Rules.check(compiled.zone());
    List<Finding> errors =
        findings.stream().filter(f -> f.rule().severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new InvalidFleetException(fleet.name(), errors);
    }
    findings.forEach(warn);
    return compiled;
  }
}
