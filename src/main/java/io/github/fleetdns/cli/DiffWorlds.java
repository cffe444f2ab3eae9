package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.input.InputZones;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.traffic.World;
import io.github.fleetdns.traffic.ZoneComparison;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** What was and what shall be, each with all of its zones: names move between zones, too. */
final class DiffWorlds {
  private final List<Pair> pairs;
  private final World before;
  private final World after;
  private final boolean stated;
  private final List<ZoneComparison.Counterparts> servers = new ArrayList<>();

  /**
   * A zone before and after.
   *
   * @param before the zone; an empty one where that side does not have it
   * @param after the same of the other side
   * @param population whose traffic it is
   */
  record Pair(Side before, Side after, Population population) {}

  /**
   * A zone of either side.
   *
   * @param zone the zone; an empty one where the side does not have it
   * @param input what it was read from, if the side has it
   * @param servers its servers
   */
  record Side(HostedZone zone, Optional<ZoneInput> input, List<Server> servers) {}

  /**
   * Both worlds.
   *
   * @param stated whether clients say in which VPC they are
   */
  DiffWorlds(List<Pair> pairs, boolean stated) {
    this.pairs = List.copyOf(pairs);
    this.stated = stated;
    List<World.Zone> old = new ArrayList<>();
    List<World.Zone> now = new ArrayList<>();
    for (Pair pair : pairs) {
      ZoneComparison.Counterparts same =
          ZoneComparison.Counterparts.of(pair.before().servers(), pair.after().servers());
      servers.add(same);
      pair.before().input().ifPresent(in -> old.add(zone(in, same.before())));
      pair.after().input().ifPresent(in -> now.add(zone(in, same.after())));
    }
    this.before = world(old);
    this.after = world(now);
  }

  private static World.Zone zone(ZoneInput input, List<Server> servers) {
    return new World.Zone(InputZones.member(input), servers);
  }

  private World world(List<World.Zone> zones) {
    World world = World.of(zones);
    return stated ? world.asStated() : world;
  }

  /** What the change does to a pair, by position. */
  ZoneComparison compare(int pair, List<Question> questions, Runnable each) {
    Pair of = pairs.get(pair);
    ZoneComparison.Counterparts same = servers.get(pair);
    return ZoneComparison.of(
        new ZoneComparison.Side(before, of.before().zone(), same.before()),
        new ZoneComparison.Side(after, of.after().zone(), same.after()),
        questions,
        of.population(),
        each);
  }

  /**
   * The questions that each pair shows: every name once from each place that it is asked from, in
   * the zone that answers it afterwards, or did before.
   */
  List<List<Question>> questions(List<Predicate<Question>> asked) {
    Map<From, List<Integer>> having = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      boolean apart = pair.after().zone().isPrivate() && !stated;
      Set<Question> questions = ZoneComparison.questions(pair.before().zone(), pair.after().zone());
      for (Question question : questions) {
        if (asked.get(i).test(question)) {
          From from = new From(question, apart ? OptionalInt.of(i) : OptionalInt.empty());
          having.computeIfAbsent(from, f -> new ArrayList<>()).add(i);
        }
      }
    }
    List<List<Question>> shown = new ArrayList<>();
    pairs.forEach(pair -> shown.add(new ArrayList<>()));
    having.forEach((from, in) -> shown.get(owner(from.question(), in)).add(from.question()));
    return shown;
  }

  private record From(Question question, OptionalInt home) {}

  @SuppressWarnings("ReferenceEquality") // two equal zones of an input are two zones
  private int owner(Question question, List<Integer> having) {
    int first = having.get(0);
    if (having.size() == 1) {
      return first;
    }
    Pair pair = pairs.get(first);
    Optional<HostedZone> now = after.answering(question, pair.after().zone(), pair.population());
    Optional<HostedZone> old = before.answering(question, pair.before().zone(), pair.population());
    return having.stream()
        .filter(i -> pairs.get(i).after().zone() == now.orElse(null))
        .findFirst()
        .or(
            () ->
                having.stream()
                    .filter(i -> pairs.get(i).before().zone() == old.orElse(null))
                    .findFirst())
        .orElse(first);
  }
}
