package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Overlaps;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a change does to a zone: to the traffic of its routed names, and to every other name.
 *
 * @param zone the zone's name
 * @param isPrivate whether it answers some networks only
 * @param services the routed names of either zone
 * @param names every other name and type whose record sets change: new, lost and other answers
 * @param routed the names and types, of the routed names and the inner nodes of their trees, whose
 *     record sets change; what that does is said by {@code services}
 * @param moves servers of one name that stand somewhere else afterwards
 */
public record ZoneComparison(
    DomainName zone,
    boolean isPrivate,
    List<ServiceComparison> services,
    List<NameChange> names,
    List<NameChange> routed,
    List<Move> moves) {

  /** Copies the lists. */
  public ZoneComparison {
    services = List.copyOf(services);
    names = List.copyOf(names);
    routed = List.copyOf(routed);
    moves = List.copyOf(moves);
  }

  /**
   * A server that nothing leads to as it did before.
   *
   * @param before the server
   * @param after the server of the same name
   */
  public record Move(Server before, Server after) {}

  /**
   * A zone before or after the change.
   *
   * @param world the zones that are there then, which need not have it
   * @param zone the zone; an empty one if it is not there
   * @param servers its servers, called alike on both sides
   */
  public record Side(World world, HostedZone zone, List<Server> servers) {
    /** Copies the list. */
    public Side {
      servers = List.copyOf(servers);
    }
  }

  /**
   * The servers of a zone before and after a change, called alike.
   *
   * <p>A server is the same in both if its name is, or else if it has an address, hostname or
   * target in common; it is then called as it is afterwards. Where only one of the sides says which
   * region it is in, it is in that region in both.
   *
   * @param before those before
   * @param after those afterwards
   */
  public record Counterparts(List<Server> before, List<Server> after) {
    /** Copies the lists. */
    public Counterparts {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    /** The counterparts among these. */
    public static Counterparts of(List<Server> before, List<Server> after) {
      List<Server> renamed = renamed(before, after);
      return new Counterparts(located(renamed, after), located(after, renamed));
    }
  }

  /**
   * Compares two zones that are alone, as {@link #of(Side, Side, List, Population, Runnable)} does.
   *
   * @param asked which of the questions to look at
   */
  public static ZoneComparison of(
      HostedZone before,
      List<Server> serversBefore,
      HostedZone after,
      List<Server> serversAfter,
      Population population,
      Predicate<Question> asked,
      Runnable each) {
    Counterparts same = Counterparts.of(serversBefore, serversAfter);
    return of(
        alone(before, same.before()),
        alone(after, same.after()),
        questions(before, after).stream().filter(asked).toList(),
        population,
        each);
  }

  private static Side alone(HostedZone zone, List<Server> servers) {
    World world = World.of(List.of(new World.Zone(NameSpace.Member.of(zone), servers)));
    return new Side(world, zone, servers);
  }

  /**
   * Compares a zone before and after a change, as its clients see it among the other zones.
   *
   * @param before the zone before
   * @param after the zone afterwards, of the same name
   * @param questions the questions to look at
   * @param population whose traffic it is
   * @param each called after each loss, from any thread
   */
  public static ZoneComparison of(
      Side before, Side after, List<Question> questions, Population population, Runnable each) {
    TrafficModel old = before.world().model(before.zone(), questions, population);
    TrafficModel now = after.world().model(after.zone(), questions, population);
    List<ServiceComparison> services = new ArrayList<>();
    for (Question question : questions) {
      services.add(
          ServiceComparison.of(old.of(question, population), now.of(question, population), each));
    }
    Set<DomainName> trees = new LinkedHashSet<>(RoutedNames.trees(before.zone()));
    trees.addAll(RoutedNames.trees(after.zone()));
    Map<Boolean, List<NameChange>> changes =
        NameChange.between(before.zone(), after.zone()).stream()
            .collect(Collectors.partitioningBy(c -> trees.contains(c.group().name())));
    return new ZoneComparison(
        after.zone().name(),
        after.zone().isPrivate(),
        services,
        changes.getOrDefault(false, List.of()),
        changes.getOrDefault(true, List.of()),
        moves(before.servers(), after.servers()));
  }

  /** The questions for the routed names of either zone. */
  public static Set<Question> questions(HostedZone before, HostedZone after) {
    Set<Question> questions = new LinkedHashSet<>();
    for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
      questions.addAll(RoutedNames.of(before, Optional.of(type)));
      questions.addAll(RoutedNames.of(after, Optional.of(type)));
    }
    return questions;
  }

  private static List<Server> renamed(List<Server> before, List<Server> after) {
    Set<String> known = new LinkedHashSet<>();
    after.forEach(server -> known.add(server.name()));
    Set<String> taken = new LinkedHashSet<>();
    before.forEach(server -> taken.add(server.name()));
    Overlaps overlaps = Overlaps.with(after);
    List<Server> renamed = new ArrayList<>();
    for (Server server : before) {
      Optional<Server> same =
          known.contains(server.name())
              ? Optional.empty()
              : overlaps.of(server).stream()
                  .filter(other -> !taken.contains(other.name()))
                  .findFirst();
      same.ifPresent(other -> taken.add(other.name()));
      renamed.add(same.map(other -> server.named(other.name())).orElse(server));
    }
    return renamed;
  }

  /** The servers, in the regions that the other side knows where this one does not. */
  private static List<Server> located(List<Server> servers, List<Server> others) {
    Map<String, Optional<String>> regions = new HashMap<>();
    others.forEach(other -> regions.put(other.name(), other.region()));
    return servers.stream()
        .map(
            server ->
                server.region().isPresent()
                    ? server
                    : server.in(regions.getOrDefault(server.name(), Optional.empty())))
        .toList();
  }

  private static List<Move> moves(List<Server> before, List<Server> after) {
    Map<String, Server> named = new HashMap<>();
    after.forEach(other -> named.put(other.name(), other));
    List<Move> moves = new ArrayList<>();
    for (Server server : before) {
      Optional.ofNullable(named.get(server.name()))
          .filter(other -> !other.overlaps(server))
          .filter(other -> server.isSomewhere() && other.isSomewhere())
          .ifPresent(other -> moves.add(new Move(server, other)));
    }
    return moves;
  }

  /** Whether nothing changes. */
  public boolean isNothing() {
    return names.isEmpty()
        && routed.isEmpty()
        && moves.isEmpty()
        && services.stream().allMatch(ServiceComparison::isNothing);
  }
}
