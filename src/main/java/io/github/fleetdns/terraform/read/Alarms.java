package io.github.fleetdns.terraform.read;

import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.HealthCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** The CloudWatch alarms of an input, as health checks follow them. */
final class Alarms {
  private static final String TYPE = "aws_cloudwatch_metric_alarm";

  /** Arguments of alarms that are more than a metric and a threshold. */
  private static final List<String> MORE =
      List.of("metric_query", "extended_statistic", "threshold_metric_id");

  private final Resources resources;
  private final Map<String, List<Resource>> byName = new HashMap<>();

  Alarms(Resources resources) {
    this.resources = resources;
    for (Resource alarm : resources.ofType(TYPE)) {
      resources
          .follow(alarm.get("alarm_name"))
          .text()
          .ifPresent(name -> byName.computeIfAbsent(name, x -> new ArrayList<>()).add(alarm));
    }
  }

  /** The check, with what its alarm watches if the input has the alarm and it is a plain one. */
  HealthCheck.CloudWatchAlarm read(
      Resource check, HealthCheck.Common common, Function<String, Optional<String>> texts) {
    String name = texts.apply("cloudwatch_alarm_name").orElse(Node.Unknown.LATER);
    String region = texts.apply("cloudwatch_alarm_region").orElse(Node.Unknown.LATER);
    List<Resource> alarms =
        resources.targets(check.get("cloudwatch_alarm_name"), resource -> resource.is(TYPE));
    if (alarms.isEmpty()) {
      alarms =
          byName.getOrDefault(name, List.of()).stream()
              .filter(alarm -> alarm.region().filter(r -> !r.equals(region)).isEmpty())
              .toList();
    }
    HealthCheck.InsufficientData lack =
        Stream.of(HealthCheck.InsufficientData.values())
            .filter(
                value ->
                    texts.apply("insufficient_data_health_status").stream()
                        .anyMatch(value.code()::equals))
            .findFirst()
            .orElse(HealthCheck.InsufficientData.LAST_KNOWN_STATUS);
    return new HealthCheck.CloudWatchAlarm(
        name, region, lack, alarms.size() == 1 ? metric(alarms.get(0)) : Optional.empty(), common);
  }

  private Optional<AlarmMetric> metric(Resource alarm) {
    boolean more =
        MORE.stream().anyMatch(argument -> !alarm.get(argument).items().isEmpty())
            || (says(alarm, "treat_missing_data") && !is(alarm, "treat_missing_data", "missing"));
    OptionalInt period = Numbers.integer(alarm.get("period"));
    OptionalInt periods = Numbers.integer(alarm.get("evaluation_periods"));
    OptionalDouble threshold = Numbers.real(alarm.get("threshold"));
    Optional<String> namespace = alarm.get("namespace").text();
    Optional<String> name = alarm.get("metric_name").text();
    Optional<AlarmMetric.Statistic> statistic =
        Stream.of(AlarmMetric.Statistic.values())
            .filter(value -> is(alarm, "statistic", value.code()))
            .findFirst();
    Optional<AlarmMetric.Comparison> comparison =
        Stream.of(AlarmMetric.Comparison.values())
            .filter(value -> is(alarm, "comparison_operator", value.code()))
            .findFirst();
    boolean complete =
        period.isPresent() && periods.isPresent() && threshold.isPresent() && namespace.isPresent();
    if (more || !complete || name.isEmpty() || statistic.isEmpty() || comparison.isEmpty()) {
      return Optional.empty();
    }
    // An alarm that some of the evaluated periods suffice for is none that Route 53 follows.
    OptionalInt needed = Numbers.integer(alarm.get("datapoints_to_alarm"));
    int all = periods.getAsInt();
    if (needed.isPresent() && needed.getAsInt() != 0 && needed.getAsInt() != all) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AlarmMetric(
              namespace.get(),
              name.get(),
              dimensions(alarm.get("dimensions")),
              statistic.get(),
              period.getAsInt(),
              threshold.getAsDouble(),
              comparison.get(),
              all));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean says(Resource alarm, String argument) {
    return !alarm.get(argument).items().isEmpty();
  }

  private static boolean is(Resource alarm, String argument, String code) {
    return alarm.get(argument).text().filter(code::equals).isPresent();
  }

  private Map<String, String> dimensions(Node node) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    if (node instanceof Node.Obj object) {
      for (Map.Entry<String, Node> member : object.members()) {
        Node value = resources.follow(member.getValue());
        dimensions.put(
            member.getKey(),
            value instanceof Node.Unknown unknown ? unknown.expression() : value.text().orElse(""));
      }
    }
    return dimensions;
  }
}
