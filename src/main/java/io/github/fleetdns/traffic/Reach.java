package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Asked;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the answers to a question can depend on: the zones that CNAMEs lead to, and in each the
 * record sets, health checks and alias targets. A loss of anything else leaves the answers as they
 * are.
 */
final class Reach {
  private final World world;
  private final Asked asked;
  private final List<Part> parts = new ArrayList<>();
  private final IdentityHashMap<HostedZone, Part> partOf = new IdentityHashMap<>();
  private final Map<String, HealthCheck> checks = new LinkedHashMap<>();
  private final Set<String> checkNames = new HashSet<>();
  private final Set<AliasTarget> targets = new HashSet<>();

  private Reach(World world, Asked asked) {
    this.world = world;
    this.asked = asked;
  }

  /** What the answers to these clients can depend on. */
  static Reach of(World world, Asked asked, Population population) {
    Reach reach = new Reach(world, asked);
    population.groups().stream()
        .map(ClientGroup::client)
        .map(client -> new Sight(client.vpcRegion(), client.vpc()))
        .distinct()
        .forEach(sight -> reach.new Walk(sight.client()).run());
    return reach;
  }

  /** What of a client decides which zones it sees. */
  private record Sight(Optional<String> vpcRegion, Optional<String> vpc) {
    Client client() {
      Client in = vpcRegion.map(Client::inVpc).orElse(Client.UNKNOWN);
      return vpc.map(in::withVpc).orElse(in);
    }
  }

  /** What of a zone is reached. */
  private static final class Part {
    private final HostedZone zone;
    private final ZoneIndex index;
    private final Set<DomainName> names = new LinkedHashSet<>();
    private final Set<String> checks = new LinkedHashSet<>();
    private boolean whole;

    Part(HostedZone zone, ZoneIndex index) {
      this.zone = zone;
      this.index = index;
    }

    /** A zone that answers as the whole one does, with as few record sets as that takes. */
    HostedZone narrowed() {
      List<RecordSet> sets = new ArrayList<>();
      names.forEach(name -> sets.addAll(index.at(name)));
      // What may delegate these names away.
      index.delegations().stream().filter(set -> !names.contains(set.name())).forEach(sets::add);
      Set<String> collections = new HashSet<>();
      sets.stream()
          .flatMap(set -> set.policy().stream())
          .filter(RoutingPolicy.Cidr.class::isInstance)
          .forEach(policy -> collections.add(((RoutingPolicy.Cidr) policy).collection()));
      Map<String, HealthCheck> few = new LinkedHashMap<>();
      checks.forEach(
          name ->
              Optional.ofNullable(zone.healthChecks().get(name)).ifPresent(c -> few.put(name, c)));
      return new HostedZone(
          zone.name(),
          zone.comment(),
          zone.tags(),
          zone.visibility(),
          sets,
          few,
          zone.cidrCollections().stream().filter(c -> collections.contains(c.name())).toList(),
          zone.unknowns());
    }
  }

  /** The question, as the clients put it. */
  Asked asked() {
    return asked;
  }

  /** The zones that are reached, in the order in which resolvers get to them. */
  List<HostedZone> zones() {
    return parts.stream().map(part -> part.zone).toList();
  }

  /**
   * The part of a zone that answers the question as the whole one does: what a situation costs
   * grows with it. Empty if only the whole zone does, or the zone is not reached.
   */
  Optional<HostedZone> part(HostedZone zone) {
    return Optional.ofNullable(partOf.get(zone)).filter(part -> !part.whole).map(Part::narrowed);
  }

  /** Whether answers may come from a name of a zone. */
  boolean has(HostedZone zone, DomainName name) {
    Part part = partOf.get(zone);
    return part != null && (part.whole || part.names.contains(name));
  }

  /** The parts, or whole zones, that the answers are read from. */
  IdentityHashMap<HostedZone, HostedZone> narrowed() {
    IdentityHashMap<HostedZone, HostedZone> narrowed = new IdentityHashMap<>();
    parts.stream()
        .filter(part -> !part.whole)
        .forEach(part -> narrowed.put(part.zone, part.narrowed()));
    return narrowed;
  }

  /** The name space, narrowed to these parts. */
  NameSpace space() {
    return world.space().narrowed(narrowed());
  }

  /** The health checks that matter, in every zone together. */
  Map<String, HealthCheck> checks() {
    return checks;
  }

  /** Whether losing more can only make checks unhealthy, never healthy. */
  boolean onlyGetsWorse() {
    return checks.values().stream().noneMatch(check -> check.common().inverted());
  }

  /** The checks whose result may change with these: themselves, and what is calculated of them. */
  Set<String> follow(Set<String> lost) {
    Set<String> all = new HashSet<>(lost);
    Deque<String> open = new ArrayDeque<>(lost);
    while (!open.isEmpty()) {
      String next = open.remove();
      for (Part part : parts) {
        part.index.parents(next).stream().filter(all::add).forEach(open::add);
      }
    }
    return all;
  }

  /** The part of the outages that matters. */
  Outages within(Outages outages) {
    return new Outages(
        only(outages.checks(), checkNames::contains),
        only(outages.withoutData(), checkNames::contains),
        only(outages.targets(), targets::contains));
  }

  private static <T> Set<T> only(Set<T> set, Predicate<T> kept) {
    Set<T> rest = new LinkedHashSet<>();
    set.stream().filter(kept).forEach(rest::add);
    return rest;
  }

  /** A name that is reached. */
  private record Node(Part part, DomainName name, RecordType type) {}

  /** The way of clients that see the same zones. */
  private final class Walk {
    private final Client client;
    private final RecordType type;
    private final Set<Node> seen = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final Set<Part> wholes = new HashSet<>();

    Walk(Client client) {
      this.client = client;
      this.type = asked.question().type().orElse(RecordType.A);
    }

    void run() {
      Question question = asked.question();
      asked.zone(client).ifPresent(zone -> open.add(new Node(partOf(zone), question.name(), type)));
      while (!open.isEmpty()) {
        Node node = open.remove();
        if (seen.add(node)) {
          visit(node);
        }
      }
    }

    private Part partOf(HostedZone zone) {
      return partOf.computeIfAbsent(
          zone,
          z -> {
            Part part = new Part(z, world.index(z));
            parts.add(part);
            return part;
          });
    }

    private void visit(Node node) {
      Part part = node.part();
      List<RecordSet> sets =
          part.index.at(node.name()).stream()
              .filter(set -> set.type() == node.type() || set.type() == RecordType.CNAME)
              .toList();
      if (sets.isEmpty()) {
        takeWhole(part);
        return;
      }
      part.names.add(node.name());
      for (RecordSet set : sets) {
        note(part, set);
        set.aliasedGroup().ifPresent(group -> open.add(new Node(part, group.name(), group.type())));
        goOn(part, set);
      }
    }

    /** A wildcard may answer, or another zone below: too far to look for a short cut. */
    private void takeWhole(Part part) {
      if (!wholes.add(part)) {
        return;
      }
      if (!part.whole) {
        part.whole = true;
        part.zone.recordSets().forEach(set -> note(part, set));
      }
      part.index.leadingOn().forEach(set -> goOn(part, set));
    }

    private void goOn(Part part, RecordSet set) {
      ZoneIndex.onward(set)
          .ifPresent(
              name ->
                  asked
                      .next(name, part.zone, client)
                      .ifPresent(zone -> open.add(new Node(partOf(zone), name, type))));
    }

    private void note(Part part, RecordSet set) {
      set.routing().flatMap(routing -> routing.healthCheck()).ifPresent(c -> addCheck(part, c));
      if (set.aliasedGroup().isEmpty()) {
        set.alias().map(Content.Alias::target).ifPresent(targets::add);
      }
    }

    private void addCheck(Part part, String name) {
      checkNames.add(name);
      HealthCheck check = part.zone.healthChecks().get(name);
      if (part.checks.add(name) && check != null) {
        checks.putIfAbsent(name, check);
        check.children().forEach(child -> addCheck(part, child));
      }
    }
  }

  /** The checks of a zone that matter. */
  Stream<String> checksOf(HostedZone zone) {
    return Stream.ofNullable(partOf.get(zone)).flatMap(part -> part.checks.stream());
  }
}
