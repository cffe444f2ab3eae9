package io.github.fleetdns.config;

import io.github.fleetdns.compile.LoadChecks;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Load;
import io.github.fleetdns.fleet.Verbatim;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.IpAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The {@code checks:} of a fleet file: health checks as Route 53 holds them. */
final class ChecksReader {
  private static final List<String> KINDS =
      List.of("https", "http", "tcp", "calculated", "alarm", "routing-control");
  private final YamlFields fields;
  private final List<Problem> problems;

  private ChecksReader(YamlFields fields, List<Problem> problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /**
   * Reads the checks, by name.
   *
   * @param healthPlaces where the health of an endpoint is described
   */
  static Map<String, Verbatim.Check> read(
      YamlFields section,
      List<Endpoint> endpoints,
      Function<String, Location> healthPlaces,
      List<Problem> problems) {
    Set<String> taken = new LinkedHashSet<>();
    for (Endpoint endpoint : endpoints) {
      boolean own =
          endpoint
              .health()
              .filter(health -> !(health.probe() instanceof Health.Shared))
              .isPresent();
      if (own) {
        taken.add(endpoint.name());
      }
      if (endpoint.load().isPresent()) {
        taken.addAll(LoadChecks.names(endpoint.name()));
      }
    }
    Map<String, Verbatim.Check> checks = new LinkedHashMap<>();
    for (YamlNode.Entry entry : section.entries()) {
      if (taken.contains(entry.key())) {
        problems.add(
            Problem.error(
                entry.keyLocation(),
                "check-name",
                "the check of endpoint \""
                    + entry.key()
                    + "\" is called so; give this one another name"));
        continue;
      }
      YamlFields fields = YamlFields.of(entry.value());
      new ChecksReader(fields, problems)
          .read()
          .ifPresent(
              check ->
                  checks.put(entry.key(), new Verbatim.Check(check, fields.map("tags").texts())));
    }
    for (Endpoint endpoint : endpoints) {
      unknown(endpoint, section)
          .ifPresent(
              name ->
                  problems.add(
                      Problem.error(
                          healthPlaces.apply(endpoint.name()),
                          "unknown-check",
                          "endpoint \""
                              + endpoint.name()
                              + "\" has the check \""
                              + name
                              + "\", and checks: has none of that name; add it, or correct the"
                              + " name")));
    }
    return checks;
  }

  /** The check of an endpoint that is neither there nor the id of one made elsewhere. */
  private static Optional<String> unknown(Endpoint endpoint, YamlFields section) {
    return endpoint
        .health()
        .map(Health::probe)
        .filter(Health.Shared.class::isInstance)
        .map(probe -> ((Health.Shared) probe).name())
        .filter(name -> section.get(name).isEmpty() && !name.matches("[0-9a-f-]{36}"));
  }

  private Optional<HealthCheck> read() {
    List<String> kinds = KINDS.stream().filter(kind -> fields.get(kind).isPresent()).toList();
    if (kinds.size() != 1) {
      problems.add(
          Problem.error(
              fields.location(),
              "health-kind",
              "a check is exactly one of "
                  + String.join(", ", KINDS)
                  + "; this is "
                  + (kinds.isEmpty() ? "none of them" : String.join(" and ", kinds))));
      return Optional.empty();
    }
    HealthCheck.Common common =
        new HealthCheck.Common(
            fields.truth("invert").orElse(false), fields.truth("disabled").orElse(false));
    YamlFields inner = fields.map(kinds.get(0));
    return switch (kinds.get(0)) {
      case "https" -> endpoint(HealthCheck.Protocol.HTTPS, 443, common);
      case "http" -> endpoint(HealthCheck.Protocol.HTTP, 80, common);
      case "tcp" -> endpoint(HealthCheck.Protocol.TCP, 80, common);
      case "calculated" -> {
        List<String> children =
            inner.textList("children").stream().map(YamlNode.Scalar::text).toList();
        int atLeast = (int) inner.integer("at-least", 0, 256).orElse(children.size());
        yield Optional.of(new HealthCheck.Calculated(children, atLeast, common));
      }
      case "alarm" ->
          inner
              .text("name")
              .flatMap(
                  name ->
                      inner
                          .text("region")
                          .map(
                              region ->
                                  new HealthCheck.CloudWatchAlarm(
                                      name,
                                      region,
                                      insufficientData(inner),
                                      Optional.empty(),
                                      common)));
      default ->
          fields.text("routing-control").map(arn -> new HealthCheck.RoutingControl(arn, common));
    };
  }

  private static HealthCheck.InsufficientData insufficientData(YamlFields alarm) {
    String word =
        alarm.text("insufficient-data").orElse(LoadReader.word(Load.DEFAULT_INSUFFICIENT_DATA));
    for (HealthCheck.InsufficientData one : HealthCheck.InsufficientData.values()) {
      if (LoadReader.word(one).equals(word)) {
        return one;
      }
    }
    return Load.DEFAULT_INSUFFICIENT_DATA;
  }

  private Optional<HealthCheck> endpoint(
      HealthCheck.Protocol protocol, int port, HealthCheck.Common common) {
    String key = protocol.name().toLowerCase(Locale.ROOT);
    YamlFields inner = fields.map(key);
    Optional<String> text = fields.text("address");
    Optional<IpAddress> address = text.flatMap(IpAddress::parse);
    if (text.isPresent() && address.isEmpty()) {
      problems.add(
          Problem.error(
              fields.at("address"),
              "address-format",
              "\"" + Names.shorten(text.get()) + "\" is no IP address; a name goes into host"));
      return Optional.empty();
    }
    boolean https = protocol == HealthCheck.Protocol.HTTPS;
    return Optional.of(
        new HealthCheck.Endpoint(
            protocol,
            address,
            inner.text("host"),
            (int) inner.integer("port", 1, 65535).orElse(port),
            fields.text(key).or(() -> inner.text("path")),
            inner.text("search"),
            (int) fields.integer("interval", 10, 30).orElse(Health.DEFAULT_INTERVAL),
            (int) fields.integer("failures", 1, 10).orElse(Health.DEFAULT_FAILURES),
            fields.textList("regions").stream().map(YamlNode.Scalar::text).toList(),
            fields.truth("measure-latency").orElse(false),
            https ? Optional.of(inner.truth("sni").orElse(true)) : Optional.empty(),
            common));
  }
}
