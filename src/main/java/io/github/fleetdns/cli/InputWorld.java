package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.input.InputZones;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.traffic.TrafficModel;
import io.github.fleetdns.traffic.World;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The zones of an input as those see them whose traffic is looked at. */
final class InputWorld {
  private final World world;
  private final boolean stated;

  private InputWorld(List<ZoneInput> zones, boolean stated) {
    World all =
        World.of(
            zones.stream()
                .map(zone -> new World.Zone(InputZones.member(zone), zone.servers().all()))
                .toList());
    this.world = stated ? all.asStated() : all;
    this.stated = stated;
  }

  /**
   * The world of these zones.
   *
   * @param stated whether clients say in which VPC they are
   */
  static InputWorld of(List<ZoneInput> zones, boolean stated) {
    return new InputWorld(zones, stated);
  }

  /**
   * Names that are looked at from a zone.
   *
   * @param zone the zone whose clients ask
   * @param questions what they ask
   */
  record Names(ZoneInput zone, List<Question> questions, Population population) {
    /** Copies the list. */
    Names {
      questions = List.copyOf(questions);
    }
  }

  /**
   * A name and who asks for it.
   *
   * @param model the zone whose clients ask, and what its names lead to
   */
  record Name(ZoneInput zone, Question question, Population population, TrafficModel model) {}

  /**
   * Each name once from each place that it is asked from: on the internet first, then in the VPCs
   * of private zones; names in the order in which zones have them.
   */
  List<Name> names(List<Names> all) {
    Map<From, List<Integer>> having = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      boolean apart = all.get(i).zone().zone().isPrivate() && !stated;
      for (Question question : all.get(i).questions()) {
        From from = new From(question, apart ? OptionalInt.of(i) : OptionalInt.empty());
        having.computeIfAbsent(from, f -> new ArrayList<>()).add(i);
      }
    }
    List<List<Question>> kept = new ArrayList<>();
    all.forEach(names -> kept.add(new ArrayList<>()));
    having.forEach(
        (from, zones) -> kept.get(owner(from.question(), zones, all)).add(from.question()));
    List<Name> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Names names = all.get(i);
      if (!kept.get(i).isEmpty()) {
        TrafficModel model = world.model(names.zone().zone(), kept.get(i), names.population());
        kept.get(i)
            .forEach(
                question -> found.add(new Name(names.zone(), question, names.population(), model)));
      }
    }
    Map<Question, Integer> order = new LinkedHashMap<>();
    having.keySet().forEach(from -> order.putIfAbsent(from.question(), order.size()));
    found.sort(
        Comparator.comparing((Name name) -> order.getOrDefault(name.question(), 0))
            .thenComparing(name -> name.zone().zone().isPrivate()));
    return found;
  }

  /** What is asked from where: of private zones that are told apart, from which of them. */
  private record From(Question question, OptionalInt home) {}

  /** Of several zones that have a name, the one that answers it. */
  @SuppressWarnings("ReferenceEquality") // two equal zones of an input are two zones
  private int owner(Question question, List<Integer> having, List<Names> all) {
    int first = having.get(0);
    if (having.size() == 1) {
      return first;
    }
    Names names = all.get(first);
    Optional<HostedZone> answers =
        world.answering(question, names.zone().zone(), names.population());
    return having.stream()
        .filter(i -> all.get(i).zone().zone() == answers.orElse(null))
        .findFirst()
        .orElse(first);
  }
}
