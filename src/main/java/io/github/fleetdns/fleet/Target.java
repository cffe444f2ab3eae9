package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.IpAddress;
import java.util.List;

/** Where an endpoint is. */
public sealed interface Target {

  /**
   * IP addresses: an A record for the IPv4 ones, an AAAA record for the IPv6 ones.
   *
   * @param addresses at least one, in the author's order
   */
  record Addresses(List<IpAddress> addresses) implements Target {
    /** Requires an address; copies the list. */
    public Addresses {
      addresses = List.copyOf(addresses);
      if (addresses.isEmpty()) {
        throw new IllegalArgumentException("an endpoint needs at least one address");
      }
    }
  }

  /**
   * Another name: a CNAME record.
   *
   * @param hostname the name
   */
  record Hostname(DomainName hostname) implements Target {}
}
