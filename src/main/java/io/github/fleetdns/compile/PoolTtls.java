package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Pool;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.fleet.Service;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The TTLs of pools: a pool is compiled once however many services use it, so it has the shortest
 * TTL of theirs.
 */
final class PoolTtls {
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final Map<String, Long> ttls = new HashMap<>();

  private PoolTtls() {}

  static Map<String, Long> of(Fleet fleet) {
    PoolTtls result = new PoolTtls();
    fleet.pools().forEach(pool -> result.pools.put(pool.name(), pool));
    for (Service service : fleet.services()) {
      result.use(service.route(), service.ttl().orElse(fleet.ttl()));
    }
    return result.ttls;
  }

  private void use(Route route, long ttl) {
    for (String name : Routes.namesIn(route).toList()) {
      Pool pool = pools.get(name);
      if (pool != null && ttls.getOrDefault(name, Long.MAX_VALUE) > ttl) {
        ttls.put(name, ttl);
        use(pool.route(), ttl);
      }
    }
  }
}
