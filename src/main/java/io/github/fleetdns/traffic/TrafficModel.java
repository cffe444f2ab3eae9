package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.answer.ServersBehind;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A zone, the zones that its names lead to, and their servers, ready to be asked where the traffic
 * of the names goes. Thread-safe.
 */
public final class TrafficModel {
  private final World world;
  private final HostedZone home;
  private final Map<Question, Reach> reaches = new HashMap<>();
  private final Tenants tenants;
  private final List<Loss> losses;

  private TrafficModel(
      World world, HostedZone home, Population population, List<Question> questions) {
    this.world = world;
    this.home = home;
    questions.forEach(
        question ->
            reaches.put(question, Reach.of(world, world.asked(question, home), population)));
    this.tenants = Tenants.of(world, home, questions.stream().map(reaches::get).toList());
    this.losses = Losses.single(checks(), tenants.servers());
  }

  @SuppressWarnings("ReferenceEquality") // two equal zones of an input are two zones
  private Set<String> checks() {
    Set<String> checks = new LinkedHashSet<>(home.healthChecks().keySet());
    for (HostedZone zone : tenants.zones()) {
      if (zone != home) {
        reaches.values().stream().flatMap(reach -> reach.checksOf(zone)).forEach(checks::add);
      }
    }
    return checks;
  }

  /**
   * The model of a zone that is alone.
   *
   * @param servers the servers that its answers lead to, with distinct names, in the order to show
   */
  public static TrafficModel of(HostedZone zone, List<Server> servers) {
    World alone = World.of(List.of(new World.Zone(NameSpace.Member.of(zone), servers)));
    return new TrafficModel(alone, zone, Population.of(zone), List.of());
  }

  static TrafficModel of(
      World world, HostedZone home, List<Question> questions, Population population) {
    TrafficModel model = new TrafficModel(world, home, population, questions);
    IdentityHashMap<HostedZone, World.Zone> apart = ChecksApart.in(world, model.tenants.zones());
    if (apart.isEmpty()) {
      return model;
    }
    List<World.Zone> zones = new ArrayList<>();
    for (World.Zone zone : world.zones()) {
      zones.add(apart.getOrDefault(zone.zone(), zone));
    }
    // The home comes first, and the first one's checks keep their names.
    return new TrafficModel(world.with(zones), home, population, questions);
  }

  /** The zone whose clients ask. */
  public HostedZone zone() {
    return home;
  }

  /** The servers: those of the zone, then those that its names lead to in others. */
  public List<Server> servers() {
    return tenants.servers();
  }

  /** Every single loss. */
  public List<Loss> singleLosses() {
    return losses;
  }

  /** Which of the servers are behind answers. */
  ServersBehind behind() {
    return tenants.behind();
  }

  /**
   * The traffic of a name.
   *
   * @param question one of those that the model was made for, or any question if the zone is alone
   * @throws io.github.fleetdns.answer.TooManyOutcomesException if its tree has too many answers
   */
  public ServiceTraffic of(Question question, Population population) {
    Reach reach = reaches.get(question);
    return new ServiceTraffic(
        this,
        question,
        population,
        reach == null ? Reach.of(world, world.asked(question, home), population) : reach);
  }
}
