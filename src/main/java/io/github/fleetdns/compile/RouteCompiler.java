package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns route trees into alias trees.
 *
 * <p>A policy is a group of record sets at one name, a child of it one set. An endpoint's set has
 * its addresses or its alias, and its health check. A nested policy has a group of its own at
 * {@code _<child>.<parent>}, a pool at {@code _<pool>.<zone>}; the sets that lead there are aliases
 * which evaluate the health of their target, so that an empty branch is left. IPv4, IPv6 and
 * hostnames make a tree each, of the endpoints that have such an address.
 */
final class RouteCompiler {
  /** Where the inner nodes of the apex service live, out of the way of pools. */
  private static final String APEX_NODES = "_apex";

  private final Fleet fleet;
  private final DomainName zone;
  private final EndpointContents contents;
  private final ZoneParts parts;
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final Map<String, Long> poolTtls;
  private final Set<RecordSet.Group> compiledPools = new HashSet<>();

  RouteCompiler(Fleet fleet, EndpointContents contents, ZoneParts parts) {
    this.fleet = fleet;
    this.contents = contents;
    this.zone = fleet.zone().name();
    this.parts = parts;
    fleet.endpoints().forEach(endpoint -> endpoints.put(endpoint.name(), endpoint));
    fleet.pools().forEach(pool -> pools.put(pool.name(), pool));
    this.poolTtls = PoolTtls.of(fleet);
  }

  void addService(Service service) {
    DomainName name = FleetCompiler.nameOf(service.name(), zone);
    DomainName nodes = name.equals(zone) ? zone.prepend(APEX_NODES) : name;
    long ttl = service.ttl().orElse(fleet.ttl());
    for (RecordType type : EndpointValues.TYPES) {
      new Tree(type).group(service.route(), name, nodes, RoutePath.service(service.name()), ttl);
    }
  }

  /** After a service could not be added: which pools are complete is not known. */
  void forgetPools() {
    compiledPools.clear();
  }

  private DomainName addPool(Pool pool, RecordType type) {
    DomainName name =
        Route.Placed.of(pool.route())
            .node()
            .map(node -> FleetCompiler.nameOf(node, zone))
            .orElseGet(() -> zone.prepend("_" + pool.name()));
    if (compiledPools.add(new RecordSet.Group(name, type))) {
      long ttl = poolTtls.getOrDefault(pool.name(), fleet.ttl());
      new Tree(type).group(pool.route(), name, name, RoutePath.pool(pool.name()), ttl);
    }
    return name;
  }

  private boolean leadsTo(Route route, RecordType type) {
    return Routes.endpointsOf(route, endpoints, pools).stream()
        .anyMatch(endpoint -> contents.has(endpoint, type));
  }

  private static String region(Endpoint endpoint) {
    return endpoint
        .region()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "endpoint \"" + endpoint.name() + "\" has no region to route by"));
  }

  /** The alias tree of one record type. */
  private final class Tree {
    private final RecordType type;

    Tree(RecordType type) {
      this.type = type;
    }

    /**
     * Adds the record sets of a route.
     *
     * @param at the name they are at
     * @param nodes the name that inner nodes are below
     * @param ttl the TTL of its record sets and those below, unless the route has one
     */
    void group(Route route, DomainName at, DomainName nodes, RoutePath path, long ttl) {
      Route.Placed placed = Route.Placed.of(route);
      Node node = new Node(at, nodes, path, placed.ttl().orElse(ttl), placed.collection());
      placed.route().accept(node).forEach(node::child);
    }

    /** A child of a policy: what its record set is called, how it is chosen, where it leads. */
    private record Branch(String name, RoutingPolicy policy, Route route) {}

    /**
     * One node of the tree: the group at a name. What is no policy adds its record set itself and
     * has no branches.
     */
    private final class Node implements Route.Visitor<List<Branch>> {
      private final DomainName at;
      private final DomainName nodes;
      private final RoutePath path;
      private final long ttl;
      private final Optional<String> collection;

      Node(DomainName at, DomainName nodes, RoutePath path, long ttl, Optional<String> collection) {
        this.at = at;
        this.nodes = nodes;
        this.path = path;
        this.ttl = ttl;
        this.collection = collection;
      }

      /** The one record set that leads all traffic to an endpoint or pool. */
      @Override
      public List<Branch> to(Route.To to) {
        content(to, ttl, true)
            .ifPresent(content -> add(Optional.empty(), content, path, standsFor(to)));
        return List.of();
      }

      @Override
      public List<Branch> simple(Route.Simple simple) {
        List<String> able =
            simple.endpoints().stream()
                .filter(name -> !valuesOf(endpoint(name)).isEmpty())
                .toList();
        List<String> values =
            able.stream().flatMap(name -> valuesOf(endpoint(name)).stream()).toList();
        if (!values.isEmpty()) {
          add(Optional.empty(), new Content.Values(ttl, values), path, able);
        }
        return List.of();
      }

      private List<String> valuesOf(Endpoint endpoint) {
        if (endpoint.target() instanceof Target.Alias) {
          throw new IllegalArgumentException(
              "endpoint \""
                  + endpoint.name()
                  + "\" is an alias, which cannot be one of several values");
        }
        return EndpointValues.of(endpoint, type).values();
      }

      @Override
      public List<Branch> weighted(Route.Weighted route) {
        return route.shares().stream().map(s -> weighted(s.name(), s.weight(), s.route())).toList();
      }

      @Override
      public List<Branch> byCapacity(Route.ByCapacity route) {
        return CapacityWeights.of(route, endpoints, pools).entrySet().stream()
            .map(e -> weighted(e.getKey(), e.getValue(), new Route.To(e.getKey())))
            .toList();
      }

      private static Branch weighted(String name, int weight, Route route) {
        return new Branch(name, new RoutingPolicy.Weighted(weight), route);
      }

      @Override
      public List<Branch> latency(Route.Latency route) {
        return route.children().stream()
            .map(c -> new Branch(c.name(), new RoutingPolicy.Latency(c.region()), c.route()))
            .toList();
      }

      @Override
      public List<Branch> latencyByRegion(Route.LatencyByRegion route) {
        return route.members().stream().flatMap(this::regions).toList();
      }

      /**
       * An endpoint stands for its region. A pool stands for every region that its endpoints are
       * in, with a record set each, whose names say so from the first one on: adding a region to a
       * pool moves nothing.
       */
      private Stream<Branch> regions(String member) {
        Route.To to = new Route.To(member);
        if (endpoints.containsKey(member)) {
          String region = region(endpoint(member));
          return Stream.of(new Branch(member, new RoutingPolicy.Latency(region), to));
        }
        return Routes.endpointsOf(to, endpoints, pools).stream()
            .filter(endpoint -> contents.has(endpoint, type))
            .map(RouteCompiler::region)
            .distinct()
            .map(r -> new Branch(member + "-" + r, new RoutingPolicy.Latency(r), to));
      }

      @Override
      public List<Branch> geolocation(Route.Geolocation route) {
        return route.children().stream()
            .map(c -> new Branch(c.name(), new RoutingPolicy.Geolocation(c.place()), c.route()))
            .toList();
      }

      @Override
      public List<Branch> geoproximity(Route.Geoproximity route) {
        return route.children().stream()
            .map(
                c ->
                    new Branch(
                        c.name(),
                        new RoutingPolicy.Geoproximity(c.location(), c.bias()),
                        c.route()))
            .toList();
      }

      /** The first child against the rest; the rest is a failover again if there are several. */
      @Override
      public List<Branch> failover(Route.Failover route) {
        List<Route> able = route.children().stream().filter(child -> leadsTo(child, type)).toList();
        if (able.isEmpty()) {
          return List.of();
        }
        Branch primary =
            new Branch(
                "primary",
                new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.PRIMARY),
                able.get(0));
        if (able.size() == 1) {
          return List.of(primary);
        }
        List<Route> rest = able.subList(1, able.size());
        return List.of(
            primary,
            new Branch(
                "secondary",
                new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.SECONDARY),
                rest.size() == 1 ? rest.get(0) : new Route.Failover(rest)));
      }

      @Override
      public List<Branch> multivalue(Route.Multivalue route) {
        return route.endpoints().stream()
            .map(e -> new Branch(e, new RoutingPolicy.Multivalue(), new Route.To(e)))
            .toList();
      }

      @Override
      public List<Branch> cidr(Route.Cidr route) {
        Map<String, List<AddressBlock>> locations = new LinkedHashMap<>();
        route.children().stream()
            .filter(network -> !network.name().equals(Route.Network.DEFAULT))
            .forEach(network -> locations.put(network.name(), network.blocks()));
        String name = collection.orElseGet(this::collectionName);
        if (collection.isEmpty()
            && route.children().stream().anyMatch(network -> leadsTo(network.route(), type))) {
          parts.add(new CidrCollection(name, locations));
        }
        return route.children().stream()
            .map(
                c ->
                    new Branch(
                        c.setIdentifier(), new RoutingPolicy.Cidr(name, c.name()), c.route()))
            .toList();
      }

      /** What is above it has looked at the place. */
      @Override
      public List<Branch> placed(Route.Placed route) {
        return route.route().accept(this);
      }

      /** The fleet's name and the node's, in the characters that collections may be called. */
      private String collectionName() {
        String relative = at.relativeTo(zone);
        String node = relative.isEmpty() ? PlainRecord.APEX : relative;
        return fleet.name() + "-" + node.replaceAll("[^0-9A-Za-z_-]", "_");
      }

      /** The record set of one child, if it leads to anything of this type. */
      void child(Branch branch) {
        String name = branch.name();
        Route.Placed placed = Route.Placed.of(branch.route());
        Route route = placed.route();
        if (!leadsTo(route, type)) {
          return;
        }
        RoutePath below = path.child(name);
        boolean evaluate = placed.evaluate().orElse(true);
        long ttlBelow = placed.ttl().orElse(ttl);
        boolean direct = route instanceof Route.To && placed.node().isEmpty();
        Optional<String> check =
            placed.check().isPresent()
                ? placed.check().get().name()
                : direct ? checkOf((Route.To) route) : Optional.empty();
        Routing routing = new Routing(placed.setIdentifier().orElse(name), branch.policy(), check);
        if (direct) {
          Route.To to = (Route.To) route;
          content(to, ttlBelow, evaluate)
              .ifPresent(content -> add(Optional.of(routing), content, below, standsFor(to)));
        } else {
          DomainName inner =
              placed
                  .node()
                  .map(node -> FleetCompiler.nameOf(node, zone))
                  .orElseGet(() -> nodes.prepend("_" + name.toLowerCase(Locale.ROOT)));
          add(Optional.of(routing), alias(inner, evaluate), below, List.of());
          group(branch.route(), inner, inner, below, ttlBelow);
        }
      }

      private Optional<String> checkOf(Route.To to) {
        return endpoints.containsKey(to.name())
            ? LoadChecks.usedBy(endpoint(to.name()))
            : Optional.empty();
      }

      private Optional<Content> content(Route.To to, long ttl, boolean evaluate) {
        Pool pool = pools.get(to.name());
        if (pool != null && !endpoints.containsKey(to.name())) {
          return leadsTo(to, type)
              ? Optional.of(alias(addPool(pool, type), evaluate))
              : Optional.empty();
        }
        return contents.of(endpoint(to.name()), type, ttl);
      }

      private List<String> standsFor(Route.To to) {
        return endpoints.containsKey(to.name()) ? List.of(to.name()) : List.of();
      }

      private void add(
          Optional<Routing> routing, Content content, RoutePath below, List<String> standsFor) {
        parts.add(new RecordSet(at, type, routing, content), new Origin.Routed(below, standsFor));
      }
    }

    private Content.Alias alias(DomainName target, boolean evaluate) {
      return new Content.Alias(new AliasTarget.SameZone(target), evaluate);
    }

    private Endpoint endpoint(String name) {
      return Routes.endpoint(name, endpoints);
    }
  }
}
