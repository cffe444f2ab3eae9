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
      new Tree(type, ttl).group(service.route(), name, nodes, RoutePath.service(service.name()));
    }
  }

  /** After a service could not be added: which pools are complete is not known. */
  void forgetPools() {
    compiledPools.clear();
  }

  private DomainName addPool(Pool pool, RecordType type) {
    DomainName name = zone.prepend("_" + pool.name());
    if (compiledPools.add(new RecordSet.Group(name, type))) {
      long ttl = poolTtls.getOrDefault(pool.name(), fleet.ttl());
      new Tree(type, ttl).group(pool.route(), name, name, RoutePath.pool(pool.name()));
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
    private final long ttl;

    Tree(RecordType type, long ttl) {
      this.type = type;
      this.ttl = ttl;
    }

    /**
     * Adds the record sets of a route.
     *
     * @param at the name they are at
     * @param nodes the name that inner nodes are below
     */
    void group(Route route, DomainName at, DomainName nodes, RoutePath path) {
      Node node = new Node(at, nodes, path);
      if (route instanceof Route.To to) {
        node.whole(to);
      } else if (route instanceof Route.Simple simple) {
        node.simple(simple);
      } else if (route instanceof Route.Weighted weighted) {
        weighted.shares().forEach(s -> node.weighted(s.name(), s.weight(), s.route()));
      } else if (route instanceof Route.ByCapacity byCapacity) {
        CapacityWeights.of(byCapacity, endpoints, pools)
            .forEach((name, weight) -> node.weighted(name, weight, new Route.To(name)));
      } else if (route instanceof Route.LatencyByRegion latency) {
        latency.members().forEach(node::latency);
      } else if (route instanceof Route.Latency latency) {
        latency
            .children()
            .forEach(c -> node.child(c.name(), new RoutingPolicy.Latency(c.region()), c.route()));
      } else if (route instanceof Route.Geolocation geolocation) {
        geolocation
            .children()
            .forEach(
                c -> node.child(c.name(), new RoutingPolicy.Geolocation(c.place()), c.route()));
      } else if (route instanceof Route.Geoproximity geoproximity) {
        geoproximity
            .children()
            .forEach(
                c ->
                    node.child(
                        c.name(),
                        new RoutingPolicy.Geoproximity(c.location(), c.bias()),
                        c.route()));
      } else if (route instanceof Route.Failover failover) {
        node.failover(failover.children());
      } else if (route instanceof Route.Multivalue multivalue) {
        multivalue
            .endpoints()
            .forEach(e -> node.child(e, new RoutingPolicy.Multivalue(), new Route.To(e)));
      } else if (route instanceof Route.Cidr cidr) {
        node.cidr(cidr.children());
      }
    }

    /** One node of the tree: the group at a name. */
    private final class Node {
      private final DomainName at;
      private final DomainName nodes;
      private final RoutePath path;

      Node(DomainName at, DomainName nodes, RoutePath path) {
        this.at = at;
        this.nodes = nodes;
        this.path = path;
      }

      /** The one record set that leads all traffic to an endpoint or pool. */
      void whole(Route.To to) {
        content(to).ifPresent(content -> add(Optional.empty(), content, path, standsFor(to)));
      }

      void simple(Route.Simple simple) {
        List<String> able =
            simple.endpoints().stream()
                .filter(name -> !valuesOf(endpoint(name)).isEmpty())
                .toList();
        List<String> values =
            able.stream().flatMap(name -> valuesOf(endpoint(name)).stream()).toList();
        if (!values.isEmpty()) {
          add(Optional.empty(), new Content.Values(ttl, values), path, able);
        }
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

      void weighted(String name, int weight, Route route) {
        child(name, new RoutingPolicy.Weighted(weight), route);
      }

      /**
       * An endpoint stands for its region. A pool stands for every region that its endpoints are
       * in, with a record set each, whose names say so from the first one on: adding a region to a
       * pool moves nothing.
       */
      void latency(String member) {
        Route.To to = new Route.To(member);
        if (endpoints.containsKey(member)) {
          child(member, new RoutingPolicy.Latency(region(endpoint(member))), to);
          return;
        }
        Routes.endpointsOf(to, endpoints, pools).stream()
            .filter(endpoint -> contents.has(endpoint, type))
            .map(RouteCompiler::region)
            .distinct()
            .forEach(region -> child(member + "-" + region, new RoutingPolicy.Latency(region), to));
      }

      /** The first child against the rest; the rest is a failover again if there are several. */
      void failover(List<Route> children) {
        List<Route> able = children.stream().filter(child -> leadsTo(child, type)).toList();
        if (able.isEmpty()) {
          return;
        }
        child(
            "primary",
            new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.PRIMARY),
            able.get(0));
        if (able.size() > 1) {
          List<Route> rest = able.subList(1, able.size());
          child(
              "secondary",
              new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.SECONDARY),
              rest.size() == 1 ? rest.get(0) : new Route.Failover(rest));
        }
      }

      void cidr(List<Route.Network> children) {
        Map<String, List<AddressBlock>> locations = new LinkedHashMap<>();
        children.stream()
            .filter(network -> !network.name().equals(Route.Network.DEFAULT))
            .forEach(network -> locations.put(network.name(), network.blocks()));
        String collection = collectionName();
        if (children.stream().anyMatch(network -> leadsTo(network.route(), type))) {
          parts.add(new CidrCollection(collection, locations));
        }
        for (Route.Network network : children) {
          child(
              network.setIdentifier(),
              new RoutingPolicy.Cidr(collection, network.name()),
              network.route());
        }
      }

      /** The fleet's name and the node's, in the characters that collections may be called. */
      private String collectionName() {
        String relative = at.relativeTo(zone);
        String node = relative.isEmpty() ? PlainRecord.APEX : relative;
        return fleet.name() + "-" + node.replaceAll("[^0-9A-Za-z_-]", "_");
      }

      /** The record set of one child, if it leads to anything of this type. */
      void child(String name, RoutingPolicy policy, Route route) {
        if (!leadsTo(route, type)) {
          return;
        }
        RoutePath below = path.child(name);
        Optional<String> check =
            route instanceof Route.To to && endpoints.containsKey(to.name())
                ? LoadChecks.usedBy(endpoint(to.name()))
                : Optional.empty();
        Routing routing = new Routing(name, policy, check);
        if (route instanceof Route.To to) {
          content(to)
              .ifPresent(content -> add(Optional.of(routing), content, below, standsFor(to)));
        } else {
          DomainName inner = nodes.prepend("_" + name.toLowerCase(Locale.ROOT));
          add(Optional.of(routing), alias(inner), below, List.of());
          group(route, inner, inner, below);
        }
      }

      private Optional<Content> content(Route.To to) {
        Pool pool = pools.get(to.name());
        if (pool != null && !endpoints.containsKey(to.name())) {
          return leadsTo(to, type) ? Optional.of(alias(addPool(pool, type))) : Optional.empty();
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

    private Content.Alias alias(DomainName target) {
      return new Content.Alias(new AliasTarget.SameZone(target), true);
    }

    private Endpoint endpoint(String name) {
      return Routes.endpoint(name, endpoints);
    }
  }
}
