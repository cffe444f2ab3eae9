package io.github.fleetdns.adopt;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.fleet.Verbatim;
import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A fleet for a zone in which some groups are left as Route 53 has them. */
final class Draft {
  /** What names of endpoints are taken from that have no other choice. */
  static final String OF_MULTIVALUE = "its set identifier, which has to be its name";

  private final HostedZone zone;
  private final Adoption.Given given;
  private final Set<RecordSet.Group> raw;
  private final Trees trees;
  private final Endpoints endpoints;
  private final Map<Target, String> published = new LinkedHashMap<>();
  private final Map<Target, OptionalLong> publishedTtls = new HashMap<>();
  private final Map<String, Set<RecordSet.Group>> owned = new HashMap<>();
  private final Set<RecordSet.Group> routed = new LinkedHashSet<>();
  private Fleet fleet;

  private Draft(HostedZone zone, Adoption.Given given, Set<RecordSet.Group> raw) {
    this.zone = zone;
    this.given = given;
    this.raw = new HashSet<>(raw);
    this.trees = Trees.of(zone, this.raw);
    this.endpoints = new Endpoints(zone, given, published);
    this.fleet = build();
  }

  /**
   * Drafts a fleet.
   *
   * @param raw the groups that are left as they are
   */
  static Draft of(HostedZone zone, Adoption.Given given, Set<RecordSet.Group> raw) {
    return new Draft(zone, given, raw);
  }

  Fleet fleet() {
    return fleet;
  }

  Map<String, String> checkNames() {
    return endpoints.checkNames();
  }

  Map<String, String> comments() {
    return endpoints.comments();
  }

  /** Every group that is not left as it is. */
  Set<RecordSet.Group> routedGroups() {
    return routed;
  }

  /** The groups that a record set is made for which the zone does not have. */
  Set<RecordSet.Group> groupsBehind(RecordSet set, Optional<String> owner) {
    Set<RecordSet.Group> behind = new HashSet<>();
    Group.TYPES.forEach(
        type -> {
          RecordSet.Group group = new RecordSet.Group(set.name(), type);
          if (routed.contains(group)) {
            behind.add(group);
          }
        });
    return behind.isEmpty()
        ? owner.map(name -> owned.getOrDefault(name, routed)).orElse(routed)
        : behind;
  }

  private Fleet build() {
    trees.uses(endpoints);
    Map<DomainName, List<RecordSet>> simple = simple();
    publish(simple);
    endpoints.settle(publishedTtls);
    long ttl = commonTtl();
    Routes routes = new Routes(zone, given, trees, endpoints, ttl);
    List<Service> services = new ArrayList<>();
    for (DomainName root : trees.roots()) {
      String name = Leaf.relative(root, zone.name());
      services.add(routes.service(name, root));
      own("service " + name, routes.taken());
    }
    List<Pool> pools = new ArrayList<>();
    for (DomainName at : trees.pools()) {
      pools.add(routes.pool(at, services.stream().anyMatch(s -> s.ttl().isPresent())));
      own("pool " + trees.poolName(at), routes.taken());
    }
    Set<RecordSet.Group> ofEndpoints = new HashSet<>();
    for (Endpoint endpoint : endpoints.all()) {
      if (endpoint.published()) {
        Group.TYPES.forEach(
            type ->
                ofEndpoints.add(new RecordSet.Group(zone.name().prepend(endpoint.name()), type)));
      }
    }
    List<PlainRecord> records = new ArrayList<>();
    List<RecordSet> verbatim = new ArrayList<>();
    for (RecordSet set : zone.recordSets()) {
      if (routed.contains(set.group()) || (isSimple(set) && ofEndpoints.contains(set.group()))) {
        continue;
      }
      if (isSimple(set)) {
        records.add(record(set, ttl));
      } else {
        verbatim.add(Difference.renamed(set, endpoints.checkNames()));
      }
    }
    Set<String> inRoutes = routes.collections();
    List<CidrCollection> collections =
        zone.cidrCollections().stream().filter(c -> !inRoutes.contains(c.name())).toList();
    return new Fleet(
        given.fleet(),
        given.zone(),
        ttl,
        endpoints.all(),
        pools,
        services,
        records,
        Map.of(),
        io.github.fleetdns.fleet.Provider.DEFAULT,
        io.github.fleetdns.fleet.Backend.Local.DEFAULT,
        io.github.fleetdns.fleet.Monitoring.NONE,
        List.of(),
        new Verbatim(verbatim, endpoints.shared(), collections));
  }

  private void own(String owner, Collection<RecordSet.Group> groups) {
    owned.put(owner, Set.copyOf(groups));
    routed.addAll(groups);
  }

  private static boolean isSimple(RecordSet set) {
    return set.routing().isEmpty() && set.alias().isEmpty();
  }

  /** The simple record sets that answer addresses or a name, by name. */
  private Map<DomainName, List<RecordSet>> simple() {
    Map<DomainName, List<RecordSet>> simple = new LinkedHashMap<>();
    for (RecordSet set : zone.recordSets()) {
      if (isSimple(set)
          && Group.TYPES.contains(set.type())
          && !raw.contains(set.group())
          && !trees.has(set.name())) {
        simple.computeIfAbsent(set.name(), name -> new ArrayList<>()).add(set);
      }
    }
    return simple;
  }

  /** Finds the record sets that are an endpoint's own: one label, and all that routes lead to. */
  private void publish(Map<DomainName, List<RecordSet>> simple) {
    simple.forEach(
        (name, sets) -> {
          String label = name.isWithin(zone.name()) ? name.relativeTo(zone.name()) : "";
          if (!Endpoint.NAME.matcher(label).matches()) {
            return;
          }
          Group.of(name, sets, odd -> {})
              .filter(group -> group.members().get(0).contents().size() == sets.size())
              .flatMap(group -> Leaf.target(group.members().get(0).contents(), zone.name()))
              .filter(endpoints::isNoted)
              .ifPresent(
                  target -> {
                    if (published.putIfAbsent(target, label) == null) {
                      publishedTtls.put(target, sets.get(0).ttl());
                    }
                  });
        });
  }

  /** The TTL that most record sets have. */
  private long commonTtl() {
    Map<Long, Integer> counts = new LinkedHashMap<>();
    zone.recordSets()
        .forEach(set -> set.ttl().ifPresent(ttl -> counts.merge(ttl, 1, Integer::sum)));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Fleet.DEFAULT_TTL);
  }

  private PlainRecord record(RecordSet set, long common) {
    long ttl = set.ttl().orElse(common);
    boolean text = set.type() == RecordType.TXT || set.type() == RecordType.SPF;
    return new PlainRecord(
        Leaf.relative(set.name(), zone.name()),
        set.type(),
        ttl == common ? OptionalLong.empty() : OptionalLong.of(ttl),
        text ? set.values().stream().map(Draft::plain).toList() : set.values());
  }

  /** A text as people write it, if that comes out the same. */
  private static String plain(String quoted) {
    if (CharacterStrings.split(quoted).isEmpty()) {
      return quoted;
    }
    String text = CharacterStrings.decode(quoted);
    return !text.startsWith("\"") && CharacterStrings.encode(text).equals(quoted) ? text : quoted;
  }
}
