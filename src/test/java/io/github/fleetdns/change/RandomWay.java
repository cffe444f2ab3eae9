package io.github.fleetdns.change;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Two small zones, drawn at random, and the resources that hold them. */
final class RandomWay {
  private static final DomainName ZONE = DomainName.of("example.com");
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final List<String> IDS = List.of("x", "y", "z");
  private static final List<String> REGIONS = List.of("us-east-1", "us-west-2", "eu-west-1");

  private final Random random;

  private RandomWay(Random random) {
    this.random = random;
  }

  /** A change of one stack, from and to zones that Route 53 takes. */
  static StackChange draw(Random random) {
    RandomWay draw = new RandomWay(random);
    Map<String, List<RecordSet>> old = draw.zone();
    Map<String, List<RecordSet>> now = new LinkedHashMap<>(old);
    for (String name : NAMES) {
      int chance = random.nextInt(6);
      if (chance > 2) {
        now.put(name, draw.name(name, now));
      } else if (chance > 0) {
        now.put(name, draw.renamed(old.getOrDefault(name, List.of())));
      }
    }
    List<Resource> before = draw.resources(old, Map.of());
    return StackChange.of("s", "terraform", before, draw.resources(now, byKey(before)));
  }

  private static Map<String, String> byKey(List<Resource> resources) {
    Map<String, String> addresses = new LinkedHashMap<>();
    resources.forEach(
        r -> r.set().ifPresent(s -> addresses.put(s.set().key().toString(), r.address())));
    return addresses;
  }

  private Map<String, List<RecordSet>> zone() {
    Map<String, List<RecordSet>> zone = new LinkedHashMap<>();
    for (String name : NAMES) {
      zone.put(name, random.nextInt(3) == 0 ? List.of() : name(name, zone));
    }
    return zone;
  }

  private List<RecordSet> name(String name, Map<String, List<RecordSet>> others) {
    DomainName at = ZONE.prepend(name);
    List<RecordSet> sets = new ArrayList<>();
    switch (random.nextInt(11)) {
      case 0 -> {}
      case 1 -> sets.add(RecordSet.simple(at, RecordType.CNAME, 60, List.of("x.example.net")));
      case 2 -> {
        sets.add(simple(at));
        sets.add(RecordSet.simple(at, RecordType.TXT, ttl(), List.of("\"t\"")));
      }
      case 3, 4 -> {
        long ttl = ttl();
        for (String id : some()) {
          sets.add(routed(at, id, new RoutingPolicy.Weighted(random.nextInt(3)), ttl));
        }
      }
      case 5, 6 -> {
        List<String> regions = new ArrayList<>(REGIONS);
        Collections.shuffle(regions, random);
        for (String id : some()) {
          sets.add(routed(at, id, new RoutingPolicy.Latency(regions.remove(0)), ttl()));
        }
      }
      case 7, 8, 9 -> {
        String target = NAMES.get(random.nextInt(NAMES.size()));
        boolean leads =
            target.compareTo(name) < 0
                && others.getOrDefault(target, List.of()).stream()
                    .anyMatch(s -> s.type() == RecordType.A);
        sets.add(
            leads
                ? new RecordSet(
                    at,
                    RecordType.A,
                    Optional.empty(),
                    new Content.Alias(new AliasTarget.SameZone(ZONE.prepend(target)), true))
                : simple(at));
      }
      default -> sets.add(simple(at));
    }
    return sets;
  }

  /** The same record sets, some by other set identifiers. */
  private List<RecordSet> renamed(List<RecordSet> sets) {
    List<String> free = new ArrayList<>(IDS);
    sets.forEach(s -> s.routing().ifPresent(r -> free.remove(r.setIdentifier())));
    List<RecordSet> renamed = new ArrayList<>();
    for (RecordSet set : sets) {
      boolean other = set.routing().isPresent() && !free.isEmpty() && random.nextBoolean();
      renamed.add(
          other
              ? new RecordSet(
                  set.name(),
                  set.type(),
                  set.routing().map(r -> new Routing(free.remove(0), r.policy(), r.healthCheck())),
                  set.content())
              : set);
    }
    return renamed;
  }

  private List<String> some() {
    List<String> ids = new ArrayList<>(IDS);
    Collections.shuffle(ids, random);
    return ids.subList(0, 1 + random.nextInt(IDS.size()));
  }

  private long ttl() {
    return random.nextBoolean() ? 60 : 300;
  }

  private RecordSet simple(DomainName at) {
    return RecordSet.simple(at, RecordType.A, ttl(), List.of("192.0.2." + random.nextInt(2)));
  }

  private RecordSet routed(DomainName at, String id, RoutingPolicy policy, long ttl) {
    Optional<String> check =
        random.nextInt(4) == 0 ? Optional.of("c" + random.nextInt(2)) : Optional.empty();
    return new RecordSet(
        at,
        RecordType.A,
        Optional.of(new Routing(id, policy, check)),
        new Content.Values(ttl, List.of("192.0.2." + random.nextInt(2))));
  }

  /** The resources of a zone; most are called by what they are, as fleetdns does. */
  private List<Resource> resources(
      Map<String, List<RecordSet>> zone, Map<String, String> addressesBefore) {
    List<RecordSet> sets = new ArrayList<>();
    zone.values().forEach(sets::addAll);
    List<Resource> resources = new ArrayList<>();
    Map<RecordSet.Group, Set<String>> groups = new LinkedHashMap<>();
    Set<String> taken = new LinkedHashSet<>();
    Map<RecordSet, String> addresses = new LinkedHashMap<>();
    for (RecordSet set : sets) {
      String address = "r." + set.key().toString().replace(' ', '-').replace("\"", "");
      if (random.nextInt(6) == 0) {
        address += "-other";
      } else if (random.nextInt(6) == 0 && !addressesBefore.isEmpty()) {
        List<String> all = List.copyOf(addressesBefore.values());
        address = all.get(random.nextInt(all.size()));
      }
      while (!taken.add(address)) {
        address += "-more";
      }
      addresses.put(set, address);
      groups.computeIfAbsent(set.group(), g -> new LinkedHashSet<>()).add(address);
    }
    Set<String> checks = new LinkedHashSet<>();
    boolean refers = random.nextInt(4) > 0;
    for (RecordSet set : sets) {
      Set<String> dependencies = new LinkedHashSet<>();
      if (refers) {
        set.aliasedGroup().ifPresent(to -> dependencies.addAll(groups.getOrDefault(to, Set.of())));
      }
      Optional<String> check = set.routing().flatMap(Routing::healthCheck).map(c -> "check." + c);
      check.ifPresent(dependencies::add);
      check.ifPresent(checks::add);
      resources.add(
          new Resource(
              addresses.get(set),
              new Resource.OfSet(
                  "z", set, check, Optional.empty(), Set.of(), random.nextInt(12) == 0),
              dependencies,
              Optional.of(random.nextInt(12) == 0)));
    }
    checks.forEach(
        check ->
            resources.add(
                new Resource(
                    check,
                    new Resource.OfCheck(
                        new HealthCheck.Calculated(List.of(), 0, HealthCheck.Common.PLAIN),
                        Set.of()),
                    Set.of(),
                    Optional.of(check.endsWith("1")))));
    return resources;
  }
}
