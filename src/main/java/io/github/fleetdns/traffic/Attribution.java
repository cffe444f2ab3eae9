package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Either;
import io.github.fleetdns.answer.Outcome;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.answer.ServersBehind;
import io.github.fleetdns.answer.Step;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Which servers an answer's clients go to.
 *
 * <p>A client that gets several values takes any of them, each as likely as the others; so does one
 * that gets eight of more (multivalue). Which servers are behind a value {@link ServersBehind}
 * knows. Where nothing tells several of them apart they share equally, and {@link #remarks()} says
 * so.
 */
final class Attribution {
  private static final Way START =
      new Way(BigFraction.ONE, OptionalLong.empty(), Set.of(), List.of());

  private final ServersBehind servers;
  private final Map<String, Destination> destinations = new ConcurrentHashMap<>();
  private final Set<String> remarks = ConcurrentHashMap.newKeySet();

  /**
   * A part of a client's traffic.
   *
   * @param to where it goes
   * @param share how much of the client's traffic, above 0
   * @param ttl for how long resolvers may keep sending it there, in seconds; empty if unknown
   * @param checks the health checks on the way
   * @param target the AWS resource at its end, if it ends at one
   */
  record Part(
      Destination to,
      BigFraction share,
      OptionalLong ttl,
      Set<String> checks,
      Optional<AliasTarget> target) {}

  Attribution(ServersBehind servers) {
    this.servers = servers;
  }

  /** The parts of an answer; their shares add up to 1. */
  List<Part> parts(Answer answer) {
    return parts(answer.outcomes(), START);
  }

  /**
   * What of an answer could be otherwise.
   *
   * @param doubts where traffic could go
   * @param parts the parts of all these ways
   */
  record Otherwise(Doubts doubts, List<Part> parts) {
    static final Otherwise NOTHING = new Otherwise(Doubts.NONE, List.of());
  }

  /**
   * What of an answer could be otherwise.
   *
   * @param known the parts of outcomes that were met before: clients whom nothing else tells apart
   *     share them
   */
  Otherwise otherwise(Answer answer, IdentityHashMap<List<Outcome>, Split> known) {
    List<Part> parts = new ArrayList<>();
    Doubts doubts = doubts(answer.eithers(), answer.outcomes(), START, known, parts);
    return doubts.isEmpty() ? Otherwise.NOTHING : new Otherwise(doubts, parts);
  }

  private Doubts doubts(
      List<Either> eithers,
      List<Outcome> outcomes,
      Way to,
      IdentityHashMap<List<Outcome>, Split> known,
      List<Part> parts) {
    List<Doubts.Doubt> doubts = new ArrayList<>();
    for (Either either : eithers) {
      List<Doubts.Way> ways = new ArrayList<>();
      for (Either.Way way : either.ways()) {
        Split its =
            to.equals(START)
                ? known.computeIfAbsent(way.outcomes(), of -> split(of, START))
                : split(way.outcomes(), to);
        parts.addAll(its.parts());
        ways.add(
            new Doubts.Way(
                way.region(),
                its.shares(),
                doubts(way.eithers(), way.outcomes(), to, known, parts)));
      }
      doubts.add(new Doubts.Doubt(either.share(), ways));
    }
    for (Outcome outcome : outcomes) {
      // What a way of an either leads to is in doubt with that way.
      if (outcome.followed().isPresent() && eithers.stream().noneMatch(e -> e.takes(outcome))) {
        Answer next = outcome.followed().get();
        doubts.addAll(
            doubts(next.eithers(), next.outcomes(), after(outcome, to), known, parts)
                .ofPart(outcome.share()));
      }
    }
    return Doubts.of(doubts);
  }

  /** The parts of outcomes, and their split. */
  record Split(List<Part> parts, Shares shares) {}

  private Split split(List<Outcome> outcomes, Way way) {
    List<Part> parts = parts(outcomes, way);
    return new Split(parts, shares(parts));
  }

  private List<Part> parts(List<Outcome> outcomes, Way way) {
    List<Part> parts = new ArrayList<>();
    add(outcomes, way, parts);
    return parts;
  }

  /** The way to the answer of the question that an outcome's CNAME leads to. */
  private Way after(Outcome outcome, Way way) {
    List<Step> path = outcome.path();
    return new Way(
        BigFraction.ONE,
        longer(way.ttl(), outcome.ttl()),
        with(way.checks(), path),
        servers.onTheWay(path, path.size(), way.leading()));
  }

  /**
   * How a part of the traffic came here.
   *
   * @param leading the servers that the last record set on the way that stands for any stands for
   */
  private record Way(
      BigFraction share, OptionalLong ttl, Set<String> checks, List<Server> leading) {
    Part to(Destination to, BigFraction part, Optional<AliasTarget> target) {
      return new Part(to, part, ttl, checks, target);
    }
  }

  /** The split of these parts. */
  static Shares shares(List<Part> parts) {
    Map<Destination, BigFraction> sums = new LinkedHashMap<>();
    parts.forEach(part -> sums.merge(part.to(), part.share(), BigFraction::add));
    return Shares.of(sums);
  }

  private void add(List<Outcome> outcomes, Way way, List<Part> parts) {
    if (outcomes.isEmpty()) {
      parts.add(way.to(Destination.nobody(), way.share(), Optional.empty()));
    }
    for (Outcome outcome : outcomes) {
      add(
          outcome,
          new Way(
              way.share().multiply(outcome.share()),
              longer(way.ttl(), outcome.ttl()),
              with(way.checks(), outcome.path()),
              way.leading()),
          parts);
    }
  }

  private void add(Outcome outcome, Way way, List<Part> parts) {
    List<Step> path = outcome.path();
    if (outcome.followed().isPresent()) {
      List<Server> leading = servers.onTheWay(path, path.size(), way.leading());
      add(
          outcome.followed().get().outcomes(),
          new Way(way.share(), way.ttl(), way.checks(), leading),
          parts);
      return;
    }
    if (!outcome.isAnswered()) {
      parts.add(way.to(Destination.nobody(), way.share(), Optional.empty()));
      return;
    }
    List<Server> leading = servers.onTheWay(path, path.size() - 1, way.leading());
    List<RecordSet> sets = ServersBehind.lastSets(path);
    if (outcome.target().isPresent()) {
      AliasTarget target = outcome.target().get();
      split(
          servers.at(target, sets, leading),
          way.to(new Destination.Elsewhere(target.title()), way.share(), outcome.target()),
          leading,
          parts);
      return;
    }
    Map<String, List<RecordSet>> setsOf = new LinkedHashMap<>();
    for (RecordSet set : sets) {
      set.values().forEach(v -> setsOf.computeIfAbsent(v, key -> new ArrayList<>()).add(set));
    }
    BigFraction each = way.share().divide(outcome.records().size());
    for (String value : outcome.records()) {
      split(
          servers.at(value, setsOf.getOrDefault(value, List.of()), leading),
          way.to(new Destination.Elsewhere(servers.spelled(value)), each, Optional.empty()),
          leading,
          parts);
    }
  }

  /** Splits a part that leads to one value or target among the servers behind it. */
  private void split(ServersBehind.Found found, Part part, List<Server> leading, List<Part> parts) {
    List<Server> to = found.servers();
    if (to.isEmpty()) {
      parts.add(part);
      return;
    }
    remark(found, part.to(), leading);
    BigFraction each = part.share().divide(to.size());
    for (Server server : to) {
      parts.add(new Part(destinationOf(server), each, part.ttl(), part.checks(), part.target()));
    }
  }

  private void remark(ServersBehind.Found found, Destination at, List<Server> leading) {
    if (found.isAmbiguous()) {
      remarks.add(
          at.title()
              + " is where "
              + names(found.servers())
              + (found.how() == ServersBehind.How.VALUE
                  ? " are, and no record set on the way says which of them is meant"
                  : " are, and one answer is for all of them")
              + ": they are taken to share equally");
    }
    if (found.how() == ServersBehind.How.RECORD_SET
        && leading.stream().anyMatch(server -> !server.derived())
        && !found.servers().containsAll(leading)) {
      remarks.add(
          names(leading)
              + " leads to a record set of "
              + names(found.servers())
              + ", and is counted as that");
    }
  }

  private static String names(List<Server> servers) {
    return String.join(" and ", servers.stream().map(Server::name).toList());
  }

  /** One object for each server, since there are many parts. */
  private Destination destinationOf(Server server) {
    return destinations.computeIfAbsent(server.name(), Destination.ToServer::new);
  }

  /** What could not be told apart so far, in sentences; in an order of their own. */
  List<String> remarks() {
    return remarks.stream().sorted().toList();
  }

  /** Of several answers that resolvers keep, the one they keep longest. */
  private static OptionalLong longer(OptionalLong one, OptionalLong other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
  }

  private static Set<String> with(Set<String> checks, List<Step> path) {
    Set<String> all = new HashSet<>(checks);
    for (Step step : path) {
      for (RecordSet set : step.sets()) {
        set.routing().flatMap(r -> r.healthCheck()).ifPresent(all::add);
      }
    }
    return all.size() == checks.size() ? checks : all;
  }
}
