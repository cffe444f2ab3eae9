package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import java.util.List;

/**
 * How the traffic of a service is spread: an endpoint, a pool, or a policy whose children are
 * routes again.
 */
public sealed interface Route {

  /**
   * An endpoint or a pool.
   *
   * @param name its name in the fleet; an endpoint goes before a pool of the same name
   */
  record To(String name) implements Route {}

  /**
   * All addresses of some endpoints in one answer, whatever their health.
   *
   * @param endpoints the endpoints' names
   */
  record Simple(List<String> endpoints) implements Route {
    /** Copies the list. */
    public Simple {
      endpoints = List.copyOf(endpoints);
    }
  }

  /**
   * In proportion to weights.
   *
   * @param shares the children with their weights
   */
  record Weighted(List<Share> shares) implements Route {
    /** Copies the list. */
    public Weighted {
      shares = List.copyOf(shares);
    }
  }

  /**
   * One child of {@link Weighted}.
   *
   * @param name what the child is called; its set identifier
   * @param weight 0–255; 0 only if nothing else is healthy
   * @param route where it leads
   */
  record Share(String name, int weight, Route route) {
    /** Requires a weight in range. */
    public Share {
      if (weight < 0 || weight > 255) {
        throw new IllegalArgumentException("weight " + weight + " is outside 0–255");
      }
    }
  }

  /**
   * In proportion to the capacities of endpoints; a pool's is the sum of its endpoints'.
   *
   * @param members endpoints and pools
   */
  record ByCapacity(List<String> members) implements Route {
    /** Copies the list. */
    public ByCapacity {
      members = List.copyOf(members);
    }
  }

  /**
   * The region that answers the client fastest.
   *
   * @param children the children by region
   */
  record Latency(List<Regional> children) implements Route {
    /** Copies the list. */
    public Latency {
      children = List.copyOf(children);
    }
  }

  /**
   * Latency among endpoints and pools, each in the regions where its endpoints are.
   *
   * @param members endpoints and pools
   */
  record LatencyByRegion(List<String> members) implements Route {
    /** Copies the list. */
    public LatencyByRegion {
      members = List.copyOf(members);
    }
  }

  /**
   * One child of {@link Latency}.
   *
   * @param name what the child is called; its set identifier
   * @param region the AWS region it stands for
   * @param route where it leads
   */
  record Regional(String name, String region, Route route) {}

  /**
   * Where the client is: state before country before continent before everywhere.
   *
   * @param children the children by place
   */
  record Geolocation(List<Local> children) implements Route {
    /** Copies the list. */
    public Geolocation {
      children = List.copyOf(children);
    }
  }

  /**
   * One child of {@link Geolocation}.
   *
   * @param place the place it serves
   * @param route where it leads
   */
  record Local(GeoPlace place, Route route) {
    /** What the child is called: the place in words, {@code default} for everywhere. */
    public String name() {
      return place instanceof GeoPlace.Default ? "default" : place.toString();
    }
  }

  /**
   * The nearest location, distances bent by biases.
   *
   * @param children the children with their locations
   */
  record Geoproximity(List<Near> children) implements Route {
    /** Copies the list. */
    public Geoproximity {
      children = List.copyOf(children);
    }
  }

  /**
   * One child of {@link Geoproximity}.
   *
   * @param name what the child is called; its set identifier
   * @param location where it is
   * @param bias −99 to 99; positive attracts traffic
   * @param route where it leads
   */
  record Near(String name, GeoLocation location, int bias, Route route) {}

  /**
   * The first that is healthy.
   *
   * @param children two or more, in order
   */
  record Failover(List<Route> children) implements Route {
    /** Copies the list. */
    public Failover {
      children = List.copyOf(children);
    }
  }

  /**
   * Up to eight healthy endpoints in one answer.
   *
   * @param endpoints the endpoints' names
   */
  record Multivalue(List<String> endpoints) implements Route {
    /** Copies the list. */
    public Multivalue {
      endpoints = List.copyOf(endpoints);
    }
  }

  /**
   * The client's address.
   *
   * @param children the children with their blocks; no blocks for everybody else
   */
  record Cidr(List<Network> children) implements Route {
    /** Copies the list. */
    public Cidr {
      children = List.copyOf(children);
    }
  }

  /**
   * One child of {@link Cidr}.
   *
   * @param name what the location is called, {@code "*"} for clients in none
   * @param blocks its address blocks
   * @param route where it leads
   */
  record Network(String name, List<AddressBlock> blocks, Route route) {
    /** Everybody else. */
    public static final String DEFAULT = "*";

    /** Copies the list. */
    public Network {
      blocks = List.copyOf(blocks);
    }

    /** The set identifier: the name, {@code default} for everybody else. */
    public String setIdentifier() {
      return name.equals(DEFAULT) ? "default" : name;
    }
  }
}
