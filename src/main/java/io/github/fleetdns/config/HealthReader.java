package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.HealthCheck;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The {@code health:} of an endpoint, or of the defaults. */
final class HealthReader {
  private static final List<String> KINDS =
      List.of("https", "http", "tcp", "calculated", "routing-control", "check");

  private HealthReader() {}

  /** Reads a health check; empty if it is not one, of which the problems then tell. */
  static Optional<Health> read(YamlNode node, List<Problem> problems) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return Optional.empty();
    }
    List<YamlNode.Entry> kinds =
        mapping.entries().stream().filter(entry -> KINDS.contains(entry.key())).toList();
    if (kinds.size() != 1) {
      String found =
          kinds.isEmpty()
              ? "none of them"
              : String.join(" and ", kinds.stream().map(YamlNode.Entry::key).toList());
      problems.add(
          Problem.error(
              node.location(),
              "health-kind",
              "a health check is exactly one of "
                  + String.join(", ", KINDS)
                  + "; this is "
                  + found));
      return Optional.empty();
    }
    YamlFields all = YamlFields.of(node);
    return probe(kinds.get(0), all)
        .map(
            probe ->
                new Health(
                    probe,
                    all.truth("invert").orElse(false),
                    all.truth("disabled").orElse(false),
                    all.get("tags").map(tags -> YamlFields.of(tags).texts())));
  }

  private static Optional<Health.Probe> probe(YamlNode.Entry kind, YamlFields all) {
    YamlFields fields = YamlFields.of(kind.value());
    return switch (kind.key()) {
      case "https" -> Optional.of(connect(HealthCheck.Protocol.HTTPS, kind.value(), all));
      case "http" -> Optional.of(connect(HealthCheck.Protocol.HTTP, kind.value(), all));
      case "tcp" -> Optional.of(connect(HealthCheck.Protocol.TCP, kind.value(), all));
      case "calculated" -> calculated(fields);
      case "check" -> all.text("check").map(Health.Shared::new);
      default -> all.text("routing-control").map(Health.RoutingControl::new);
    };
  }

  private static Health.Probe connect(
      HealthCheck.Protocol protocol, YamlNode node, YamlFields all) {
    YamlFields fields = YamlFields.of(node);
    // The short form is a path; for TCP, which has none, the schema has already refused it.
    Optional<String> path =
        node instanceof YamlNode.Scalar scalar
            ? Optional.of(scalar.text()).filter(any -> protocol != HealthCheck.Protocol.TCP)
            : fields.text("path");
    return new Health.Connect(
        protocol,
        toInt(fields.integer("port", 1, 65535)),
        path,
        fields.text("host"),
        fields.text("search"),
        fields.truth("sni").orElse(true),
        toInt(all.integer("interval", 10, 30)).orElse(Health.DEFAULT_INTERVAL),
        toInt(all.integer("failures", 1, 10)).orElse(Health.DEFAULT_FAILURES),
        all.textList("regions").stream().map(YamlNode.Scalar::text).toList(),
        all.truth("measure-latency").orElse(false));
  }

  private static Optional<Health.Probe> calculated(YamlFields fields) {
    List<String> children =
        fields.textList("children").stream().map(YamlNode.Scalar::text).toList();
    int atLeast = toInt(fields.integer("at-least", 1, 256)).orElse(children.size());
    return children.isEmpty()
        ? Optional.empty()
        : Optional.of(new Health.Calculated(children, atLeast));
  }

  private static OptionalInt toInt(OptionalLong value) {
    return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
  }
}
