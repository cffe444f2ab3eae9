package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.Annotations;
import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53Zone;
import io.github.fleetdns.fleet.Fleet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * The hosted zone and the records of a fleet, as a construct for anybody's {@code TerraformStack}.
 *
 * <p>The stack brings the AWS provider and the backend; those of the fleet are not looked at.
 */
public class FleetZone extends Construct {
  private final ZoneHandle zone;

  /**
   * Creates the resources of a fleet in a scope.
   *
   * @param scope the stack, or a construct in it
   * @param id the construct's id; part of every resource's Terraform name
   * @param fleet the fleet
   * @throws InvalidFleetException if Route 53 would refuse the zone
   */
  public FleetZone(Construct scope, String id, Fleet fleet) {
    this(scope, id, fleet, Map.of());
  }

  /**
   * Creates the resources of a fleet in a scope, those that must be in a certain region with a
   * provider of their own.
   *
   * @param scope the stack, or a construct in it
   * @param id the construct's id; part of every resource's Terraform name
   * @param fleet the fleet
   * @param providers AWS providers by region; the stack's default one serves every other region, so
   *     that DNSSEC, query logs, notifications and dashboards want one for us-east-1 here if the
   *     default is elsewhere, load one for the region of each server, and load balancers that are
   *     looked up one for theirs
   * @throws InvalidFleetException if Route 53 would refuse the zone
   */
  public FleetZone(
      Construct scope, String id, Fleet fleet, Map<String, TerraformProvider> providers) {
    super(scope, id);
    this.zone =
        ZoneResources.create(
            this,
            ZoneResources.checked(
                fleet, f -> Annotations.of(this).addWarning(f.message().toString())),
            region -> Optional.ofNullable(providers.get(region)),
            RecordWriter::choose,
            false);
  }

  /**
   * The hosted zone's resource.
   *
   * @throws IllegalStateException if the fleet adds its records to a zone that exists already
   */
  public Route53Zone zone() {
    return zone.created()
        .orElseThrow(
            () -> new IllegalStateException("the zone exists already; use zoneId() and the like"));
  }

  /** The hosted zone's id, a reference that Terraform resolves. */
  public String zoneId() {
    return zone.zoneId();
  }

  /** The zone's name, a reference that Terraform resolves. */
  public String zoneName() {
    return zone.name();
  }

  /** The names of the zone's four servers, a reference that Terraform resolves. */
  public List<String> nameServers() {
    return zone.nameServers();
  }
}
