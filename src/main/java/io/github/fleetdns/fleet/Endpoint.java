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
 * @param ttl the TTL of its records in seconds; the fleet's if empty
 */
public record Endpoint(String name, Optional<String> region, Target target, OptionalLong ttl) {

  /** What an endpoint may be called: a DNS label in lower or upper case, 1–63 characters. */
  public static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  /** Requires a valid name and TTL. */
  public Endpoint {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is no DNS label");
    }
    ttl.ifPresent(Checks::ttl);
  }

  /**
   * A server at addresses.
   *
   * @throws IllegalArgumentException if the name is no DNS label or an address is none
   */
  public static Endpoint at(String name, String... addresses) {
    return new Endpoint(
        name,
        Optional.empty(),
        new Target.Addresses(Stream.of(addresses).map(IpAddress::of).toList()),
        OptionalLong.empty());
  }

  /**
   * A server behind another name.
   *
   * @throws IllegalArgumentException if one of the names is none
   */
  public static Endpoint behind(String name, String hostname) {
    return new Endpoint(
        name, Optional.empty(), new Target.Hostname(DomainName.of(hostname)), OptionalLong.empty());
  }

  /** The same server in an AWS region. */
  public Endpoint in(String region) {
    return new Endpoint(name, Optional.of(region), target, ttl);
  }

  /** The same server with a TTL in seconds. */
  public Endpoint withTtl(long seconds) {
    return new Endpoint(name, region, target, OptionalLong.of(seconds));
  }
}
