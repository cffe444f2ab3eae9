package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Outcome;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.answer.Step;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * that gets eight of more (multivalue). Of several servers with one address the record set says
 * which it stands for. Where none of them has a record set of its own there, nothing tells them
 * apart: they share equally, and {@link #ambiguous()} says so.
 */
final class Attribution {
  private final Map<String, List<Server>> byValue = new HashMap<>();
  private final Map<AliasTarget, List<Server>> byTarget = new HashMap<>();
  private final Map<String, String> normal = new ConcurrentHashMap<>();
  private final Map<String, Destination> destinations = new ConcurrentHashMap<>();
  private final Set<String> ambiguous = ConcurrentHashMap.newKeySet();

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

  Attribution(List<Server> servers) {
    for (Server server : servers) {
      server
          .values()
          .forEach(v -> byValue.computeIfAbsent(v, key -> new ArrayList<>()).add(server));
      server
          .targets()
          .forEach(t -> byTarget.computeIfAbsent(t, key -> new ArrayList<>()).add(server));
    }
  }

  /** The parts of an answer; their shares add up to 1. */
  List<Part> parts(Answer answer) {
    List<Part> parts = new ArrayList<>();
    add(answer, BigFraction.ONE, OptionalLong.empty(), Set.of(), parts);
    return parts;
  }

  /** The split of these parts. */
  static Shares shares(List<Part> parts) {
    Map<Destination, BigFraction> sums = new LinkedHashMap<>();
    parts.forEach(part -> sums.merge(part.to(), part.share(), BigFraction::add));
    return Shares.of(sums);
  }

  private void add(
      Answer answer, BigFraction share, OptionalLong ttl, Set<String> checks, List<Part> parts) {
    if (answer.outcomes().isEmpty()) {
      parts.add(new Part(Destination.nobody(), share, ttl, checks, Optional.empty()));
    }
    for (Outcome outcome : answer.outcomes()) {
      add(
          outcome,
          share.multiply(outcome.share()),
          longer(ttl, outcome.ttl()),
          with(checks, outcome.path()),
          parts);
    }
  }

  private void add(
      Outcome outcome, BigFraction share, OptionalLong ttl, Set<String> checks, List<Part> parts) {
    if (outcome.followed().isPresent()) {
      add(outcome.followed().get(), share, ttl, checks, parts);
      return;
    }
    if (!outcome.isAnswered()) {
      parts.add(new Part(Destination.nobody(), share, ttl, checks, Optional.empty()));
      return;
    }
    List<RecordSet> sets = lastSets(outcome.path());
    if (outcome.target().isPresent()) {
      AliasTarget target = outcome.target().get();
      Destination resource = new Destination.Elsewhere(titleOf(target));
      split(
          byTarget.getOrDefault(target, List.of()),
          new Part(resource, share, ttl, checks, outcome.target()),
          sets,
          parts);
      return;
    }
    Map<String, List<RecordSet>> setsOf = new LinkedHashMap<>();
    for (RecordSet set : sets) {
      set.values().forEach(v -> setsOf.computeIfAbsent(v, key -> new ArrayList<>()).add(set));
    }
    BigFraction each = share.divide(outcome.records().size());
    for (String value : outcome.records()) {
      String text = normal.computeIfAbsent(value, Server::normal);
      split(
          byValue.getOrDefault(text, List.of()),
          new Part(new Destination.Elsewhere(text), each, ttl, checks, Optional.empty()),
          setsOf.getOrDefault(value, List.of()),
          parts);
    }
  }

  /** Splits a part that leads to one value or target among the servers that have it. */
  private void split(List<Server> servers, Part part, List<RecordSet> sets, List<Part> parts) {
    if (servers.isEmpty()) {
      parts.add(part);
      return;
    }
    List<Server> meant = servers.size() == 1 ? servers : meant(servers, sets);
    if (meant.size() > 1 && !standFor(meant, sets)) {
      ambiguous.add(
          part.to().title()
              + " is the address of "
              + String.join(" and ", meant.stream().map(Server::name).toList())
              + ", and the record set does not say of which: they are taken to share equally");
    }
    BigFraction each = part.share().divide(meant.size());
    for (Server server : meant) {
      parts.add(new Part(destinationOf(server), each, part.ttl(), part.checks(), part.target()));
    }
  }

  /** One object for each server, since there are many parts. */
  private Destination destinationOf(Server server) {
    return destinations.computeIfAbsent(server.name(), Destination.ToServer::new);
  }

  /** Which of several servers at one address the record sets stand for; all if none of them. */
  private static List<Server> meant(List<Server> servers, List<RecordSet> sets) {
    List<Server> meant =
        servers.stream().filter(server -> sets.stream().anyMatch(server::answersWith)).toList();
    return meant.isEmpty() ? servers : meant;
  }

  private static boolean standFor(List<Server> servers, List<RecordSet> sets) {
    return servers.stream().allMatch(server -> sets.stream().anyMatch(server::answersWith));
  }

  /** What could not be told apart so far, in sentences; in an order of their own. */
  List<String> ambiguous() {
    return ambiguous.stream().sorted().toList();
  }

  private static List<RecordSet> lastSets(List<Step> path) {
    return path.isEmpty() ? List.of() : path.get(path.size() - 1).sets();
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

  private static String titleOf(AliasTarget target) {
    if (target instanceof AliasTarget.AwsResource resource) {
      return Server.normal(resource.dnsName());
    }
    if (target instanceof AliasTarget.LookedUpLoadBalancer balancer) {
      return "load balancer " + balancer.name() + " in " + balancer.region();
    }
    return target instanceof AliasTarget.Reference reference
        ? reference.dnsName()
        : ((AliasTarget.SameZone) target).name().toString();
  }
}
