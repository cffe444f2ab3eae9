package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.providers.aws.route53_zone.Route53Zone;
import io.github.fleetdns.fleet.Fleet;
import java.util.List;
import software.constructs.Construct;

/**
 * The hosted zone and the records of a fleet, as a construct for anybody's {@code TerraformStack}.
 *
 * <p>The stack brings the AWS provider and the backend. The fleet's provider is looked at only for
 * what must be in another region than its own — alarms, load balancers, notifications — which gets
 * an aliased provider with the same settings, one for each region of the stack.
 */
public class FleetZone extends Construct {
  private final Route53Zone zone;

  /**
   * Creates the resources of a fleet in a scope.
   *
   * @param scope the stack, or a construct in it
   * @param id the construct's id; part of every resource's Terraform name
   * @param fleet the fleet
   * @throws InvalidFleetException if Route 53 would refuse the zone
   */
  public FleetZone(Construct scope, String id, Fleet fleet) {
    super(scope, id);
    this.zone = ZoneResources.create(this, fleet);
  }

  /** The hosted zone's resource. */
  public Route53Zone zone() {
    return zone;
  }

  /** The hosted zone's id, a reference that Terraform resolves. */
  public String zoneId() {
    return zone.getZoneId();
  }

  /** The zone's name, a reference that Terraform resolves. */
  public String zoneName() {
    return zone.getName();
  }

  /** The names of the zone's four servers, a reference that Terraform resolves. */
  public List<String> nameServers() {
    return zone.getNameServers();
  }
}
