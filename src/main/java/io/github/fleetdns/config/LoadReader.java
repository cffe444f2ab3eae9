package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Load;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.HealthCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The {@code load:} of an endpoint. */
final class LoadReader {
  private static final int MAX_PERIOD = 86_400;

  private LoadReader() {}

  /** Reads a load; empty if it is unusable, of which the problems then tell. */
  static Optional<Load> read(YamlNode node, List<Problem> problems) {
    YamlFields fields = YamlFields.of(node);
    Optional<String> namespace = fields.text("namespace");
    Optional<String> metric = fields.text("metric");
    OptionalDouble threshold = threshold(fields, problems);
    Optional<AlarmMetric.Statistic> statistic =
        word(
            fields,
            "statistic",
            AlarmMetric.Statistic.values(),
            AlarmMetric.Statistic::code,
            Load.DEFAULT_STATISTIC);
    Optional<AlarmMetric.Comparison> comparison =
        word(
            fields,
            "comparison",
            AlarmMetric.Comparison.values(),
            AlarmMetric.Comparison::word,
            Load.DEFAULT_COMPARISON);
    Optional<HealthCheck.InsufficientData> insufficientData =
        word(
            fields,
            "insufficient-data",
            HealthCheck.InsufficientData.values(),
            LoadReader::word,
            Load.DEFAULT_INSUFFICIENT_DATA);
    int period = number(fields, "period", MAX_PERIOD, Load.DEFAULT_PERIOD);
    int periods = number(fields, "evaluation-periods", MAX_PERIOD, Load.DEFAULT_EVALUATION_PERIODS);
    boolean broken =
        namespace.isEmpty()
            || metric.isEmpty()
            || threshold.isEmpty()
            || statistic.isEmpty()
            || comparison.isEmpty()
            || insufficientData.isEmpty()
            || period % AlarmMetric.MINUTE != 0
            || period < AlarmMetric.MINUTE
            || !windowFits(fields, period, periods, problems);
    if (broken) {
      return Optional.empty();
    }
    Map<String, String> dimensions = fields.map("dimensions").texts();
    return Optional.of(
        new Load(
            new AlarmMetric(
                namespace.get(),
                metric.get(),
                dimensions,
                statistic.get(),
                period,
                threshold.getAsDouble(),
                comparison.get(),
                periods),
            insufficientData.get()));
  }

  /** Fleet files' word for what lack of data means. */
  static String word(HealthCheck.InsufficientData insufficientData) {
    return switch (insufficientData) {
      case HEALTHY -> "healthy";
      case UNHEALTHY -> "unhealthy";
      case LAST_KNOWN_STATUS -> "last-known";
    };
  }

  private static OptionalDouble threshold(YamlFields fields, List<Problem> problems) {
    Optional<YamlNode.Scalar> number =
        fields
            .get("threshold")
            .filter(YamlNode.Scalar.class::isInstance)
            .map(YamlNode.Scalar.class::cast)
            .filter(
                scalar ->
                    scalar.type() == YamlNode.Scalar.Type.INTEGER
                        || scalar.type() == YamlNode.Scalar.Type.DECIMAL);
    if (number.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value = YamlNumbers.number(number.get()).doubleValue();
    if (Double.isFinite(value)) {
      return OptionalDouble.of(value);
    }
    problems.add(
        Problem.error(
            number.get().location(), "load-threshold", "a threshold is a number, such as 85"));
    return OptionalDouble.empty();
  }

  private static boolean windowFits(
      YamlFields fields, int period, int periods, List<Problem> problems) {
    long most = AlarmMetric.maxWindowSeconds(period);
    if ((long) period * periods <= most) {
      return true;
    }
    problems.add(
        Problem.error(
            fields.at("evaluation-periods"),
            "load-window",
            periods
                + " periods of "
                + period
                + " s are "
                + (long) period * periods
                + " s; CloudWatch looks back at most "
                + most
                + " s"
                + (period < 3600 ? " with periods below an hour" : "")));
    return false;
  }

  private static int number(YamlFields fields, String key, int most, int otherwise) {
    return (int) fields.integer(key, 1, most).orElse(otherwise);
  }

  /** The constant that a key names; empty if it names none, of which the schema has told. */
  private static <E> Optional<E> word(
      YamlFields fields, String key, E[] constants, Function<E, String> word, E otherwise) {
    if (fields.get(key).isEmpty()) {
      return Optional.of(otherwise);
    }
    return fields
        .text(key)
        .flatMap(
            text ->
                Arrays.stream(constants)
                    .filter(constant -> word.apply(constant).equals(text))
                    .findFirst());
  }
}
