package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.IpAddress;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that serves clients and can be lost: an endpoint of a fleet.
 *
 * @param name what it is called; unique in a zone
 * @param region the AWS region it is in, if it is in one
 * @param capacity how much it can serve: requests per second if the demand is in them; 1 or more
 * @param checks the names of its health checks
 * @param values the addresses and hostnames that lead to it, in {@link #normal(String) normal form}
 * @param targets the alias targets that lead to it
 * @param lost what Route 53 notices when it is lost
 */
public record Server(
    String name,
    Optional<String> region,
    OptionalLong capacity,
    Set<String> checks,
    Set<String> values,
    Set<AliasTarget> targets,
    Outages lost) {

  /** Requires a capacity of at least 1, if there is one; copies the sets. */
  public Server {
    if (capacity.isPresent() && capacity.getAsLong() < 1) {
      throw new IllegalArgumentException("capacity " + capacity.getAsLong() + " is below 1");
    }
    checks = Set.copyOf(checks);
    values = values.stream().map(Server::normal).collect(Collectors.toUnmodifiableSet());
    targets = Set.copyOf(targets);
  }

  /**
   * A server at addresses or hostnames, in a region, of which these health checks say when it is
   * lost.
   */
  public static Server at(String name, String region, Set<String> values, Set<String> checks) {
    return new Server(
        name,
        Optional.of(region),
        OptionalLong.empty(),
        checks,
        values,
        Set.of(),
        new Outages(checks, Set.of(), Set.of()));
  }

  /** The same server with a capacity. */
  public Server withCapacity(long amount) {
    return new Server(name, region, OptionalLong.of(amount), checks, values, targets, lost);
  }

  /** The same server under another name. */
  public Server named(String other) {
    return new Server(other, region, capacity, checks, values, targets, lost);
  }

  /** The same server in a region, or in none that is known. */
  Server in(Optional<String> where) {
    return new Server(name, where, capacity, checks, values, targets, lost);
  }

  /** Whether anything leads to it. */
  boolean isSomewhere() {
    return !values.isEmpty() || !targets.isEmpty();
  }

  /** Whether something leads to both. */
  boolean overlaps(Server other) {
    Set<Object> common = new LinkedHashSet<>(values);
    common.addAll(targets);
    return other.values.stream().anyMatch(common::contains)
        || other.targets.stream().anyMatch(common::contains);
  }

  /**
   * One spelling of an address or hostname: addresses as {@link IpAddress} writes them, names in
   * lower case without a final dot.
   */
  public static String normal(String value) {
    try {
      return IpAddress.of(value).toString();
    } catch (IllegalArgumentException e) {
      String name = value.toLowerCase(Locale.ROOT);
      return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
  }
}
