package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.zone.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code zone:} of a fleet file, as {@link ZoneReader} reads it. */
final class ZoneWriter {
  private ZoneWriter() {}

  static Map<String, Object> write(Zone zone) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", zone.name().toString());
    if (!zone.comment().isEmpty()) {
      map.put("comment", zone.comment());
    }
    if (!zone.tags().isEmpty()) {
      map.put("tags", zone.tags());
    }
    map.putAll(source(zone.source()));
    zone.visibility()
        .match(
            everybody -> map,
            networks -> map.put("private", secluded(networks.vpcs(), zone.sharing())));
    zone.parent().ifPresent(parent -> map.put("parent", parent(parent)));
    if (zone.dnssec()) {
      map.put("dnssec", true);
    }
    zone.queryLog().ifPresent(log -> map.put("query-log", queryLog(log)));
    return map;
  }

  private static Map<String, Object> source(Zone.Source source) {
    return source.match(
        created -> {
          Map<String, Object> map = new LinkedHashMap<>();
          created.delegationSet().ifPresent(set -> map.put("delegation-set", set));
          if (created.protect()) {
            map.put("protect", true);
          }
          if (created.acceleratedRecovery()) {
            map.put("accelerated-recovery", true);
          }
          if (created.forceDestroy()) {
            map.put("force-destroy", true);
          }
          return map;
        },
        existing -> Map.of("existing", existing.id().<Object>map(id -> id).orElse(true)));
  }

  private static Object secluded(List<Visibility.Vpc> vpcs, Zone.Sharing sharing) {
    Map<String, Object> map = new LinkedHashMap<>();
    vpcs(map, "vpcs", vpcs);
    vpcs(map, "associate", sharing.associate());
    vpcs(map, "authorise", sharing.authorise());
    return map.isEmpty() ? true : map;
  }

  private static void vpcs(Map<String, Object> map, String key, List<Visibility.Vpc> vpcs) {
    if (!vpcs.isEmpty()) {
      map.put(key, vpcs.stream().map(ZoneWriter::vpc).toList());
    }
  }

  private static Map<String, Object> vpc(Visibility.Vpc vpc) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", vpc.id());
    vpc.region().ifPresent(region -> map.put("region", region));
    return map;
  }

  private static Map<String, Object> parent(Zone.Parent parent) {
    Map<String, Object> map = new LinkedHashMap<>();
    parent.match(
        byId -> map.put("zone-id", byId.id()), byName -> map.put("name", byName.name().toString()));
    if (parent.ttl() != Zone.Parent.DEFAULT_TTL) {
      map.put("ttl", parent.ttl());
    }
    return map;
  }

  private static Object queryLog(Zone.QueryLog log) {
    return log.equals(Zone.QueryLog.DEFAULT) ? true : Map.of("retention-days", log.retentionDays());
  }
}
