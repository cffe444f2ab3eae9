package io.github.fleetdns.change;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Unknowns;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A resource that Terraform manages, as far as the way to it goes by it.
 *
 * @param address its address, such as {@code aws_route53_record.api-record}
 * @param body what it is at Route 53
 * @param dependencies the addresses of the resources that it refers to or depends on
 * @param createBeforeDestroy whether it is made anew before the old one is destroyed; empty if that
 *     is not known, and either may be
 */
public record Resource(
    String address, Body body, Set<String> dependencies, Optional<Boolean> createBeforeDestroy) {

  /** Copies the set. */
  public Resource {
    dependencies = Set.copyOf(dependencies);
  }

  /** What a resource is at Route 53. */
  public sealed interface Body {

    /** What a visitor makes of this kind of resource. */
    <T> T accept(Visitor<T> visitor);

    /**
     * What is made of a resource, for every kind there is.
     *
     * @param <T> what is made of it
     */
    interface Visitor<T> {
      /** A record set. */
      T set(OfSet set);

      /** A health check. */
      T check(OfCheck check);

      /** A CIDR collection. */
      T collection(OfCollection collection);

      /** A location of a CIDR collection. */
      T location(OfLocation location);

      /** A hosted zone. */
      T zone(OfZone zone);
    }
  }

  /**
   * A record set.
   *
   * @param zone which zone it is in; the same text for the same zone
   * @param set the record set
   * @param check the address of its health check, if Terraform manages that
   * @param location the address of its CIDR location, if Terraform manages that
   * @param unknown what of it is not known
   * @param overwrites whether creating it takes the place of one that is there
   */
  public record OfSet(
      String zone,
      RecordSet set,
      Optional<String> check,
      Optional<String> location,
      Set<Unknowns.Part> unknown,
      boolean overwrites)
      implements Body {
    /** Copies the set. */
    public OfSet {
      unknown = Set.copyOf(unknown);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.set(this);
    }

    /** What makes it one of its kind. */
    Place place() {
      return new Place(zone, set.key());
    }
  }

  /**
   * A health check.
   *
   * @param check the check
   * @param children the addresses of the checks that it counts
   */
  public record OfCheck(HealthCheck check, Set<String> children) implements Body {
    /** Copies the set. */
    public OfCheck {
      children = Set.copyOf(children);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.check(this);
    }
  }

  /**
   * A CIDR collection.
   *
   * @param name its name
   */
  public record OfCollection(String name) implements Body {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.collection(this);
    }
  }

  /**
   * A location of a CIDR collection.
   *
   * @param collection the address of the collection, or its id
   * @param name the location's name
   * @param blocks its blocks
   */
  public record OfLocation(String collection, String name, List<AddressBlock> blocks)
      implements Body {
    /** Copies the list. */
    public OfLocation {
      blocks = List.copyOf(blocks);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.location(this);
    }
  }

  /**
   * A hosted zone.
   *
   * @param zone which one it is, as {@link OfSet#zone} names it
   * @param name its name
   */
  public record OfZone(String zone, DomainName name) implements Body {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.zone(this);
    }
  }

  /** Where a record set stands: a zone, and what makes it one of its kind there. */
  record Place(String zone, RecordSet.Key key) {
    Name name() {
      return new Name(zone, key.name());
    }
  }

  /** A name of a zone. */
  record Name(String zone, DomainName name) {}

  /** The record set that it is, if it is one. */
  public Optional<OfSet> set() {
    return body instanceof OfSet set ? Optional.of(set) : Optional.empty();
  }

  /** The same at another address. */
  Resource at(String other) {
    return new Resource(other, body, dependencies, createBeforeDestroy);
  }
}
