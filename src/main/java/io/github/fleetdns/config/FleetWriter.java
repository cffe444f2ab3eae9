package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Backend;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Provider;
import io.github.fleetdns.fleet.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes a {@link Fleet} as a fleet file. Reading it back gives an equal fleet. */
public final class FleetWriter {
  private static final String SCHEMA_LINE = "# yaml-language-server: $schema=./fleet.schema.json\n";
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setSchema(new CoreSchema())
          .setDefaultFlowStyle(FlowStyle.AUTO)
          .setWidth(Integer.MAX_VALUE)
          .setSplitLines(false)
          .build();

  private FleetWriter() {}

  /**
   * The text of a fleet file. Records of one name are brought together, in the order of the first.
   */
  public static String write(Fleet fleet) {
    return SCHEMA_LINE + body(fleet);
  }

  /**
   * The same with comments.
   *
   * @param head lines that stand at the top
   * @param endpoints by the name of an endpoint what stands behind it
   */
  public static String write(Fleet fleet, List<String> head, Map<String, String> endpoints) {
    StringBuilder text = new StringBuilder(SCHEMA_LINE);
    head.forEach(line -> text.append("# ").append(line).append('\n'));
    boolean inside = false;
    for (String line : body(fleet).lines().toList()) {
      if (!line.startsWith(" ")) {
        inside = line.equals("endpoints:");
      }
      String name = line.strip().replaceFirst(":.*", "").replaceAll("[\"']", "");
      boolean begins = inside && line.startsWith("  ") && !line.startsWith("   ");
      text.append(line);
      if (begins && endpoints.containsKey(name)) {
        text.append("  # ").append(endpoints.get(name));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String body(Fleet fleet) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("fleet", fleet.name());
    root.put("zone", ZoneWriter.write(fleet.zone()));
    Optional<Health> usual = usualHealth(fleet.endpoints());
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("ttl", fleet.ttl());
    usual.ifPresent(health -> defaults.put("health", RouteWriter.health(health)));
    root.put("defaults", defaults);
    if (!fleet.endpoints().isEmpty()) {
      root.put("endpoints", endpoints(fleet.endpoints(), usual));
    }
    if (!fleet.pools().isEmpty()) {
      Map<String, Object> pools = new LinkedHashMap<>();
      fleet.pools().forEach(pool -> pools.put(pool.name(), RouteWriter.route(pool.route())));
      root.put("pools", pools);
    }
    if (!fleet.services().isEmpty()) {
      Map<String, Object> services = new LinkedHashMap<>();
      fleet.services().forEach(service -> services.put(service.name(), service(service)));
      root.put("services", services);
    }
    if (!fleet.records().isEmpty()) {
      root.put("records", records(fleet.records()));
    }
    VerbatimWriter.put(root, fleet.verbatim(), fleet.zone().name());
    if (!fleet.residency().isEmpty()) {
      Map<String, Object> places = new LinkedHashMap<>();
      fleet.residency().forEach(r -> places.put(r.place().toString(), r.regions()));
      root.put("residency", places);
    }
    TargetWriter.put(root, fleet.monitoring());
    putUnlessEmpty(root, "tags", fleet.tags());
    putUnlessEmpty(root, "provider", provider(fleet.provider()));
    if (!fleet.backend().equals(Backend.Local.DEFAULT)) {
      root.put("backend", backend(fleet.backend()));
    }
    return new Dump(SETTINGS).dumpToString(root);
  }

  /** The health check that more endpoints have than another or none, if several have it. */
  private static Optional<Health> usualHealth(List<Endpoint> endpoints) {
    Map<Optional<Health>, Integer> counts = new LinkedHashMap<>();
    endpoints.forEach(endpoint -> counts.merge(endpoint.health(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> most.getValue() > 1)
        .flatMap(Map.Entry::getKey);
  }

  private static Map<String, Object> endpoints(List<Endpoint> endpoints, Optional<Health> usual) {
    Map<String, Object> map = new LinkedHashMap<>();
    endpoints.forEach(endpoint -> map.put(endpoint.name(), endpoint(endpoint, usual)));
    return map;
  }

  private static Map<String, Object> endpoint(Endpoint endpoint, Optional<Health> usual) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, "region", endpoint.region());
    endpoint
        .target()
        .match(
            target ->
                map.put(
                    "address",
                    oneOrList(target.addresses().stream().map(Object::toString).toList())),
            target -> map.put("hostname", target.hostname().toString()),
            target -> TargetWriter.put(map, target));
    if (!endpoint.published()) {
      map.put("publish", false);
    }
    endpoint.ttl().ifPresent(ttl -> map.put("ttl", ttl));
    endpoint.capacity().ifPresent(capacity -> map.put("capacity", capacity));
    if (!endpoint.health().equals(usual)) {
      map.put("health", endpoint.health().<Object>map(RouteWriter::health).orElse(false));
    }
    endpoint.load().ifPresent(load -> map.put("load", TargetWriter.load(load)));
    return map;
  }

  private static Map<String, Object> service(Service service) {
    Map<String, Object> map = new LinkedHashMap<>();
    service.ttl().ifPresent(ttl -> map.put("ttl", ttl));
    map.put("route", RouteWriter.route(service.route()));
    return map;
  }

  private static Map<String, Map<String, Object>> records(List<PlainRecord> records) {
    Map<String, Map<String, Object>> map = new LinkedHashMap<>();
    for (PlainRecord record : records) {
      map.computeIfAbsent(record.name(), name -> new LinkedHashMap<>())
          .put(record.type().name(), record(record));
    }
    return map;
  }

  private static Object record(PlainRecord record) {
    Object values = oneOrList(record.values());
    if (record.ttl().isEmpty()) {
      return values;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ttl", record.ttl().getAsLong());
    map.put("values", values);
    return map;
  }

  private static Object oneOrList(List<String> values) {
    return values.size() == 1 ? values.get(0) : values;
  }

  private static Map<String, Object> provider(Provider provider) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (!provider.region().equals(Provider.DEFAULT_REGION)) {
      map.put("region", provider.region());
    }
    put(map, "profile", provider.profile());
    provider.assumeRole().ifPresent(role -> map.put("assume-role", assumeRole(role)));
    putUnlessEmpty(map, "default-tags", provider.defaultTags());
    put(map, "endpoint", provider.endpoint());
    return map;
  }

  private static Map<String, Object> assumeRole(Provider.AssumeRole role) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("role-arn", role.roleArn());
    put(map, "session-name", role.sessionName());
    put(map, "external-id", role.externalId());
    return map;
  }

  private static Map<String, Object> backend(Backend backend) {
    Map<String, Object> map = new LinkedHashMap<>();
    return backend.match(
        local -> {
          put(map, "path", local.path());
          return Map.of("local", map);
        },
        cloud -> {
          put(map, "hostname", cloud.hostname());
          map.put("organization", cloud.organization());
          map.put("workspaces", workspaces(cloud.workspaces()));
          return Map.of("cloud", map);
        },
        s3 -> {
          map.put("bucket", s3.bucket());
          put(map, "key", s3.key());
          map.put("region", s3.region());
          map.put("encrypt", s3.encrypt());
          put(map, "profile", s3.profile());
          put(map, "dynamodb-table", s3.dynamodbTable());
          map.put("use-lockfile", s3.useLockfile());
          return Map.of("s3", map);
        },
        remote -> {
          put(map, "hostname", remote.hostname());
          map.put("organization", remote.organization());
          map.put("workspaces", workspaces(remote.workspaces()));
          return Map.of("remote", map);
        });
  }

  private static Map<String, Object> workspaces(Backend.Workspaces workspaces) {
    return workspaces.match(
        named -> Map.of("name", named.name()),
        tagged -> Map.of("tags", tagged.tags()),
        prefixed -> Map.of("prefix", prefixed.prefix()));
  }

  private static void put(Map<String, Object> map, String key, Optional<String> value) {
    value.ifPresent(text -> map.put(key, text));
  }

  private static void putUnlessEmpty(Map<String, Object> map, String key, Map<String, ?> value) {
    if (!value.isEmpty()) {
      map.put(key, value);
    }
  }
}
