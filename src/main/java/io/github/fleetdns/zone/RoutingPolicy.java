package io.github.fleetdns.zone;

/**
 * How Route 53 chooses among the record sets of a group; all of a group have one kind of policy.
 */
public sealed interface RoutingPolicy {

  /** The policy's name, as Route 53's documentation writes it. */
  String title();

  /**
   * In proportion to weights.
   *
   * @param weight 0–255 in Route 53
   */
  record Weighted(long weight) implements RoutingPolicy {
    @Override
    public String title() {
      return "weighted";
    }
  }

  /**
   * The region that answers the client fastest.
   *
   * @param region an AWS region
   */
  record Latency(String region) implements RoutingPolicy {
    @Override
    public String title() {
      return "latency";
    }
  }

  /**
   * Where the client is.
   *
   * @param place the place that this record set serves
   */
  record Geolocation(GeoPlace place) implements RoutingPolicy {
    @Override
    public String title() {
      return "geolocation";
    }
  }

  /**
   * The nearest location, distances bent by a bias.
   *
   * @param location where the resource is
   * @param bias −99 to 99 in Route 53; positive attracts traffic
   */
  record Geoproximity(GeoLocation location, int bias) implements RoutingPolicy {
    @Override
    public String title() {
      return "geoproximity";
    }
  }

  /**
   * The primary while it is healthy, else the secondary.
   *
   * @param role which of the two
   */
  record Failover(Role role) implements RoutingPolicy {
    @Override
    public String title() {
      return "failover";
    }

    /** The two members of a failover group. */
    public enum Role {
      PRIMARY,
      SECONDARY
    }
  }

  /** Up to eight healthy ones at a time. */
  record Multivalue() implements RoutingPolicy {
    @Override
    public String title() {
      return "multivalue";
    }
  }

  /**
   * The client's address.
   *
   * @param collection the name of the collection of blocks, among the zone's
   * @param location a location of the collection, {@code "*"} for clients in none
   */
  record Cidr(String collection, String location) implements RoutingPolicy {
    @Override
    public String title() {
      return "cidr";
    }
  }
}
