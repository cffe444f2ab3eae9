package io.github.fleetdns.report;

import io.github.fleetdns.zone.RoutingPolicy;

/** Routing policies in a few words. */
final class PolicyText {
  private PolicyText() {}

  /** The policy and what it chooses by: {@code weighted 3}, {@code geolocation europe}. */
  static String of(RoutingPolicy policy) {
    return policy.title() + " " + policy.parameter();
  }

  /** How a policy chooses, in a line. */
  static String heading(RoutingPolicy policy) {
    return policy.title() + ": " + policy.accept(HEADING);
  }

  /**
   * What a node of a tree says besides its set identifier.
   *
   * @param weights the sum of the group's weights
   */
  static String label(RoutingPolicy policy, long weights) {
    return policy.accept(new Label(weights));
  }

  private static final RoutingPolicy.Visitor<String> HEADING =
      new RoutingPolicy.Visitor<>() {
        @Override
        public String weighted(RoutingPolicy.Weighted policy) {
          return "by weight among the healthy";
        }

        @Override
        public String latency(RoutingPolicy.Latency policy) {
          return "the fastest healthy region for the client";
        }

        @Override
        public String geolocation(RoutingPolicy.Geolocation policy) {
          return "the smallest place the client is in with a healthy target";
        }

        @Override
        public String geoproximity(RoutingPolicy.Geoproximity policy) {
          return "the nearest healthy location, bent by bias";
        }

        @Override
        public String failover(RoutingPolicy.Failover policy) {
          return "the primary while it is healthy, else the secondary";
        }

        @Override
        public String multivalue(RoutingPolicy.Multivalue policy) {
          return "up to eight of the healthy in one answer";
        }

        @Override
        public String cidr(RoutingPolicy.Cidr policy) {
          return "by the client's address, else the default";
        }
      };

  /** What the set identifier does not say already. */
  private record Label(long weights) implements RoutingPolicy.Visitor<String> {
    @Override
    public String weighted(RoutingPolicy.Weighted policy) {
      return " (" + policy.weight() + " of " + weights + ")";
    }

    @Override
    public String latency(RoutingPolicy.Latency policy) {
      return " (" + policy.region() + ")";
    }

    @Override
    public String geolocation(RoutingPolicy.Geolocation policy) {
      return "";
    }

    @Override
    public String geoproximity(RoutingPolicy.Geoproximity policy) {
      return " (" + policy.location() + (policy.bias() == 0 ? "" : ", bias " + policy.bias()) + ")";
    }

    @Override
    public String failover(RoutingPolicy.Failover policy) {
      return "";
    }

    @Override
    public String multivalue(RoutingPolicy.Multivalue policy) {
      return "";
    }

    @Override
    public String cidr(RoutingPolicy.Cidr policy) {
      return "";
    }
  }
}
