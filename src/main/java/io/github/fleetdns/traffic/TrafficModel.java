package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Resolver;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.answer.ServersBehind;
import io.github.fleetdns.zone.HostedZone;
import java.util.List;

/** A zone and its servers, ready to be asked where the traffic of its names goes. Thread-safe. */
public final class TrafficModel {
  private final HostedZone zone;
  private final List<Server> servers;
  private final Resolver resolver;
  private final ServersBehind behind;

  private TrafficModel(HostedZone zone, List<Server> servers) {
    this.zone = zone;
    this.servers = List.copyOf(servers);
    this.resolver = Resolver.of(zone);
    this.behind = ServersBehind.of(zone, servers);
  }

  /**
   * The model of a zone.
   *
   * @param servers the servers that its answers lead to, with distinct names, in the order to show
   */
  public static TrafficModel of(HostedZone zone, List<Server> servers) {
    if (servers.stream().map(Server::name).distinct().count() < servers.size()) {
      throw new IllegalArgumentException("two servers have one name");
    }
    return new TrafficModel(zone, servers);
  }

  /** The zone. */
  public HostedZone zone() {
    return zone;
  }

  /** The servers. */
  public List<Server> servers() {
    return servers;
  }

  /** Which of the servers are behind answers. */
  ServersBehind behind() {
    return behind;
  }

  /**
   * The traffic of a name.
   *
   * @throws IllegalArgumentException if the name is not within the zone
   * @throws io.github.fleetdns.answer.TooManyOutcomesException if its tree has too many answers
   */
  public ServiceTraffic of(Question question, Population population) {
    return new ServiceTraffic(this, resolver, question, population);
  }
}
