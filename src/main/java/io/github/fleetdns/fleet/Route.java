package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the traffic of a service is spread: an endpoint, a pool, or a policy whose children are
 * routes again.
 */
public sealed interface Route {

  /** The routes directly below this one, in order; none for an endpoint or a pool. */
  List<Route> below();

  /** What a visitor makes of this kind of route. */
  <T> T accept(Visitor<T> visitor);

  /**
   * What is made of a route, for every kind there is: a kind more does not compile until every room
   * says it.
   *
   * @param <T> what is made of it
   */
  interface Visitor<T> {
    /** An endpoint or a pool. */
    T to(To route);

    /** All addresses in one answer. */
    T simple(Simple route);

    /** By weight. */
    T weighted(Weighted route);

    /** By capacity. */
    T byCapacity(ByCapacity route);

    /** By latency. */
    T latency(Latency route);

    /** By latency to the regions of the endpoints. */
    T latencyByRegion(LatencyByRegion route);

    /** By the client's place. */
    T geolocation(Geolocation route);

    /** By distance. */
    T geoproximity(Geoproximity route);

    /** By health alone. */
    T failover(Failover route);

    /** Several at a time. */
    T multivalue(Multivalue route);

    /** By the client's network. */
    T cidr(Cidr route);

    /** A route whose record sets are called otherwise. */
    T placed(Placed route);
  }

  private static List<Route> named(List<String> names) {
    return names.stream().<Route>map(To::new).toList();
  }

  /**
   * An endpoint or a pool.
   *
   * @param name its name in the fleet; an endpoint goes before a pool of the same name
   */
  record To(String name) implements Route {
    @Override
    public List<Route> below() {
      return List.of();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.to(this);
    }
  }

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

    @Override
    public List<Route> below() {
      return named(endpoints);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.simple(this);
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

    @Override
    public List<Route> below() {
      return shares.stream().map(Share::route).toList();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.weighted(this);
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

    @Override
    public List<Route> below() {
      return named(members);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.byCapacity(this);
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

    @Override
    public List<Route> below() {
      return children.stream().map(Regional::route).toList();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.latency(this);
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

    @Override
    public List<Route> below() {
      return named(members);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.latencyByRegion(this);
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

    @Override
    public List<Route> below() {
      return children.stream().map(Local::route).toList();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.geolocation(this);
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

    @Override
    public List<Route> below() {
      return children.stream().map(Near::route).toList();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.geoproximity(this);
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

    @Override
    public List<Route> below() {
      return children;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.failover(this);
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

    @Override
    public List<Route> below() {
      return named(endpoints);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.multivalue(this);
    }
  }

  /**
   * A route, and how Route 53 holds it where that is not as fleetdns would make it: for zones that
   * were made by other means, in which nothing shall move.
   *
   * @param node the name of the record sets of its policy, relative to the zone; below the policy
   *     above it, with an underscore, if empty
   * @param setIdentifier the set identifier of the record set that leads to it; what the child is
   *     called if empty
   * @param ttl the TTL in seconds of what is below it; that of what is above if empty
   * @param check the health check of the record set that leads to it; its endpoint's if empty
   * @param evaluate whether the alias that leads to it evaluates its health; true if empty
   * @param collection the CIDR collection whose locations its policy names; one of its own if empty
   * @param route the route
   */
  record Placed(
      Optional<String> node,
      Optional<String> setIdentifier,
      OptionalLong ttl,
      Optional<Check> check,
      Optional<Boolean> evaluate,
      Optional<String> collection,
      Route route)
      implements Route {
    /** Requires a valid TTL. */
    public Placed {
      ttl.ifPresent(Checks::ttl);
    }

    /** A route, held as fleetdns makes it. */
    public static Placed of(Route route) {
      return route instanceof Placed placed
          ? placed
          : new Placed(
              Optional.empty(),
              Optional.empty(),
              OptionalLong.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              route);
    }

    /** Whether nothing is otherwise than fleetdns makes it. */
    public boolean isPlain() {
      return equals(of(route));
    }

    @Override
    public List<Route> below() {
      return List.of(route);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.placed(this);
    }
  }

  /**
   * The health check of a record set.
   *
   * @param name its name; none if empty
   */
  record Check(Optional<String> name) {}

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

    @Override
    public List<Route> below() {
      return children.stream().map(Network::route).toList();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.cidr(this);
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
