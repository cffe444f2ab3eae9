package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.zone.RecordSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys beside a {@code route:} that say how Route 53 holds it. */
final class Placing {
  /** The key of the route itself. */
  static final String ROUTE = "route";

  /** The key of the collection that a policy names the locations of. */
  static final String COLLECTION = "collection";

  private static final String NODE = "node";
  private static final String SET_IDENTIFIER = "set-identifier";
  private static final String TTL = "ttl";
  private static final String CHECK = "check";
  private static final String EVALUATE = "evaluate-target-health";

  private Placing() {}

  /** The route with what a map says of it; the route itself if that is nothing. */
  static Route read(YamlFields fields, Route route) {
    Optional<Route.Check> check =
        fields
            .text(CHECK)
            .map(name -> new Route.Check(Optional.of(name)))
            .or(() -> fields.truth(CHECK).map(no -> new Route.Check(Optional.empty())));
    Route.Placed placed =
        new Route.Placed(
            fields.text(NODE),
            fields.text(SET_IDENTIFIER),
            fields.integer(TTL, 0, RecordSet.MAX_TTL),
            check,
            fields.truth(EVALUATE),
            fields.text(COLLECTION),
            route);
    return placed.isPlain() ? route : placed;
  }

  /** The keys of a route that have something to say, without the route. */
  static Map<String, Object> write(Route.Placed placed) {
    Map<String, Object> map = new LinkedHashMap<>();
    placed.node().ifPresent(node -> map.put(NODE, node));
    placed.setIdentifier().ifPresent(identifier -> map.put(SET_IDENTIFIER, identifier));
    placed.ttl().ifPresent(ttl -> map.put(TTL, ttl));
    placed
        .check()
        .ifPresent(check -> map.put(CHECK, check.name().<Object>map(n -> n).orElse(false)));
    placed.evaluate().ifPresent(evaluate -> map.put(EVALUATE, evaluate));
    placed.collection().ifPresent(collection -> map.put(COLLECTION, collection));
    return map;
  }
}
