package io.github.fleetdns.terraform.read;

import io.github.fleetdns.zone.AddressBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an input says of its resources beside what they are at Route 53: in which order Terraform
 * deals with them, and by which address they are known. It is worked out when it is asked for
 * first: only a change needs it.
 */
public final class TerraformGraph {
  /** Nothing is known. */
  static final TerraformGraph NONE = new TerraformGraph(Map::of);

  private final Supplier<Map<String, Facts>> read;
  private @Nullable Map<String, Facts> facts;

  TerraformGraph(Supplier<Map<String, Facts>> read) {
    this.read = read;
  }

  /** By address, for each resource that Terraform manages. */
  public synchronized Map<String, Facts> facts() {
    Map<String, Facts> known = facts;
    if (known == null) {
      known = Map.copyOf(read.get());
      facts = known;
    }
    return known;
  }

  /**
   * What is known of a resource.
   *
   * @param type its type, such as {@code aws_route53_record}
   * @param dependencies the addresses of all that it refers to or depends on, and of what these do
   * @param createBeforeDestroy whether it is made anew before the old one is destroyed; empty if
   *     the input does not say it, as plans and states do not
   * @param overwrites whether creating it takes the place of what is there
   * @param id its id, if that is known
   * @param cidr what it is of CIDR routing, if it is that
   */
  public record Facts(
      String type,
      Set<String> dependencies,
      Optional<Boolean> createBeforeDestroy,
      boolean overwrites,
      Optional<String> id,
      Optional<Cidr> cidr) {
    /** Copies the set. */
    public Facts {
      dependencies = Set.copyOf(dependencies);
    }
  }

  /**
   * A CIDR collection or one of its locations.
   *
   * @param collection the address of the collection, or its id if the input does not have it
   * @param name the name, of the collection or of the location
   * @param blocks the blocks of a location, as far as they are known
   * @param isLocation whether it is a location
   */
  public record Cidr(
      String collection, String name, List<AddressBlock> blocks, boolean isLocation) {
    /** Copies the list. */
    public Cidr {
      blocks = List.copyOf(blocks);
    }
  }
}
