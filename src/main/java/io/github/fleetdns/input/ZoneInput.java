package io.github.fleetdns.input;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.read.TerraformZone;
import io.github.fleetdns.zone.HostedZone;
import java.util.List;
import java.util.Optional;

/**
 * A hosted zone of an input, and what the input says beyond it.
 *
 * @param zone the zone
 * @param source the file or directory it was read from, as the user named it
 * @param problems what is wrong with this zone, or could not be resolved in it; a part of {@link
 *     Input#problems}
 * @param servers what serves the zone's clients
 * @param fleet the fleet, if the input is a fleet file
 * @param terraform the resources that the zone was read from, if the input is Terraform
 */
public record ZoneInput(
    HostedZone zone,
    String source,
    List<Problem> problems,
    Servers servers,
    Optional<Fleet> fleet,
    Optional<TerraformZone> terraform) {

  /** Copies the problems. */
  public ZoneInput {
    problems = List.copyOf(problems);
  }

  /**
   * The same zone, its servers called as the same zone's of another input if a fleet describes that
   * one and nobody this one ({@link Servers#toldApart}).
   */
  public ZoneInput beside(List<ZoneInput> others) {
    return others.stream()
        .filter(other -> other.zone().name().equals(zone.name()))
        .filter(other -> other.zone().isPrivate() == zone.isPrivate())
        .findFirst()
        .map(other -> servers.toldApart(zone, other.servers()))
        .map(told -> new ZoneInput(zone, source, problems, told, fleet, terraform))
        .orElse(this);
  }
}
