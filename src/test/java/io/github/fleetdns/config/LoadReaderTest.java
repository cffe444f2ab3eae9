package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.fleet.Load;
import io.github.fleetdns.fleet.Monitoring;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AlarmMetric;
import io.github.fleetdns.zone.HealthCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadReaderTest {
  private static final String LEAST = "namespace: AWS/EC2, metric: CPUUtilization, threshold: 85";

  @Test
  void threeKeysAreEnough() {
    assertThat(load(LEAST))
        .isEqualTo(
            new Load(
                new AlarmMetric(
                    "AWS/EC2",
                    "CPUUtilization",
                    Map.of(),
                    AlarmMetric.Statistic.AVERAGE,
                    60,
                    85,
                    AlarmMetric.Comparison.GREATER_THAN,
                    3),
                HealthCheck.InsufficientData.LAST_KNOWN_STATUS));
  }

  @Test
  void everythingCanBeSaid() {
    assertThat(
            load(
                LEAST
                    + ", dimensions: {InstanceId: i-1}, statistic: Sum, period: 300,"
                    + " comparison: less-or-equal, evaluation-periods: 1,"
                    + " insufficient-data: unhealthy"))
        .isEqualTo(
            new Load(
                new AlarmMetric(
                    "AWS/EC2",
                    "CPUUtilization",
                    Map.of("InstanceId", "i-1"),
                    AlarmMetric.Statistic.SUM,
                    300,
                    85,
                    AlarmMetric.Comparison.LESS_OR_EQUAL,
                    1),
                HealthCheck.InsufficientData.UNHEALTHY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "period: 10                | load-period",
        "period: 90                | load-period",
        "statistic: p99            | load-statistic",
        "comparison: above         | load-comparison",
        "evaluation-periods: 0     | load-periods",
        "evaluation-periods: 2000  | load-window",
        "insufficient-data: maybe  | load-insufficient-data",
        "datapoints-to-alarm: 2    | unknown-key",
        "dimensions: {InstanceId: 1} | wrong-type",
      })
  void whatRoute53CannotFollowIsAnError(String more, String rule) {
    assertThat(rules("region: us-east-1, load: {" + LEAST + ", " + more + "}"))
        .containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load: {namespace: A, metric: B, threshold: 1}                    | load-region",
        "region: us-east-1, load: {namespace: A, metric: B}               | missing-key",
        "region: us-east-1, load: {namespace: A, metric: B, threshold: .inf} | load-threshold",
        "region: us-east-1, load: 85                                      | wrong-type",
      })
  void whatIsMissingIsAnError(String fields, String rule) {
    assertThat(rules(fields)).containsExactly(rule);
  }

  @Test
  void loadBesideACalculatedCheckIsAnError() {
    assertThat(
            rules(
                "region: us-east-1, health: {calculated: {children: [other]}}, load: {"
                    + LEAST
                    + "}"))
        .containsExactly("load-calculated");
  }

  @Test
  void notifyTakesATopicOrMailboxes() {
    String checked = "region: us-east-1, health: {tcp: {port: 443}}, load: {" + LEAST + "}";
    assertThat(monitoring(checked, "notify: {email: a@example.com}\ndashboard: true"))
        .contains(
            new Monitoring(Optional.of(new Monitoring.Email(List.of("a@example.com"))), true));
    assertThat(monitoring(checked, "notify: {topic: 'arn:aws:sns:us-east-1:123456789012:oncall'}"))
        .contains(
            new Monitoring(
                Optional.of(new Monitoring.Topic("arn:aws:sns:us-east-1:123456789012:oncall")),
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notify: {}                                                     | notify",
        "notify: {email: [], topic: x}                        | notify, notify-email, notify-topic",
        "notify: {email: oncall}                                        | notify-email",
        "notify: {topic: 'arn:aws:sns:eu-west-1:123456789012:x'}        | notify-topic",
        "dashboard: maybe                                               | wrong-type",
      })
  void aWrongNotifyIsAnError(String text, String rules) {
    FleetFile file = read("region: us-east-1, load: {" + LEAST + "}", text);
    assertThat(file.problems())
        .filteredOn(Problem::isError)
        .extracting(Problem::rule)
        .containsExactlyInAnyOrder(rules.split(", "));
  }

  @Test
  void notifyWithoutAnythingToTellIsAWarning() {
    FleetFile file = read("region: us-east-1", "notify: {email: a@example.com}");
    assertThat(file.problems()).extracting(Problem::rule).containsExactly("notify-nothing");
  }

  private static Load load(String fields) {
    FleetFile file =
        read("region: us-east-1, health: {tcp: {port: 443}}, load: {" + fields + "}", "");
    assertThat(file.problems()).isEmpty();
    return file.fleet().orElseThrow().endpoints().get(0).load().orElseThrow();
  }

  private static Optional<Monitoring> monitoring(String endpoint, String more) {
    FleetFile file = read(endpoint, more);
    assertThat(file.problems()).isEmpty();
    return file.fleet().map(fleet -> fleet.monitoring());
  }

  private static List<String> rules(String fields) {
    return read(fields, "").problems().stream()
        .filter(Problem::isError)
        .map(Problem::rule)
        .toList();
  }

  /** A fleet of two endpoints; what watches them decides over a service, so it is used. */
  private static FleetFile read(String fields, String more) {
    boolean watched = fields.contains("load:");
    return FleetFile.parse(
        "fleet.yaml",
        """
        fleet: x
        zone: {name: ai.example.com}
        defaults: {ttl: 60}
        endpoints:
          test: {address: 52.94.1.1, %s}
          other: {address: 52.94.1.2, health: %s}
        %s
        %s
        """
            .formatted(
                fields,
                watched ? "{tcp: {port: 443}}" : "false",
                watched ? "services: {api: {route: {failover: [test, other]}}}" : "",
                more));
  }
}
