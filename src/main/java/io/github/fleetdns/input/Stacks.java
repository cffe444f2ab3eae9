package io.github.fleetdns.input;

import io.github.fleetdns.answer.Server;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.Unknowns;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Several inputs of one hosted zone, as one: a stack makes the zone, others look it up and add to
 * it.
 *
 * <p>Zones of different files are one if their name and visibility are the same, at most one of
 * them is made rather than looked up, no two have different ids, and, of private zones, their
 * networks are not all different. What is called alike in two of them is told apart by its stack.
 */
final class Stacks {
  private Stacks() {}

  private record Identity(DomainName name, boolean isPrivate) {}

  /** The zones, those of several stacks put together; in the order of their first parts. */
  static List<ZoneInput> together(List<ZoneInput> zones) {
    Map<Identity, List<ZoneInput>> same = new LinkedHashMap<>();
    for (ZoneInput zone : zones) {
      same.computeIfAbsent(
              new Identity(zone.zone().name(), zone.zone().isPrivate()), i -> new ArrayList<>())
          .add(zone);
    }
    return same.values().stream().flatMap(all -> join(all).stream()).toList();
  }

  private static List<ZoneInput> join(List<ZoneInput> all) {
    if (all.size() == 1 || !areOne(all)) {
      return all;
    }
    return List.of(new Joint(all).zone());
  }

  private static boolean areOne(List<ZoneInput> all) {
    boolean sources = all.stream().map(ZoneInput::source).distinct().count() == all.size();
    boolean made = all.stream().filter(ZoneInput::isManaged).count() <= 1;
    boolean ids = all.stream().flatMap(zone -> zone.id().stream()).distinct().count() <= 1;
    return sources && made && ids && shareNetworks(all);
  }

  /** Whether the networks, where they are known, have one in common with those before. */
  private static boolean shareNetworks(List<ZoneInput> all) {
    Set<String> known = new LinkedHashSet<>();
    for (ZoneInput zone : all) {
      if (zone.zone().visibility() instanceof Visibility.Private inside) {
        Set<String> vpcs =
            inside.vpcs().stream().map(Visibility.Vpc::id).collect(Collectors.toSet());
        if (!vpcs.isEmpty() && !known.isEmpty() && Collections.disjoint(vpcs, known)) {
          return false;
        }
        known.addAll(vpcs);
      }
    }
    return true;
  }

  /** The zone in the making. */
  private static final class Joint {
    private final List<ZoneInput> parts;
    private final ZoneInput main;
    private final List<RecordSet> sets = new ArrayList<>();
    private final Map<String, HealthCheck> checks = new LinkedHashMap<>();
    private final Map<String, CidrCollection> collections = new LinkedHashMap<>();
    private final Map<String, Server> servers = new LinkedHashMap<>();
    private final List<Unknowns.Unplaced> unplaced = new ArrayList<>();
    private final Map<RecordSet.Key, Set<Unknowns.Part>> open = new LinkedHashMap<>();
    private final Set<String> openChecks = new LinkedHashSet<>();
    private final Set<Visibility.Vpc> vpcs = new LinkedHashSet<>();

    Joint(List<ZoneInput> parts) {
      this.parts = parts;
      this.main = parts.stream().filter(ZoneInput::isManaged).findFirst().orElse(parts.get(0));
    }

    ZoneInput zone() {
      parts.forEach(this::add);
      HostedZone like = main.zone();
      HostedZone zone =
          new HostedZone(
              like.name(),
              like.comment(),
              like.tags(),
              like.isPrivate()
                  ? new Visibility.Private(List.copyOf(vpcs))
                  : new Visibility.Public(),
              sets,
              checks,
              List.copyOf(collections.values()),
              new Unknowns(unplaced, open, openChecks));
      return new ZoneInput(
          zone,
          parts.stream().map(ZoneInput::source).collect(Collectors.joining(", ")),
          parts.stream().flatMap(part -> part.problems().stream()).toList(),
          new Servers(List.copyOf(servers.values())),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          parts);
    }

    private void add(ZoneInput part) {
      HostedZone zone = part.zone();
      UnaryOperator<String> check =
          name -> checks.containsKey(name) ? name + " (" + part.stack() + ")" : name;
      Map<String, String> renamed = new LinkedHashMap<>();
      zone.healthChecks().keySet().forEach(name -> renamed.put(name, check.apply(name)));
      Map<String, String> cidr = new LinkedHashMap<>();
      zone.cidrCollections()
          .forEach(
              collection ->
                  cidr.put(
                      collection.name(),
                      collections.containsKey(collection.name())
                          ? collection.name() + " (" + part.stack() + ")"
                          : collection.name()));
      UnaryOperator<String> checkNow = name -> renamed.getOrDefault(name, name);
      zone.recordSets().forEach(set -> sets.add(renamed(set, checkNow, cidr)));
      zone.healthChecks()
          .forEach((name, one) -> checks.put(checkNow.apply(name), one.counting(checkNow)));
      zone.cidrCollections()
          .forEach(
              collection -> {
                String name = cidr.getOrDefault(collection.name(), collection.name());
                collections.put(name, new CidrCollection(name, collection.locations()));
              });
      for (Server server : part.servers().all()) {
        Server now = server.checkedBy(checkNow);
        boolean taken = servers.containsKey(server.name());
        String name = taken ? server.name() + " (" + part.stack() + ")" : server.name();
        servers.put(name, now.named(name));
      }
      unplaced.addAll(zone.unknowns().unplaced());
      open.putAll(zone.unknowns().parts());
      zone.unknowns().checks().forEach(name -> openChecks.add(checkNow.apply(name)));
      if (zone.visibility() instanceof Visibility.Private inside) {
        vpcs.addAll(inside.vpcs());
      }
    }

    private static RecordSet renamed(
        RecordSet set, UnaryOperator<String> check, Map<String, String> cidr) {
      RecordSet checked = set.checkedBy(check);
      if (checked.routing().isEmpty()) {
        return checked;
      }
      Routing routing = checked.routing().get();
      return routing.policy() instanceof RoutingPolicy.Cidr by
          ? new RecordSet(
              set.name(),
              set.type(),
              Optional.of(
                  new Routing(
                      routing.setIdentifier(),
                      new RoutingPolicy.Cidr(
                          cidr.getOrDefault(by.collection(), by.collection()), by.location()),
                      routing.healthCheck())),
              set.content())
          : checked;
    }
  }
}
