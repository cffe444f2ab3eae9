package io.github.fleetdns.config;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dynamic record of octoDNS as the tree that its provider makes: rules by place at the name, for
 * each pool a failover from its values to its fallback, and below that its values by weight.
 */
final class OctodnsDynamic {
  private static final String DEFAULT = "default";
  private final DomainName zone;
  private final DomainName name;
  private final RecordType type;
  private final long ttl;
  private final YamlFields record;
  private final Map<String, HealthCheck> checks;
  private final List<Problem> problems;

  OctodnsDynamic(
      DomainName zone,
      DomainName name,
      RecordType type,
      long ttl,
      YamlFields record,
      Map<String, HealthCheck> checks,
      List<Problem> problems) {
    this.zone = zone;
    this.name = name;
    this.type = type;
    this.ttl = ttl;
    this.record = record;
    this.checks = checks;
    this.problems = problems;
  }

  /**
   * Adds the record sets.
   *
   * @param values the values of the record itself, to which everything falls back
   */
  void add(List<String> values, List<RecordSet> sets) {
    YamlFields dynamic = record.map("dynamic");
    YamlFields pools = dynamic.map("pools");
    if (pools.entries().isEmpty() || values.isEmpty()) {
      error(
          record.at("dynamic"),
          "octodns-dynamic",
          "a dynamic record has pools, rules, and a value to fall back to; add what is missing");
      return;
    }
    sets.add(RecordSet.simple(node(DEFAULT, "pool"), type, ttl, values));
    for (YamlNode.Entry pool : pools.entries()) {
      pool(pool, pools, sets);
    }
    int index = 0;
    for (YamlNode rule : dynamic.get("rules").map(YamlFields::items).orElse(List.of())) {
      rule(index++, YamlFields.of(rule), pools, sets);
    }
    if (index == 0) {
      error(record.at("dynamic"), "octodns-dynamic", "a dynamic record has rules; add one");
    }
  }

  private DomainName node(String pool, String kind) {
    return name.prepend("_octodns-" + pool + "-" + kind);
  }

  private void pool(YamlNode.Entry entry, YamlFields pools, List<RecordSet> sets) {
    String pool = entry.key();
    YamlFields fields = YamlFields.of(entry.value());
    Optional<String> fallback = fields.text("fallback");
    if (fallback.isPresent() && !known(fallback.get(), pools, fields.at("fallback"))) {
      return;
    }
    loop(pool, pools, fields);
    String next = fallback.orElse(DEFAULT);
    sets.add(
        alias(
            node(pool, "pool"),
            pool + "-Primary",
            new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.PRIMARY),
            node(pool, "value")));
    sets.add(
        alias(
            node(pool, "pool"),
            pool + "-Secondary-" + next,
            new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.SECONDARY),
            node(next, "pool")));
    int index = 0;
    for (YamlNode value : fields.get("values").map(YamlFields::items).orElse(List.of())) {
      YamlFields one = YamlFields.of(value);
      Optional<String> text = one.text("value");
      if (text.isEmpty()) {
        error(value.location(), "octodns-value", "a value of a pool is missing; add value:");
        continue;
      }
      String identifier = String.format(Locale.ROOT, "%s-%03d", pool, index++);
      long weight = one.integer("weight", 0, 255).orElse(1);
      sets.add(
          new RecordSet(
              node(pool, "value"),
              type,
              Optional.of(
                  new Routing(
                      identifier,
                      new RoutingPolicy.Weighted(weight),
                      check(identifier, text.get(), one.text("status").orElse("obey")))),
              new Content.Values(ttl, List.of(text.get()))));
    }
  }

  private boolean known(String pool, YamlFields pools, Location at) {
    if (pools.get(pool).isEmpty()) {
      error(at, "octodns-pool", "there is no pool \"" + pool + "\"; correct the name");
      return false;
    }
    return true;
  }

  private void loop(String pool, YamlFields pools, YamlFields fields) {
    Set<String> seen = new LinkedHashSet<>();
    for (Optional<String> next = Optional.of(pool);
        next.isPresent();
        next = pools.map(next.get()).text("fallback")) {
      if (!seen.add(next.get())) {
        if (next.get().equals(pool)) {
          error(
              fields.at("fallback"),
              "octodns-pool",
              "the fallbacks lead back to pool \"" + pool + "\"; let one of them end");
        }
        return;
      }
    }
  }

  private RecordSet alias(
      DomainName at, String identifier, RoutingPolicy policy, DomainName target) {
    return new RecordSet(
        at,
        type,
        Optional.of(new Routing(identifier, policy, Optional.empty())),
        new Content.Alias(new AliasTarget.SameZone(target), true));
  }

  private void rule(int index, YamlFields rule, YamlFields pools, List<RecordSet> sets) {
    Optional<String> pool = rule.text("pool");
    if (pool.isEmpty() || !known(pool.get(), pools, rule.at("pool"))) {
      return;
    }
    if (rule.get("subnets").isPresent()) {
      error(
          rule.at("subnets"),
          "octodns-subnets",
          "octoDNS has no rules by subnet at Route 53; write this name as a cidr route");
      return;
    }
    List<String> geos = rule.textList("geos").stream().map(YamlNode.Scalar::text).toList();
    for (String geo : geos.isEmpty() ? List.of("None") : geos) {
      Optional<GeoPlace> place = place(geo);
      if (place.isEmpty()) {
        error(rule.at("geos"), "octodns-geo", "\"" + geo + "\" is no place of octoDNS's");
        continue;
      }
      sets.add(
          alias(
              name,
              index + "-" + pool.get() + "-" + geo,
              new RoutingPolicy.Geolocation(place.get()),
              node(pool.get(), "pool")));
    }
  }

  /** A continent, a country of it, a state or province of that. */
  private static Optional<GeoPlace> place(String geo) {
    String[] parts = geo.split("-", -1);
    if (geo.equals("None")) {
      return Optional.of(new GeoPlace.Default());
    }
    return switch (parts.length) {
      case 1 -> {
        Optional<GeoPlace> found = Optional.empty();
        for (GeoPlace.Continent continent : GeoPlace.Continent.values()) {
          if (continent.code().equals(geo)) {
            found = Optional.of(continent);
          }
        }
        yield found;
      }
      case 2 -> Optional.of(new GeoPlace.Country(parts[1]));
      case 3 -> Optional.of(new GeoPlace.Subdivision(parts[1], parts[2]));
      default -> Optional.empty();
    };
  }

  /** The check of a value; none for one that counts as up whatever happens. */
  private Optional<String> check(String identifier, String value, String status) {
    if (status.equals("up")) {
      return Optional.empty();
    }
    YamlFields described = record.map("octodns").map("healthcheck");
    YamlFields own = record.map("octodns").map("route53").map("healthcheck");
    String spoken = described.text("protocol").orElse("HTTPS").toUpperCase(Locale.ROOT);
    HealthCheck.Protocol protocol =
        switch (spoken) {
          case "HTTP" -> HealthCheck.Protocol.HTTP;
          case "TCP" -> HealthCheck.Protocol.TCP;
          default -> HealthCheck.Protocol.HTTPS;
        };
    Optional<IpAddress> address = IpAddress.parse(value);
    boolean tcp = protocol == HealthCheck.Protocol.TCP;
    boolean https = protocol == HealthCheck.Protocol.HTTPS;
    Optional<String> host =
        address.isPresent()
            ? tcp ? Optional.empty() : described.text("host").or(() -> Optional.of(name.toString()))
            : Optional.of(DomainName.spelled(value));
    boolean down = status.equals("down");
    String called = front() + "-" + identifier.replaceFirst("-0*(\\d+)$", "-$1");
    checks.put(
        called,
        new HealthCheck.Endpoint(
            protocol,
            address,
            host,
            (int) described.integer("port", 1, 65535).orElse(443),
            tcp ? Optional.empty() : Optional.of(described.text("path").orElse("/_dns")),
            Optional.empty(),
            (int) own.integer("request_interval", 10, 30).orElse(10),
            (int) own.integer("failure_threshold", 1, 10).orElse(6),
            List.of(),
            own.truth("measure_latency").orElse(true),
            https ? Optional.of(true) : Optional.empty(),
            new HealthCheck.Common(down, down)));
    return Optional.of(called);
  }

  private String front() {
    String relative = name.relativeTo(zone);
    return relative.isEmpty() ? "apex" : relative.replaceAll("[^A-Za-z0-9]+", "-");
  }

  private void error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
  }
}
