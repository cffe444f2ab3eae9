package io.github.fleetdns.input;

import io.github.fleetdns.answer.Server;
import io.github.fleetdns.compile.CompiledZone;
import io.github.fleetdns.zone.HostedZone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The servers of a zone.
 *
 * @param all every server, in the author's order; their names differ
 */
public record Servers(List<Server> all) {

  /** Copies the list. */
  public Servers {
    all = List.copyOf(all);
  }

  /** The endpoints of a compiled fleet, each with the record sets that the compiler made for it. */
  public static Servers of(CompiledZone compiled) {
    return FleetServers.of(compiled);
  }

  /**
   * These servers of a zone, called as another version of the zone calls them if a fleet describes
   * that one and nobody this one.
   */
  public Servers toldApart(HostedZone zone, Servers described) {
    return ToldApart.of(zone, this, described);
  }

  /** The server of this name. */
  public Optional<Server> named(String name) {
    return all.stream().filter(server -> server.name().equals(name)).findFirst();
  }

  /** The servers in an AWS region. */
  public List<Server> in(String region) {
    return all.stream().filter(e -> e.region().filter(region::equals).isPresent()).toList();
  }

  /** The regions that any server is known to be in, in the servers' order. */
  public Set<String> regions() {
    Set<String> regions = new LinkedHashSet<>();
    all.forEach(server -> server.region().ifPresent(regions::add));
    return regions;
  }
}
