package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Load;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Verbatim;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Record sets, checks and collections as {@link RecordSetReader} and its like read them. */
final class VerbatimWriter {
  private VerbatimWriter() {}

  /** Adds the keys that have something to say. */
  static void put(Map<String, Object> root, Verbatim verbatim, DomainName zone) {
    if (!verbatim.recordSets().isEmpty()) {
      root.put(
          "record-sets", verbatim.recordSets().stream().map(set -> recordSet(set, zone)).toList());
    }
    if (!verbatim.checks().isEmpty()) {
      Map<String, Object> checks = new LinkedHashMap<>();
      verbatim.checks().forEach((name, check) -> checks.put(name, check(check)));
      root.put("checks", checks);
    }
    if (!verbatim.collections().isEmpty()) {
      Map<String, Object> collections = new LinkedHashMap<>();
      verbatim.collections().forEach(c -> collections.put(c.name(), collection(c)));
      root.put("cidr-collections", collections);
    }
  }

  private static Map<String, Object> collection(CidrCollection collection) {
    Map<String, Object> locations = new LinkedHashMap<>();
    collection
        .locations()
        .forEach(
            (name, blocks) -> locations.put(name, blocks.stream().map(String::valueOf).toList()));
    return locations;
  }

  /** A name as it is written in a file of the zone. */
  static String relative(DomainName name, DomainName zone) {
    if (!name.isWithin(zone)) {
      return name + ".";
    }
    String relative = name.relativeTo(zone);
    return relative.isEmpty() ? PlainRecord.APEX : relative;
  }

  private static Map<String, Object> recordSet(RecordSet set, DomainName zone) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", relative(set.name(), zone));
    map.put("type", set.type().name());
    set.routing()
        .ifPresent(
            routing -> {
              map.put("set-identifier", routing.setIdentifier());
              map.putAll(routing.policy().accept(POLICY));
              routing.healthCheck().ifPresent(check -> map.put("check", check));
            });
    set.content()
        .match(
            values -> {
              map.put("ttl", values.ttl());
              map.put(
                  "values", values.values().size() == 1 ? values.values().get(0) : values.values());
              return map;
            },
            alias -> {
              map.put("alias", alias(alias, zone));
              return map;
            });
    return map;
  }

  /** An alias. */
  private static Map<String, Object> alias(Content.Alias alias, DomainName zone) {
    Map<String, Object> map = new LinkedHashMap<>();
    alias
        .target()
        .match(
            same -> map.put("record", relative(same.name(), zone)),
            resource -> dnsName(map, resource.dnsName(), resource.hostedZoneId()),
            balancer -> {
              throw unsayable(balancer);
            },
            reference -> {
              throw unsayable(reference);
            });
    if (alias.evaluateTargetHealth()) {
      map.put("evaluate-target-health", true);
    }
    return map;
  }

  private static Object dnsName(Map<String, Object> map, String dnsName, String zoneId) {
    map.put("dns-name", dnsName);
    return map.put("zone-id", zoneId);
  }

  private static IllegalArgumentException unsayable(AliasTarget target) {
    return new IllegalArgumentException(
        "a record set of a fleet file cannot refer to " + target.title());
  }

  private static final RoutingPolicy.Visitor<Map<String, Object>> POLICY =
      new RoutingPolicy.Visitor<>() {
        @Override
        public Map<String, Object> weighted(RoutingPolicy.Weighted policy) {
          return Map.of("weighted", policy.weight());
        }

        @Override
        public Map<String, Object> latency(RoutingPolicy.Latency policy) {
          return Map.of("latency", policy.region());
        }

        @Override
        public Map<String, Object> geolocation(RoutingPolicy.Geolocation policy) {
          return Map.of("geolocation", policy.place().toString());
        }

        @Override
        public Map<String, Object> geoproximity(RoutingPolicy.Geoproximity policy) {
          Map<String, Object> near = location(policy.location());
          if (policy.bias() != 0) {
            near.put("bias", policy.bias());
          }
          return Map.of("geoproximity", near);
        }

        @Override
        public Map<String, Object> failover(RoutingPolicy.Failover policy) {
          return Map.of("failover", policy.role().name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Map<String, Object> multivalue(RoutingPolicy.Multivalue policy) {
          return Map.of("multivalue", true);
        }

        @Override
        public Map<String, Object> cidr(RoutingPolicy.Cidr policy) {
          Map<String, Object> cidr = new LinkedHashMap<>();
          cidr.put("collection", policy.collection());
          cidr.put("location", policy.location());
          return Map.of("cidr", cidr);
        }
      };

  /** The key of a location with its value. */
  static Map<String, Object> location(GeoLocation location) {
    Map<String, Object> map = new LinkedHashMap<>();
    location.match(
        region -> map.put("region", region.name()),
        localZone -> map.put("local-zone", localZone.group()),
        at ->
            map.put("at", List.of(new BigDecimal(at.latitude()), new BigDecimal(at.longitude()))));
    return map;
  }

  private static Map<String, Object> check(Verbatim.Check stated) {
    Map<String, Object> map = new LinkedHashMap<>();
    HealthCheck check = stated.check();
    check.match(
        endpoint -> endpoint(map, endpoint),
        calculated -> {
          Map<String, Object> inner = new LinkedHashMap<>();
          inner.put("children", calculated.children());
          inner.put("at-least", calculated.atLeast());
          return map.put("calculated", inner);
        },
        alarm -> {
          Map<String, Object> inner = new LinkedHashMap<>();
          inner.put("name", alarm.alarm());
          inner.put("region", alarm.region());
          if (alarm.insufficientData() != Load.DEFAULT_INSUFFICIENT_DATA) {
            inner.put("insufficient-data", LoadReader.word(alarm.insufficientData()));
          }
          return map.put("alarm", inner);
        },
        control -> map.put("routing-control", control.arn()));
    if (check.common().inverted()) {
      map.put("invert", true);
    }
    if (check.common().disabled()) {
      map.put("disabled", true);
    }
    if (!stated.tags().isEmpty()) {
      map.put("tags", stated.tags());
    }
    return map;
  }

  private static Object endpoint(Map<String, Object> map, HealthCheck.Endpoint check) {
    Map<String, Object> inner = new LinkedHashMap<>();
    check.path().ifPresent(path -> inner.put("path", path));
    int usual = check.protocol() == HealthCheck.Protocol.HTTPS ? 443 : 80;
    if (check.port() != usual || check.protocol() == HealthCheck.Protocol.TCP) {
      inner.put("port", check.port());
    }
    check.host().ifPresent(host -> inner.put("host", host));
    check.search().ifPresent(search -> inner.put("search", search));
    check.sni().filter(sni -> !sni).ifPresent(no -> inner.put("sni", false));
    map.put(check.protocol().name().toLowerCase(Locale.ROOT), inner);
    check.address().ifPresent(address -> map.put("address", address.toString()));
    if (check.interval() != Health.DEFAULT_INTERVAL) {
      map.put("interval", check.interval());
    }
    if (check.failures() != Health.DEFAULT_FAILURES) {
      map.put("failures", check.failures());
    }
    if (!check.regions().isEmpty()) {
      map.put("regions", check.regions());
    }
    if (check.measureLatency()) {
      map.put("measure-latency", true);
    }
    return map;
  }
}
