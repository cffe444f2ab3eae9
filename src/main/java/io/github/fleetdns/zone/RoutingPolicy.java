package io.github.fleetdns.zone;

import java.util.Locale;
import java.util.Optional;

/**
 * How Route 53 chooses among the record sets of a group; all of a group have one kind of policy.
 *
 * <p>What a policy is, it says itself; what a room does with it, the room says in a {@link
 * Visitor}. A policy more does not compile until it says the one and every room the other.
 */
public sealed interface RoutingPolicy {

  /** The policy's name, as Route 53's documentation writes it. */
  String title();

  /** What it chooses by, in a few words: {@code 3}, {@code europe}, {@code primary}. */
  String parameter();

  /**
   * Whether it goes by the client's place, network or latency, so that clients get different
   * answers.
   */
  boolean dependsOnClient();

  /** Whether a record set answers all clients if it is the only one of its name and type. */
  boolean isForEverybody();

  /**
   * What no two record sets of a group may have alike, in one spelling: the region, the place, the
   * role; empty where any may have the same.
   */
  Optional<Object> once();

  /** What a visitor makes of this kind of policy. */
  <T> T accept(Visitor<T> visitor);

  /**
   * What is made of a policy, for every kind there is.
   *
   * @param <T> what is made of it
   */
  interface Visitor<T> {
    /** By weight. */
    T weighted(Weighted policy);

    /** By latency. */
    T latency(Latency policy);

    /** By the client's place. */
    T geolocation(Geolocation policy);

    /** By distance. */
    T geoproximity(Geoproximity policy);

    /** By health alone. */
    T failover(Failover policy);

    /** Several at a time. */
    T multivalue(Multivalue policy);

    /** By the client's network. */
    T cidr(Cidr policy);
  }

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

    @Override
    public String parameter() {
      return Long.toString(weight);
    }

    @Override
    public boolean dependsOnClient() {
      return false;
    }

    @Override
    public boolean isForEverybody() {
      return true;
    }

    @Override
    public Optional<Object> once() {
      return Optional.empty();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.weighted(this);
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

    @Override
    public String parameter() {
      return region;
    }

    @Override
    public boolean dependsOnClient() {
      return true;
    }

    @Override
    public boolean isForEverybody() {
      return true;
    }

    @Override
    public Optional<Object> once() {
      return Optional.of(region);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.latency(this);
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

    @Override
    public String parameter() {
      return place.toString();
    }

    @Override
    public boolean dependsOnClient() {
      return true;
    }

    @Override
    public boolean isForEverybody() {
      return place instanceof GeoPlace.Default;
    }

    @Override
    public Optional<Object> once() {
      return Optional.of(place);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.geolocation(this);
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

    @Override
    public String parameter() {
      return location + (bias == 0 ? "" : String.format(Locale.ROOT, " %+d", bias));
    }

    @Override
    public boolean dependsOnClient() {
      return true;
    }

    @Override
    public boolean isForEverybody() {
      return true;
    }

    @Override
    public Optional<Object> once() {
      return Optional.of(location.normal());
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.geoproximity(this);
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

    @Override
    public String parameter() {
      return role.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean dependsOnClient() {
      return false;
    }

    @Override
    public boolean isForEverybody() {
      return true;
    }

    @Override
    public Optional<Object> once() {
      return Optional.of(role);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.failover(this);
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

    @Override
    public String parameter() {
      return "answer";
    }

    @Override
    public boolean dependsOnClient() {
      return false;
    }

    @Override
    public boolean isForEverybody() {
      return true;
    }

    @Override
    public Optional<Object> once() {
      return Optional.empty();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.multivalue(this);
    }
  }

  /**
   * The client's address.
   *
   * @param collection the name of the collection of blocks, among the zone's
   * @param location a location of the collection, {@code "*"} for clients in none
   */
  record Cidr(String collection, String location) implements RoutingPolicy {
    /** The location of clients in none. */
    public static final String EVERYBODY_ELSE = "*";

    @Override
    public String title() {
      return "cidr";
    }

    @Override
    public String parameter() {
      return location;
    }

    @Override
    public boolean dependsOnClient() {
      return true;
    }

    @Override
    public boolean isForEverybody() {
      return location.equals(EVERYBODY_ELSE);
    }

    @Override
    public Optional<Object> once() {
      return Optional.of(location);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.cidr(this);
    }
  }
}
