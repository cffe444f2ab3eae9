package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Route;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Routes and health checks as the maps and lists of a fleet file. */
final class RouteWriter {
  private RouteWriter() {}

  /** A route: a name, or a map with one policy. */
  static Object route(Route route) {
    return route.accept(WRITTEN);
  }

  private static final Route.Visitor<Object> WRITTEN = new Written();

  private static final class Written implements Route.Visitor<Object> {
    @Override
    public Object to(Route.To route) {
      return route.name();
    }

    @Override
    public Object simple(Route.Simple route) {
      return Map.of("simple", route.endpoints());
    }

    @Override
    public Object weighted(Route.Weighted route) {
      Map<String, Object> children = new LinkedHashMap<>();
      route.shares().forEach(share -> children.put(share.name(), RouteWriter.share(share)));
      return Map.of("weighted", children);
    }

    @Override
    public Object byCapacity(Route.ByCapacity route) {
      return Map.of("weighted", Map.of("by-capacity", route.members()));
    }

    @Override
    public Object latency(Route.Latency route) {
      Map<String, Object> children = new LinkedHashMap<>();
      route
          .children()
          .forEach(child -> children.put(child.region(), RouteWriter.route(child.route())));
      return Map.of("latency", children);
    }

    @Override
    public Object latencyByRegion(Route.LatencyByRegion route) {
      return Map.of("latency", route.members());
    }

    @Override
    public Object geolocation(Route.Geolocation route) {
      Map<String, Object> children = new LinkedHashMap<>();
      route
          .children()
          .forEach(
              child -> children.put(child.place().toString(), RouteWriter.route(child.route())));
      return Map.of("geolocation", children);
    }

    @Override
    public Object geoproximity(Route.Geoproximity route) {
      Map<String, Object> children = new LinkedHashMap<>();
      route.children().forEach(child -> children.put(child.name(), RouteWriter.near(child)));
      return Map.of("geoproximity", children);
    }

    @Override
    public Object failover(Route.Failover route) {
      return Map.of("failover", route.children().stream().map(RouteWriter::route).toList());
    }

    @Override
    public Object multivalue(Route.Multivalue route) {
      return Map.of("multivalue", route.endpoints());
    }

    @Override
    public Object cidr(Route.Cidr route) {
      Map<String, Object> children = new LinkedHashMap<>();
      route.children().forEach(child -> children.put(child.name(), RouteWriter.network(child)));
      return Map.of("cidr", children);
    }

    @Override
    public Object placed(Route.Placed route) {
      return child(new LinkedHashMap<>(), route);
    }
  }

  /** Adds a route to the map of a child, with what is said of its place. */
  private static Map<String, Object> child(Map<String, Object> map, Route route) {
    Route.Placed placed = Route.Placed.of(route);
    map.putAll(Placing.write(placed));
    map.put(Placing.ROUTE, route(placed.route()));
    return map;
  }

  private static Object share(Route.Share share) {
    if (share.route().equals(new Route.To(share.name()))) {
      return share.weight();
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("weight", share.weight());
    return child(map, share.route());
  }

  private static Object near(Route.Near near) {
    Map<String, Object> map = new LinkedHashMap<>();
    near.location()
        .match(
            region -> map.put("region", region.name()),
            localZone -> map.put("local-zone", localZone.group()),
            at ->
                map.put(
                    "at", List.of(new BigDecimal(at.latitude()), new BigDecimal(at.longitude()))));
    if (near.bias() != 0) {
      map.put("bias", near.bias());
    }
    return near.route().equals(new Route.To(near.name())) ? map : child(map, near.route());
  }

  private static Object network(Route.Network network) {
    if (network.name().equals(Route.Network.DEFAULT)) {
      return route(network.route());
    }
    Map<String, Object> map = new LinkedHashMap<>();
    if (!network.blocks().isEmpty()) {
      map.put("blocks", network.blocks().stream().map(Object::toString).toList());
    }
    return child(map, network.route());
  }

  /** A health check. */
  static Map<String, Object> health(Health health) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.putAll(
        health
            .probe()
            .match(
                RouteWriter::connect,
                calculated -> Map.of("calculated", calculated(calculated)),
                control -> Map.of("routing-control", control.arn()),
                shared -> Map.of("check", shared.name())));
    putIf(map, "invert", health.invert());
    putIf(map, "disabled", health.disabled());
    health.tags().ifPresent(tags -> map.put("tags", tags));
    return map;
  }

  private static Map<String, Object> calculated(Health.Calculated calculated) {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("children", calculated.children());
    inner.put("at-least", calculated.atLeast());
    return inner;
  }

  private static Map<String, Object> connect(Health.Connect connect) {
    Map<String, Object> map = new LinkedHashMap<>();
    Map<String, Object> inner = new LinkedHashMap<>();
    connect.path().ifPresent(path -> inner.put("path", path));
    connect.port().ifPresent(port -> inner.put("port", port));
    connect.host().ifPresent(host -> inner.put("host", host));
    connect.search().ifPresent(search -> inner.put("search", search));
    if (!connect.sni()) {
      inner.put("sni", false);
    }
    map.put(connect.protocol().name().toLowerCase(Locale.ROOT), inner);
    map.put("interval", connect.interval());
    map.put("failures", connect.failures());
    if (!connect.regions().isEmpty()) {
      map.put("regions", connect.regions());
    }
    putIf(map, "measure-latency", connect.measureLatency());
    return map;
  }

  private static void putIf(Map<String, Object> map, String key, boolean value) {
    if (value) {
      map.put(key, true);
    }
  }
}
