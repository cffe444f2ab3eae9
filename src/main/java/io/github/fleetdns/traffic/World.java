package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Asked;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.zone.HostedZone;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The zones of an input as one name space, and who serves the clients of each. Thread-safe.
 *
 * <p>Traffic is looked at from a zone, its home: on the internet of a public one, in its VPCs of a
 * private one. Which zone answers, and which others CNAMEs lead to, the name space says.
 */
public final class World {
  private final List<Zone> zones;
  private final NameSpace space;
  private final IdentityHashMap<HostedZone, ZoneIndex> indices = new IdentityHashMap<>();
  private final IdentityHashMap<HostedZone, Zone> byZone = new IdentityHashMap<>();

  /**
   * A zone of a world.
   *
   * @param member the zone
   * @param servers the servers that its answers lead to, with distinct names, in the order to show
   */
  public record Zone(NameSpace.Member member, List<Server> servers) {
    /** Copies the list; requires distinct names. */
    public Zone {
      servers = List.copyOf(servers);
      if (servers.stream().map(Server::name).distinct().count() < servers.size()) {
        throw new IllegalArgumentException("two servers have one name");
      }
    }

    HostedZone zone() {
      return member.zone();
    }
  }

  private final boolean stated;

  private World(List<Zone> zones, boolean stated) {
    this.zones = List.copyOf(zones);
    this.stated = stated;
    this.space = NameSpace.of(zones.stream().map(Zone::member).toList());
    zones.forEach(zone -> indices.put(zone.zone(), ZoneIndex.of(zone.zone())));
    zones.forEach(zone -> byZone.put(zone.zone(), zone));
  }

  /** A world of these zones. */
  public static World of(List<Zone> zones) {
    return new World(zones, false);
  }

  /** The same for clients that say themselves in which VPC they are, whatever their home. */
  public World asStated() {
    return new World(zones, true);
  }

  World with(List<Zone> others) {
    return new World(others, stated);
  }

  /** The zones as one name space. */
  public NameSpace space() {
    return space;
  }

  List<Zone> zones() {
    return zones;
  }

  Zone of(HostedZone zone) {
    Zone of = byZone.get(zone);
    if (of == null) {
      throw new IllegalArgumentException("no zone of this world: " + zone.name());
    }
    return of;
  }

  ZoneIndex index(HostedZone zone) {
    ZoneIndex index = indices.get(zone);
    if (index == null) {
      throw new IllegalArgumentException("no zone of this world: " + zone.name());
    }
    return index;
  }

  /** A question that the clients of a zone ask. */
  Asked asked(Question question, HostedZone home) {
    return stated ? Asked.of(space, question) : Asked.of(space, question, home);
  }

  /**
   * The zone that answers the first clients of a population; empty if none is around the name for
   * them.
   *
   * @param home the zone whose clients ask
   */
  public Optional<HostedZone> answering(Question question, HostedZone home, Population population) {
    Client first = population.groups().get(0).client();
    return asked(question, home).zone(first);
  }

  /**
   * The traffic of names that are asked for by the clients of a zone, with the servers of every
   * zone that these names lead to.
   *
   * @param home the zone; it need not be one of this world
   * @param questions what will be asked of the model
   */
  public TrafficModel model(HostedZone home, List<Question> questions, Population population) {
    return TrafficModel.of(this, home, questions, population);
  }
}
