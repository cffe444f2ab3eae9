package io.github.fleetdns.change;

import java.util.Optional;

/**
 * What Terraform does to one resource: a call of Route 53's API, or, for a CIDR location, one for
 * the blocks that come and one for those that go.
 *
 * @param stack the stack whose apply it is part of
 * @param kind what is done
 * @param before the resource before; empty if it is created
 * @param after the resource afterwards; empty if it is destroyed
 */
public record Action(String stack, Kind kind, Optional<Resource> before, Optional<Resource> after) {

  /** What is done to a resource. */
  public enum Kind {
    CREATE,
    UPDATE,
    DELETE
  }

  static Action create(String stack, Resource after) {
    return new Action(stack, Kind.CREATE, Optional.empty(), Optional.of(after));
  }

  static Action update(String stack, Resource before, Resource after) {
    return new Action(stack, Kind.UPDATE, Optional.of(before), Optional.of(after));
  }

  static Action delete(String stack, Resource before) {
    return new Action(stack, Kind.DELETE, Optional.of(before), Optional.empty());
  }

  /** The resource's address. */
  public String address() {
    return after.or(() -> before).map(Resource::address).orElseThrow();
  }

  /** The record set before, if it is one. */
  Optional<Resource.OfSet> setBefore() {
    return before.flatMap(Resource::set);
  }

  /** The record set afterwards, if it is one. */
  Optional<Resource.OfSet> setAfter() {
    return after.flatMap(Resource::set);
  }

  /** For people: {@code destroy aws_route53_record.api-record}. */
  public String title() {
    String verb =
        switch (kind) {
          case CREATE -> "create ";
          case UPDATE -> "update ";
          case DELETE -> "destroy ";
        };
    return verb + address();
  }
}
