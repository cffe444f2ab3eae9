package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.IpAddress;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server of the fleet, published at {@code <name>.<zone>}.
 *
 * @param name its name, one DNS label: {@link #NAME}
 * @param region the AWS region it runs in, if it runs in one
 * @param target where it is
 * @param ttl the TTL of its own record in seconds; the fleet's if empty
 * @param capacity how much it can serve, in any unit that all endpoints share; 1 or more
 * @param health how Route 53 finds out whether it is healthy; always healthy if empty
 * @param load when it is overloaded; never if empty
 * @param published whether it has a record of its own, rather than being behind services alone
 */
public record Endpoint(
    String name,
    Optional<String> region,
    Target target,
    OptionalLong ttl,
    OptionalLong capacity,
    Optional<Health> health,
    Optional<Load> load,
    boolean published) {

  /** What an endpoint may be called: a DNS label in lower or upper case, 1–63 characters. */
  public static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  /** Requires a valid name and TTL. */
  public Endpoint {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is no DNS label");
    }
    ttl.ifPresent(Checks::ttl);
    if (capacity.isPresent() && capacity.getAsLong() < 1) {
      throw new IllegalArgumentException("capacity " + capacity.getAsLong() + " is below 1");
    }
  }

  /** A server with a record of its own. */
  public Endpoint(
      String name,
      Optional<String> region,
      Target target,
      OptionalLong ttl,
      OptionalLong capacity,
      Optional<Health> health,
      Optional<Load> load) {
    this(name, region, target, ttl, capacity, health, load, true);
  }

  /**
   * A server at addresses.
   *
   * @throws IllegalArgumentException if the name is no DNS label or an address is none
   */
  public static Endpoint at(String name, String... addresses) {
    return to(name, new Target.Addresses(Stream.of(addresses).map(IpAddress::of).toList()));
  }

  /**
   * A server behind another name.
   *
   * @throws IllegalArgumentException if one of the names is none
   */
  public static Endpoint behind(String name, String hostname) {
    return to(name, new Target.Hostname(DomainName.of(hostname)));
  }

  /**
   * A server, or whatever else can be aliased to.
   *
   * @throws IllegalArgumentException if the name is no DNS label
   */
  public static Endpoint to(String name, Target target) {
    return new Endpoint(
        name,
        Optional.empty(),
        target,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same server in an AWS region. */
  public Endpoint in(String region) {
    return new Endpoint(name, Optional.of(region), target, ttl, capacity, health, load, published);
  }

  /** The same server with a TTL in seconds. */
  public Endpoint withTtl(long seconds) {
    return new Endpoint(
        name, region, target, OptionalLong.of(seconds), capacity, health, load, published);
  }

  /** The same server with a capacity. */
  public Endpoint withCapacity(long capacity) {
    return new Endpoint(
        name, region, target, ttl, OptionalLong.of(capacity), health, load, published);
  }

  /** The same server with a health check. */
  public Endpoint withHealth(Health health) {
    return new Endpoint(name, region, target, ttl, capacity, Optional.of(health), load, published);
  }

  /** The same server with a limit to its load; it needs a region. */
  public Endpoint withLoad(Load load) {
    return new Endpoint(name, region, target, ttl, capacity, health, Optional.of(load), published);
  }

  /** The same server without a record of its own: only what routes to it answers with it. */
  public Endpoint unpublished() {
    return new Endpoint(name, region, target, ttl, capacity, health, load, false);
  }
}
