package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Where the configurations of record resources go. There are two ways to the same Terraform JSON,
 * and {@link #choose} alone decides between them.
 */
interface RecordWriter {
  /**
   * From how many record sets on they go to CDKTF in one piece. A construct costs about a
   * millisecond, which nobody notices of fewer.
   */
  int MANY = 200;

  /** Decides how the records of a zone are written. */
  interface Choice {
    /** The way for these records in this scope. */
    RecordWriter of(Construct scope, HostedZone zone);
  }

  /**
   * Constructs, unless there are many and nobody could look for them: in a stack of somebody else's
   * the records must be found by its aspects and by paths in its tree.
   */
  static RecordWriter choose(Construct scope, HostedZone zone) {
    boolean many = zone.recordSets().size() >= MANY;
    return many && scope instanceof FleetStack stack && namesAreIds(zone)
        ? new RecordMap(stack)
        : new RecordConstructs(scope);
  }

  /** Whether Terraform calls each resource as its construct is called, which CDKTF shortens. */
  private static boolean namesAreIds(HostedZone zone) {
    for (RecordSet set : zone.recordSets()) {
      if (ResourceNames.of(set, zone.name()).length() > ResourceNames.LONGEST_ID) {
        return false;
      }
    }
    return true;
  }

  /** The reference to the zone's id that the configurations shall have. */
  String zoneId(ZoneHandle zone);

  /**
   * Adds a record resource.
   *
   * @param name its name
   * @param config its arguments
   * @param dependsOn names of those it depends on, which were added before
   * @param more arguments that the bindings do not have, as Terraform JSON
   */
  void add(
      String name,
      Route53RecordConfig.Builder config,
      List<String> dependsOn,
      Map<String, Object> more);

  /** All have been added. */
  void finish();
}
