package io.github.fleetdns.conformance;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A random zone: trees of aliases up to four levels deep whose branches are shared at times, with
 * every policy and every kind of health check, beside wildcards, delegations and CNAMEs.
 */
final class RandomZone {
  private static final DomainName APEX = DomainName.of("example.com");
  private static final int DEEPEST = 4;
  private static final int ENDPOINTS = 8;
  private static final List<RecordType> TREE_TYPES =
      List.of(RecordType.A, RecordType.A, RecordType.AAAA, RecordType.TXT);

  private final Random random;
  private final boolean secluded;
  private final RandomPolicies policies;
  private final List<RecordSet> sets = new ArrayList<>();
  private final Map<String, HealthCheck> checks = new LinkedHashMap<>();
  private final Map<RecordSet.Group, Integer> depths = new LinkedHashMap<>();
  private int counter;

  private RandomZone(Random random) {
    this.random = random;
    this.secluded = oneIn(6);
    this.policies = new RandomPolicies(random, secluded);
  }

  static HostedZone of(Random random) {
    return new RandomZone(random).build();
  }

  private HostedZone build() {
    addChecks();
    sets.add(
        RecordSet.simple(APEX, RecordType.SOA, 900, List.of("ns.example.net. a.b. 1 2 3 4 5")));
    sets.add(RecordSet.simple(APEX, RecordType.NS, 172_800, List.of("ns.example.net.")));
    int trees = 1 + random.nextInt(3);
    for (int i = 0; i < trees; i++) {
      String owner =
          of(List.of("t" + i, "*.w" + i, "deep.down" + i, i == 0 ? "@" : "*", "*.down" + i));
      group(
          ZoneText.nameOf(owner, APEX),
          TREE_TYPES.get(random.nextInt(TREE_TYPES.size())),
          oneIn(6) ? 0 : 1 + random.nextInt(DEEPEST));
    }
    addNames();
    Visibility visibility =
        secluded
            ? new Visibility.Private(
                List.of(new Visibility.Vpc("vpc-eu-central-1", Optional.of("eu-central-1"))))
            : new Visibility.Public();
    return new HostedZone(
        APEX, "", Map.of(), visibility, sets, checks, List.of(RandomPolicies.NETS));
  }

  private void addChecks() {
    for (int i = 0; i < ENDPOINTS; i++) {
      String kind =
          of(
              List.of(
                  "http",
                  "tcp",
                  "https searching ready",
                  "routing-control",
                  "alarm healthy-without-data",
                  "alarm unhealthy-without-data",
                  "alarm last-known-without-data"));
      checks.put("c" + i, CheckText.read(kind + turned()));
    }
    for (int i = 0; i < ENDPOINTS / 2; i++) {
      List<String> children = new ArrayList<>();
      for (String name : checks.keySet()) {
        if (oneIn(3)) {
          children.add(name);
        }
      }
      int atLeast = random.nextInt(children.size() + 2);
      String kind = "calculated " + atLeast + " of " + String.join(" ", children);
      checks.put("s" + i, CheckText.read(kind + turned()));
    }
  }

  private String turned() {
    return (oneIn(8) ? " inverted" : "") + (oneIn(10) ? " disabled" : "");
  }

  /** Adds the record sets of a name and type, and below them at most {@code depth} more levels. */
  private RecordSet.Group group(DomainName name, RecordType type, int depth) {
    RecordSet.Group group = new RecordSet.Group(name, type);
    if (depths.containsKey(group)) {
      return group;
    }
    depths.put(group, depth);
    if (oneIn(8)) {
      sets.add(new RecordSet(name, type, Optional.empty(), content(type, depth, ttl())));
      return group;
    }
    long ttl = ttl();
    int member = 0;
    for (RoutingPolicy policy : policies.group(depth > 2 ? 3 : 4, depth == 0)) {
      boolean leaf = policy instanceof RoutingPolicy.Multivalue;
      Routing routing = new Routing("m" + member++, policy, check());
      sets.add(
          new RecordSet(name, type, Optional.of(routing), content(type, leaf ? 0 : depth, ttl)));
    }
    return group;
  }

  private long ttl() {
    return of(List.of(0L, 30L, 60L, 300L));
  }

  private Optional<String> check() {
    return oneIn(2) ? Optional.empty() : Optional.of(of(List.copyOf(checks.keySet())));
  }

  private Content content(RecordType type, int depth, long ttl) {
    if (depth > 0 && !oneIn(5)) {
      return new Content.Alias(new AliasTarget.SameZone(branch(type, depth - 1).name()), !oneIn(3));
    }
    if (depth > 0 && type != RecordType.TXT && oneIn(4)) {
      return new Content.Alias(resource(), !oneIn(3));
    }
    return new Content.Values(ttl, List.of(value(type)));
  }

  /** A new group, or one that other aliases point at already. */
  private RecordSet.Group branch(RecordType type, int depth) {
    List<RecordSet.Group> known =
        depths.entrySet().stream()
            .filter(entry -> entry.getKey().type() == type && entry.getValue() <= depth)
            .map(Map.Entry::getKey)
            .toList();
    if (!known.isEmpty() && oneIn(4)) {
      return of(known);
    }
    return group(APEX.prepend("_g" + counter++), type, depth);
  }

  private AliasTarget resource() {
    int number = random.nextInt(3);
    return ZoneText.resource(
        of(
            List.of(
                "lb-" + number + ".eu-west-1.elb.amazonaws.com.",
                "a" + number + ".awsglobalaccelerator.com.",
                "env-" + number + ".eu-west-1.elasticbeanstalk.com.",
                "s3-website-us-east-" + number + ".amazonaws.com.")));
  }

  private String value(RecordType type) {
    int number = counter++;
    return switch (type) {
      case A -> "10.0." + number / 256 + "." + number % 256;
      case AAAA -> "2001:db8::" + Integer.toHexString(number);
      default -> "\"text " + number + "\"";
    };
  }

  /** CNAMEs, delegations and plain record sets around the trees. */
  private void addNames() {
    List<DomainName> names = new ArrayList<>(sets.stream().map(RecordSet::name).toList());
    for (int i = random.nextInt(4); i > 0; i--) {
      DomainName owner = ZoneText.nameOf(of(List.of("a", "b.a", "*.b", "c.d.e", "*.e")), APEX);
      if (names.contains(owner)) {
        continue;
      }
      addName(owner, of(names));
      names.add(owner);
    }
  }

  private void addName(DomainName owner, DomainName other) {
    switch (random.nextInt(5)) {
      case 0 -> {
        DomainName target = other.isWildcard() && oneIn(2) ? parentOf(other).prepend("x") : other;
        sets.add(RecordSet.simple(owner, RecordType.CNAME, ttl(), List.of(target + ".")));
      }
      case 1 -> {
        sets.add(cname(owner, "one", other + ".", 1));
        sets.add(cname(owner, "two", "elsewhere.example.net.", 2));
      }
      case 2 -> {
        if (!owner.isWildcard()) {
          sets.add(RecordSet.simple(owner, RecordType.NS, ttl(), List.of("ns.example.net.")));
          DomainName below = owner.prepend("below");
          sets.add(RecordSet.simple(below, RecordType.DS, ttl(), List.of("2 13 2 CCDD")));
        }
        if (oneIn(2)) {
          sets.add(RecordSet.simple(owner, RecordType.DS, ttl(), List.of("1 13 2 AABB")));
        }
      }
      default -> {
        RecordType type = TREE_TYPES.get(random.nextInt(TREE_TYPES.size()));
        sets.add(RecordSet.simple(owner, type, ttl(), List.of(value(type))));
      }
    }
  }

  private RecordSet cname(DomainName owner, String id, String target, int weight) {
    return new RecordSet(
        owner,
        RecordType.CNAME,
        Optional.of(new Routing(id, new RoutingPolicy.Weighted(weight), check())),
        new Content.Values(60, List.of(target)));
  }

  static DomainName parentOf(DomainName name) {
    return DomainName.of(String.join(".", name.labels().subList(1, name.labels().size())));
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
