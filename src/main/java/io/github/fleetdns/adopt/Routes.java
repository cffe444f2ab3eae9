package io.github.fleetdns.adopt;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Trees of record sets as routes. */
final class Routes {
  private static final String APEX_NODES = "_apex";
  private final HostedZone zone;
  private final Adoption.Given given;
  private final Trees trees;
  private final Endpoints endpoints;
  private final long ttl;
  private final Map<DomainName, Long> ttls = new HashMap<>();
  private final Map<String, Integer> collectionUses = new HashMap<>();
  private final Map<String, CidrCollection> byName = new HashMap<>();
  private final Set<String> collections = new HashSet<>();
  private final Set<RecordSet.Group> taken = new LinkedHashSet<>();
  private final Set<DomainName> entered = new HashSet<>();

  /**
   * Routes of a zone.
   *
   * @param ttl the TTL of the fleet
   */
  Routes(HostedZone zone, Adoption.Given given, Trees trees, Endpoints endpoints, long ttl) {
    this.zone = zone;
    this.given = given;
    this.trees = trees;
    this.endpoints = endpoints;
    this.ttl = ttl;
    Set<String> names = new HashSet<>();
    endpoints.all().stream().map(Endpoint::name).forEach(names::add);
    trees.namePools(names);
    Map<String, Set<DomainName>> uses = new HashMap<>();
    zone.recordSets()
        .forEach(
            set ->
                set.policy()
                    .flatMap(Routes::collection)
                    .ifPresent(
                        name -> uses.computeIfAbsent(name, n -> new HashSet<>()).add(set.name())));
    uses.forEach((name, at) -> collectionUses.put(name, at.size()));
    zone.cidrCollections().forEach(collection -> byName.put(collection.name(), collection));
  }

  private static Optional<String> collection(RoutingPolicy policy) {
    return policy instanceof RoutingPolicy.Cidr cidr
        ? Optional.of(cidr.collection())
        : Optional.empty();
  }

  /** The groups of the route that was made last. */
  Set<RecordSet.Group> taken() {
    return Set.copyOf(taken);
  }

  /** The collections that are written in the routes that use them. */
  Set<String> collections() {
    return collections;
  }

  Service service(String name, DomainName at) {
    taken.clear();
    long own = ttlOf(at).orElse(ttl);
    DomainName nodes = at.equals(zone.name()) ? zone.name().prepend(APEX_NODES) : at;
    Route route = route(at, nodes, own);
    return new Service(name, own == ttl ? OptionalLong.empty() : OptionalLong.of(own), route);
  }

  /**
   * The pool at a node.
   *
   * @param said whether its TTL is said even if it is the fleet's, since some service has another
   */
  Pool pool(DomainName at, boolean said) {
    taken.clear();
    String name = trees.poolName(at);
    OptionalLong own = ttlOf(at);
    Route.Placed route = Route.Placed.of(route(at, at, own.orElse(ttl)));
    boolean usual = zone.name().prepend("_" + name.toLowerCase(Locale.ROOT)).equals(at);
    // A pool has the shortest TTL of the services that use it; what it has here is said.
    Route.Placed placed =
        new Route.Placed(
            usual ? Optional.empty() : Optional.of(Leaf.relative(at, zone.name())),
            Optional.empty(),
            said || own.orElse(ttl) != ttl ? own : OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            route.collection(),
            route.route());
    return new Pool(name, placed.isPlain() ? placed.route() : placed);
  }

  /** The TTL that most leaves of a node have, those of pools apart; empty if it has none. */
  private OptionalLong ttlOf(DomainName at) {
    if (!ttls.containsKey(at)) {
      Map<Long, Integer> counts = new LinkedHashMap<>();
      count(at, counts, new HashSet<>());
      ttls.put(
          at,
          counts.entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .orElse(-1L));
    }
    long found = ttls.getOrDefault(at, -1L);
    return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
  }

  private void count(DomainName at, Map<Long, Integer> counts, Set<DomainName> seen) {
    if (!seen.add(at)) {
      return;
    }
    for (Group.Member member : trees.group(at).members()) {
      Optional<DomainName> node = trees.node(member);
      if (node.isPresent() && !trees.isPool(node.get())) {
        count(node.get(), counts, seen);
      }
      ttl(member).ifPresent(of -> counts.merge(of, 1, Integer::sum));
    }
  }

  private static OptionalLong ttl(Group.Member member) {
    return member
        .contents()
        .values()
        .iterator()
        .next()
        .match(values -> OptionalLong.of(values.ttl()), alias -> OptionalLong.empty());
  }

  /** The route at a node. */
  private Route route(DomainName at, DomainName nodes, long inherited) {
    Group group = trees.group(at);
    if (!entered.add(at)) {
      throw new Trees.LoopException();
    }
    group
        .members()
        .forEach(
            member ->
                member.contents().keySet().forEach(t -> taken.add(new RecordSet.Group(at, t))));
    Group.Member first = group.members().get(0);
    if (first.policy().isEmpty()) {
      return trees
          .node(first)
          .<Route>map(node -> new Route.To(trees.poolName(node)))
          .orElseGet(() -> new Route.To(endpoint(first)));
    }
    Set<Object> choices = new HashSet<>();
    for (Group.Member member : group.members()) {
      RoutingPolicy policy = member.policy().orElseThrow();
      if (!policy.once().map(choices::add).orElse(true)) {
        // Route 53 refuses this; nothing comes out of it, so that it is left as it is.
        return new Route.Failover(List.of());
      }
    }
    return first.policy().get().accept(new Policy(group, nodes, inherited));
  }

  private String endpoint(Group.Member member) {
    Target target = Leaf.target(member.contents(), zone.name()).orElseThrow();
    return endpoints.of(target, member.check());
  }

  /** The policy of a group as a route. */
  private final class Policy implements RoutingPolicy.Visitor<Route> {
    private final Group group;
    private final DomainName nodes;
    private final long inherited;

    Policy(Group group, DomainName nodes, long inherited) {
      this.group = group;
      this.nodes = nodes;
      this.inherited = inherited;
    }

    /** Where a member leads, and how it is held where that is not as fleetdns would. */
    private Route below(Group.Member member, String key, String usualIdentifier) {
      String identifier = member.identifier().orElse("");
      Optional<String> set =
          identifier.equals(usualIdentifier) ? Optional.empty() : Optional.of(identifier);
      Optional<DomainName> node = trees.node(member);
      if (node.isEmpty()) {
        String name = endpoint(member);
        OptionalLong own = ttl(member);
        Optional<String> brought = endpoints.checkOf(name);
        return placed(
            Optional.empty(),
            set,
            own.isPresent() && own.getAsLong() != inherited ? own : OptionalLong.empty(),
            brought.equals(member.check())
                ? Optional.empty()
                : Optional.of(new Route.Check(member.check().map(this::checkName))),
            Optional.empty(),
            Optional.empty(),
            new Route.To(name));
      }
      boolean evaluates =
          member
              .contents()
              .values()
              .iterator()
              .next()
              .match(values -> true, Content.Alias::evaluateTargetHealth);
      Optional<Route.Check> check =
          member.check().map(name -> new Route.Check(Optional.of(checkName(name))));
      Optional<Boolean> evaluate = evaluates ? Optional.empty() : Optional.of(false);
      if (trees.isPool(node.get())) {
        return placed(
            Optional.empty(),
            set,
            OptionalLong.empty(),
            check,
            evaluate,
            Optional.empty(),
            new Route.To(trees.poolName(node.get())));
      }
      OptionalLong own = ttlOf(node.get());
      boolean differs = own.isPresent() && own.getAsLong() != inherited;
      Route.Placed inner = Route.Placed.of(route(node.get(), node.get(), own.orElse(inherited)));
      boolean usual = isUsual(node.get(), key) && !(inner.route() instanceof Route.To);
      return placed(
          usual ? Optional.empty() : Optional.of(Leaf.relative(node.get(), zone.name())),
          set,
          differs ? own : OptionalLong.empty(),
          check,
          evaluate,
          inner.collection(),
          inner.route());
    }

    private boolean isUsual(DomainName node, String key) {
      return node.toString().equals("_" + key.toLowerCase(Locale.ROOT) + "." + nodes);
    }

    private String checkName(String check) {
      return endpoints.checkNames().getOrDefault(check, check);
    }

    private Route placed(
        Optional<String> node,
        Optional<String> identifier,
        OptionalLong own,
        Optional<Route.Check> check,
        Optional<Boolean> evaluate,
        Optional<String> collection,
        Route route) {
      Route.Placed placed =
          new Route.Placed(node, identifier, own, check, evaluate, collection, route);
      return placed.isPlain() ? route : placed;
    }

    /** The keys of the members: their set identifiers, as far as those can be keys. */
    private List<String> keys() {
      Set<String> keys = new LinkedHashSet<>();
      for (Group.Member member : group.members()) {
        String identifier = member.identifier().orElse("");
        String key = Endpoints.slug(identifier);
        key = key.isEmpty() ? "member" : key;
        String free = key.length() > 58 ? key.substring(0, 58).replaceAll("-+$", "") : key;
        String base = free;
        for (int i = 2; !keys.add(free); i++) {
          free = base + "-" + i;
        }
      }
      return List.copyOf(keys);
    }

    @Override
    public Route weighted(RoutingPolicy.Weighted policy) {
      List<String> keys = keys();
      List<Route.Share> shares = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        Group.Member member = group.members().get(i);
        long weight = ((RoutingPolicy.Weighted) member.policy().orElseThrow()).weight();
        // What is out of range comes out otherwise, and is left as Route 53 has it.
        shares.add(
            new Route.Share(
                keys.get(i), (int) Math.min(255, weight), below(member, keys.get(i), keys.get(i))));
      }
      return new Route.Weighted(shares);
    }

    @Override
    public Route latency(RoutingPolicy.Latency policy) {
      List<Route.Regional> children = new ArrayList<>();
      List<String> plain = new ArrayList<>();
      for (Group.Member member : group.members()) {
        String region = ((RoutingPolicy.Latency) member.policy().orElseThrow()).region();
        Route route = below(member, region, region);
        children.add(new Route.Regional(region, region, route));
        String identifier = member.identifier().orElse("");
        if (route.equals(plainBelow(member, region, identifier))
            && endpoints.regionOf(identifier).equals(Optional.of(region))) {
          plain.add(identifier);
        }
      }
      return plain.size() == children.size()
          ? new Route.LatencyByRegion(plain)
          : new Route.Latency(children);
    }

    /** The route of a member whose set identifier is the name of its endpoint. */
    private Route plainBelow(Group.Member member, String usual, String endpoint) {
      if (trees.node(member).isPresent() || !endpoint(member).equals(endpoint)) {
        return new Route.To("");
      }
      Optional<String> set = endpoint.equals(usual) ? Optional.empty() : Optional.of(endpoint);
      return placed(
          Optional.empty(),
          set,
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new Route.To(endpoint));
    }

    @Override
    public Route geolocation(RoutingPolicy.Geolocation policy) {
      List<Route.Local> children = new ArrayList<>();
      for (Group.Member member : group.members()) {
        RoutingPolicy.Geolocation own = (RoutingPolicy.Geolocation) member.policy().orElseThrow();
        String name = new Route.Local(own.place(), new Route.To("")).name();
        children.add(new Route.Local(own.place(), below(member, name, name)));
      }
      return new Route.Geolocation(children);
    }

    @Override
    public Route geoproximity(RoutingPolicy.Geoproximity policy) {
      List<String> keys = keys();
      List<Route.Near> children = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        Group.Member member = group.members().get(i);
        RoutingPolicy.Geoproximity own = (RoutingPolicy.Geoproximity) member.policy().orElseThrow();
        children.add(
            new Route.Near(
                keys.get(i), own.location(), own.bias(), below(member, keys.get(i), keys.get(i))));
      }
      return new Route.Geoproximity(children);
    }

    @Override
    public Route failover(RoutingPolicy.Failover policy) {
      Map<RoutingPolicy.Failover.Role, Group.Member> roles = new HashMap<>();
      for (Group.Member member : group.members()) {
        roles.put(((RoutingPolicy.Failover) member.policy().orElseThrow()).role(), member);
      }
      Group.Member primary = roles.get(RoutingPolicy.Failover.Role.PRIMARY);
      Group.Member secondary = roles.get(RoutingPolicy.Failover.Role.SECONDARY);
      if (primary == null || secondary == null) {
        // Nothing comes out of this, so that it is left as Route 53 has it.
        return new Route.Failover(List.of());
      }
      List<Route> children = new ArrayList<>();
      children.add(below(primary, "primary", "primary"));
      Route rest = below(secondary, "secondary", "secondary");
      if (rest instanceof Route.Failover more) {
        children.addAll(more.children());
      } else {
        children.add(rest);
      }
      return new Route.Failover(children);
    }

    @Override
    public Route multivalue(RoutingPolicy.Multivalue policy) {
      List<String> names = new ArrayList<>();
      for (Group.Member member : group.members()) {
        String identifier = member.identifier().orElse("");
        if (trees.node(member).isPresent() || !endpoint(member).equals(identifier)) {
          return new Route.Failover(List.of());
        }
        names.add(identifier);
      }
      return new Route.Multivalue(names);
    }

    @Override
    public Route cidr(RoutingPolicy.Cidr policy) {
      String name = policy.collection();
      CidrCollection collection = byName.get(name);
      Map<String, List<AddressBlock>> left =
          collection == null ? Map.of() : new LinkedHashMap<>(collection.locations());
      List<Route.Network> children = new ArrayList<>();
      boolean inline =
          collection != null
              && collectionUses.getOrDefault(name, 0) == 1
              && name.equals(usualCollection());
      for (Group.Member member : group.members()) {
        RoutingPolicy.Cidr own = (RoutingPolicy.Cidr) member.policy().orElseThrow();
        Route.Network network = new Route.Network(own.location(), List.of(), new Route.To(""));
        inline &=
            own.collection().equals(name)
                && (own.location().equals(RoutingPolicy.Cidr.EVERYBODY_ELSE)
                    || left.containsKey(own.location()));
        children.add(
            new Route.Network(
                own.location(),
                left.getOrDefault(own.location(), List.of()),
                below(member, network.setIdentifier(), network.setIdentifier())));
      }
      Set<String> locations = new HashSet<>(left.keySet());
      children.forEach(child -> locations.remove(child.name()));
      if (inline && locations.isEmpty()) {
        collections.add(name);
        return new Route.Cidr(children);
      }
      List<Route.Network> bare =
          children.stream()
              .map(child -> new Route.Network(child.name(), List.of(), child.route()))
              .toList();
      return placed(
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(name),
          new Route.Cidr(bare));
    }

    private String usualCollection() {
      String relative = Leaf.relative(group.name(), zone.name());
      return given.fleet() + "-" + relative.replaceAll("[^0-9A-Za-z_-]", "_");
    }
  }
}
