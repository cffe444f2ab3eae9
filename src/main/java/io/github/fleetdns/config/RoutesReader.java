package io.github.fleetdns.config;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.compile.RoutePath;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.fleet.Service;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pools and services of a fleet file, and whether the names they mention exist.
 *
 * <p>What mentions an unknown or broken name is left out, so that the rest can still be compiled
 * and judged.
 */
final class RoutesReader {
  /** More than anybody follows, and each is a name that resolvers of Route 53 go through. */
  private static final int MAX_POOLS = 100;

  private final List<Problem> problems;
  private final Map<RoutePath, Location> places = new HashMap<>();
  private final Map<RoutePath, List<RouteReader.Mention>> mentions = new LinkedHashMap<>();
  private boolean unreadable;
  private final Map<String, Endpoint> byName = new LinkedHashMap<>();
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final Map<String, Service> services = new LinkedHashMap<>();

  RoutesReader(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * Reads both sections.
   *
   * @param nameFits reports what is wrong with the name of a service
   */
  void read(YamlFields root, List<Endpoint> endpoints, Predicate<YamlNode.Entry> nameFits) {
    endpoints.forEach(endpoint -> byName.put(endpoint.name(), endpoint));
    YamlFields endpointFields = root.map("endpoints");
    YamlFields poolFields = root.map("pools");
    for (YamlNode.Entry entry : poolFields.entries()) {
      pool(entry, byName).ifPresent(pool -> pools.put(pool.name(), pool));
    }
    for (YamlNode.Entry entry : root.map("services").entries()) {
      boolean fits = nameFits.test(entry);
      service(entry, byName)
          .filter(service -> fits)
          .ifPresent(service -> services.put(service.name(), service));
    }
    Set<String> known = new TreeSet<>();
    endpointFields.entries().forEach(entry -> known.add(entry.key()));
    poolFields.entries().forEach(entry -> known.add(entry.key()));
    mentions.values().forEach(list -> list.forEach(m -> check(m, known, poolFields, byName)));
    warnOfUnused(endpointFields, poolFields);
    reportLoops();
    leaveOutBroken(byName);
    RouteNeeds needs = new RouteNeeds(byName, pools, this::locate, problems);
    Set<String> unmet = new TreeSet<>();
    for (Pool pool : pools.values()) {
      if (!needs.check(pool.route(), RoutePath.pool(pool.name()))) {
        unmet.add(pool.name());
      }
    }
    services
        .values()
        .removeIf(
            service -> {
              RoutePath path = RoutePath.service(service.name());
              boolean complete = needs.check(service.route(), path);
              return !needs.checkKind(service.route(), path) || !complete;
            });
    pools.keySet().removeAll(unmet);
    leaveOutBroken(byName);
  }

  /** Reports services with inner names that are no domain names, and leaves them out. */
  void leaveOutTooLong(DomainName zone) {
    Fleet.Builder routed = Fleet.builder("routed", zone.toString());
    byName.values().forEach(routed::endpoint);
    pools.values().forEach(pool -> routed.pool(pool.name(), pool.route()));
    services.values().forEach(routed::service);
    FleetCompiler.unnameable(routed.build())
        .forEach(
            (service, e) -> {
              error(
                  locate(RoutePath.service(service)),
                  e.rule(),
                  "the service needs an inner name that is too long: " + e.reason());
              services.remove(service);
            });
  }

  /** The usable pools, in the file's order. */
  List<Pool> pools() {
    return List.copyOf(pools.values());
  }

  /** The usable services, in the file's order. */
  List<Service> services() {
    return List.copyOf(services.values());
  }

  /** Where a node of a tree stands, or the nearest one above it. */
  Location locate(RoutePath path) {
    Location found = places.get(path);
    if (found != null) {
      return found;
    }
    return locate(path.parent().orElseThrow());
  }

  private Optional<Pool> pool(YamlNode.Entry entry, Map<String, Endpoint> endpoints) {
    RoutePath path = RoutePath.pool(entry.key());
    places.put(path, entry.keyLocation());
    if (!Endpoint.NAME.matcher(entry.key()).matches() || entry.key().length() > 62) {
      error(
          entry.keyLocation(),
          "pool-name",
          "pool name \"" + entry.key() + "\" is no DNS label of at most 62 characters");
    }
    boolean clash = endpoints.containsKey(entry.key());
    if (clash) {
      error(
          entry.keyLocation(),
          "pool-name",
          "\"" + entry.key() + "\" is an endpoint already; give the pool another name");
    }
    Optional<Route> route = route(entry.value(), path, endpoints);
    return clash ? Optional.empty() : route.map(usable -> new Pool(entry.key(), usable));
  }

  private Optional<Service> service(YamlNode.Entry entry, Map<String, Endpoint> endpoints) {
    RoutePath path = RoutePath.service(entry.key());
    places.put(path, entry.keyLocation());
    YamlFields fields = YamlFields.of(entry.value());
    OptionalLong ttl = fields.integer("ttl", 0, RecordSet.MAX_TTL);
    return fields
        .get("route")
        .flatMap(node -> route(node, path, endpoints))
        .map(route -> new Service(entry.key(), ttl, route));
  }

  private Optional<Route> route(YamlNode node, RoutePath path, Map<String, Endpoint> endpoints) {
    RouteReader reader = new RouteReader(endpoints, problems);
    Optional<Route> route = reader.read(node, path);
    reader.places().forEach(places::putIfAbsent);
    mentions.put(path, reader.mentions());
    unreadable |= route.isEmpty();
    return route;
  }

  private static boolean isAlias(@Nullable Endpoint endpoint) {
    return endpoint != null && endpoint.target() instanceof Target.Alias;
  }

  private void check(
      RouteReader.Mention mention,
      Set<String> known,
      YamlFields poolFields,
      Map<String, Endpoint> endpoints) {
    if (!known.contains(mention.name())) {
      String hint =
          Suggestion.of(mention.name(), known)
              .map(near -> "; did you mean \"" + near + "\"?")
              .orElse("");
      error(
          mention.at(),
          "unknown-endpoint",
          "there is no endpoint or pool \"" + mention.name() + "\"" + hint);
    } else if (mention.endpointOnly().isPresent() && poolFields.get(mention.name()).isPresent()) {
      error(
          mention.at(),
          "endpoint-only",
          mention.endpointOnly().get()
              + " answers with addresses, and \""
              + mention.name()
              + "\" is a pool; list its endpoints");
    } else if (mention.endpointOnly().isPresent() && isAlias(endpoints.get(mention.name()))) {
      error(
          mention.at(),
          "endpoint-only",
          mention.endpointOnly().get()
              + " answers with addresses, and \""
              + mention.name()
              + "\" is an alias, which Route 53 refuses there"
              + "; use weighted, or name it alone");
    }
  }

  /** With services in the file, what none of them mentions is probably forgotten. */
  private void warnOfUnused(YamlFields endpoints, YamlFields pools) {
    if (mentions.isEmpty() || unreadable) {
      return;
    }
    Set<String> mentioned = new TreeSet<>();
    mentions.values().forEach(list -> list.forEach(mention -> mentioned.add(mention.name())));
    for (YamlNode.Entry entry : endpoints.entries()) {
      if (!mentioned.contains(entry.key())) {
        warn(entry, "endpoint-unused", "no service or pool sends traffic to endpoint");
      }
    }
    for (YamlNode.Entry entry : pools.entries()) {
      if (!mentioned.contains(entry.key())) {
        warn(entry, "pool-unused", "no service sends traffic to pool");
      }
    }
  }

  private void warn(YamlNode.Entry entry, String rule, String message) {
    problems.add(
        Problem.warning(
            entry.keyLocation(), rule, message + " \"" + entry.key() + "\"; use it or remove it"));
  }

  private void reportLoops() {
    Map<String, Set<String>> mentioned = new LinkedHashMap<>();
    for (String pool : pools.keySet()) {
      mentioned.put(
          pool,
          mentions.getOrDefault(RoutePath.pool(pool), List.of()).stream()
              .map(RouteReader.Mention::name)
              .filter(pools::containsKey)
              .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
    PoolLoops.in(mentioned)
        .forEach(
            (pool, way) -> {
              error(
                  locate(RoutePath.pool(pool)),
                  "pool-loop",
                  "pool \"" + pool + "\" leads back to itself: " + String.join(" → ", way));
              pools.remove(pool);
            });
    reportDepth(mentioned);
  }

  /** Pools that stand on more pools than can be followed; a pool that is left out ends the way. */
  private void reportDepth(Map<String, Set<String>> mentioned) {
    PoolLoops.deeperThan(MAX_POOLS, mentioned, pools.keySet())
        .forEach(
            pool -> {
              error(
                  locate(RoutePath.pool(pool)),
                  "pool-depth",
                  "below pool \""
                      + pool
                      + "\" pools lead to pools in more than "
                      + MAX_POOLS
                      + " steps, which is the limit");
              pools.remove(pool);
            });
  }

  private void leaveOutBroken(Map<String, Endpoint> endpoints) {
    boolean changed = true;
    while (changed) {
      changed = pools.keySet().removeIf(name -> !usable(RoutePath.pool(name), endpoints));
    }
    services.keySet().removeIf(name -> !usable(RoutePath.service(name), endpoints));
  }

  private boolean usable(RoutePath path, Map<String, Endpoint> endpoints) {
    return mentions.getOrDefault(path, List.of()).stream()
        .allMatch(
            m ->
                (endpoints.containsKey(m.name())
                        && (m.endpointOnly().isEmpty() || !isAlias(endpoints.get(m.name()))))
                    || (m.endpointOnly().isEmpty() && pools.containsKey(m.name())));
  }

  private void error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
  }
}
