package io.github.fleetdns.change;

import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.Unknowns;
import java.util.Optional;
import java.util.Set;

/** Which two record sets of a name cannot stand beside each other at any moment. */
final class Together {
  private Together() {}

  /** Why not; empty if they can. Both are at the same name. */
  static Optional<Clash> clash(Resource.OfSet one, Resource.OfSet other) {
    RecordSet a = one.set();
    RecordSet b = other.set();
    if (a.type() != b.type()) {
      return a.type() == RecordType.CNAME || b.type() == RecordType.CNAME
          ? certain(Clash.Kind.CNAME, a.name() + " cannot have a CNAME beside other types")
          : Optional.empty();
    }
    if (a.key().equals(b.key())) {
      return Optional.empty();
    }
    Optional<RoutingPolicy> policyOfA = a.policy();
    Optional<RoutingPolicy> policyOfB = b.policy();
    if (policyOfA.isEmpty() || policyOfB.isEmpty()) {
      return certain(
          Clash.Kind.POLICY,
          a.group() + " cannot have a simple record set beside " + kind(policyOfA, policyOfB));
    }
    if (policyOfA.get().getClass() != policyOfB.get().getClass()) {
      return certain(
          Clash.Kind.POLICY,
          a.group()
              + " cannot have "
              + policyOfA.get().title()
              + " and "
              + policyOfB.get().title()
              + " record sets together");
    }
    return ofOnePolicy(one, policyOfA.get(), other, policyOfB.get());
  }

  private static String kind(Optional<RoutingPolicy> a, Optional<RoutingPolicy> b) {
    return a.or(() -> b).map(RoutingPolicy::title).orElse("simple") + " ones";
  }

  private static Optional<Clash> ofOnePolicy(
      Resource.OfSet one, RoutingPolicy a, Resource.OfSet other, RoutingPolicy b) {
    RecordSet.Group group = one.set().group();
    Once first = a.accept(ONCE);
    Once second = b.accept(ONCE);
    if (!first.collection().equals(second.collection())) {
      return certain(Clash.Kind.COLLECTION, group + " goes by one CIDR collection");
    }
    if (a.once().isPresent() && a.once().equals(b.once())) {
      return certain(
          Clash.Kind.TWICE,
          group + " has the " + first.noun() + " \"" + a.parameter() + "\" at most once");
    }
    return a instanceof RoutingPolicy.Weighted ? ttls(one, other) : Optional.empty();
  }

  private static Optional<Clash> ttls(Resource.OfSet one, Resource.OfSet other) {
    if (one.set().ttl().isEmpty() || other.set().ttl().isEmpty()) {
      return Optional.empty();
    }
    String what =
        one.set().group() + " is weighted, and Route 53 takes one TTL for all of its record sets";
    if (isOpen(one.unknown()) || isOpen(other.unknown())) {
      return Optional.of(new Clash(Clash.Kind.TTL, what, false));
    }
    return one.set().ttl().equals(other.set().ttl())
        ? Optional.empty()
        : certain(Clash.Kind.TTL, what);
  }

  private static boolean isOpen(Set<Unknowns.Part> unknown) {
    return unknown.contains(Unknowns.Part.TTL);
  }

  private static Optional<Clash> certain(Clash.Kind kind, String what) {
    return Optional.of(Clash.certain(kind, what));
  }

  /**
   * What a group has once, of each of its record sets.
   *
   * @param noun what {@link RoutingPolicy#once()} is called
   * @param collection the CIDR collection that it is in, if that matters
   */
  private record Once(String noun, String collection) {}

  private static final RoutingPolicy.Visitor<Once> ONCE =
      new RoutingPolicy.Visitor<>() {
        @Override
        public Once weighted(RoutingPolicy.Weighted policy) {
          return new Once("", "");
        }

        @Override
        public Once latency(RoutingPolicy.Latency policy) {
          return new Once("region", "");
        }

        @Override
        public Once geolocation(RoutingPolicy.Geolocation policy) {
          return new Once("place", "");
        }

        @Override
        public Once geoproximity(RoutingPolicy.Geoproximity policy) {
          return new Once("place", "");
        }

        @Override
        public Once failover(RoutingPolicy.Failover policy) {
          return new Once("role", "");
        }

        @Override
        public Once multivalue(RoutingPolicy.Multivalue policy) {
          return new Once("", "");
        }

        @Override
        public Once cidr(RoutingPolicy.Cidr policy) {
          return new Once("CIDR location", policy.collection());
        }
      };
}
