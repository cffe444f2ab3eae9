package io.github.fleetdns.input;

import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Zone;
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
 * @param file the file that the fleet was read from
 * @param terraform the resources that the zone was read from, if the input is Terraform
 * @param stacks the inputs that together hold the zone, if there are several; their record sets
 *     stand in this order
 */
public record ZoneInput(
    HostedZone zone,
    String source,
    List<Problem> problems,
    Servers servers,
    Optional<Fleet> fleet,
    Optional<FleetFile> file,
    Optional<TerraformZone> terraform,
    List<ZoneInput> stacks) {

  /** Copies the problems. */
  public ZoneInput {
    problems = List.copyOf(problems);
    stacks = List.copyOf(stacks);
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
        .map(told -> new ZoneInput(zone, source, problems, told, fleet, file, terraform, stacks))
        .orElse(this);
  }

  /** The inputs that hold it: itself, or each of its stacks. */
  public List<ZoneInput> parts() {
    return stacks.isEmpty() ? List.of(this) : stacks;
  }

  /** The fleets that it is made of. */
  public List<Fleet> fleets() {
    return parts().stream().flatMap(part -> part.fleet().stream()).toList();
  }

  /** Where a record set of the zone comes from, in a few words: a stack or a file. */
  String stack() {
    return fleet().map(Fleet::name).orElse(source);
  }

  /** Whether this input makes the zone, rather than adding to one that exists. */
  boolean isManaged() {
    return fleet()
        .map(fleet -> fleet.zone().source() instanceof Zone.Source.Created)
        .or(() -> terraform().map(TerraformZone::isManaged))
        .orElse(false);
  }

  /** The zone's id, if the input says it. */
  Optional<String> id() {
    return fleet().isPresent()
        ? fleet().get().zone().source() instanceof Zone.Source.Existing existing
            ? existing.id()
            : Optional.empty()
        : terraform().flatMap(TerraformZone::id);
  }
}
