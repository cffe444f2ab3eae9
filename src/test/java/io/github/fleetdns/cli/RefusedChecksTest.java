package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Health checks that Terraform plans without a word, and Route 53 refuses or reads otherwise. */
class RefusedChecksTest {
  private static final String ALARM =
      """
      "aws_cloudwatch_metric_alarm": {"busy": {%s "alarm_name": "busy", "namespace": "LLM",
        "metric_name": "Depth", "statistic": "Average", "period": 60, "evaluation_periods": 2,
        "threshold": 100, "comparison_operator": "GreaterThanThreshold"}},
      "aws_route53_health_check": {"busy": {"type": "CLOUDWATCH_METRIC",
        "cloudwatch_alarm_name": "${aws_cloudwatch_metric_alarm.busy.alarm_name}",
        "cloudwatch_alarm_region": "us-east-1" %s}}
      """;

  @TempDir private Path folder;
  private final Launched program = new Launched();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\": \"HTTPS_STR_MATCH\", \"fqdn\": \"a.example.net\" | needs a search_string",
        "\"type\": \"HTTP_STR_MATCH\", \"ip_address\": \"52.94.0.1\" | needs a search_string",
        "\"type\": \"CALCULATED\", \"child_healthchecks\": [\"x\"] | needs its child_health_threshold"
      })
  void whatTheApiRefusesIsAnError(String check, String said) throws Exception {
    assertThat(check("\"aws_route53_health_check\": {\"c\": {" + check + "}}"))
        .isEqualTo(ExitCode.INPUT);
    assertThat(program.err()).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\": \"HTTPS_STR_MATCH\", \"fqdn\": \"a.example.net\", \"search_string\": \"ok\"",
        "\"type\": \"HTTPS_STR_MATCH\", \"fqdn\": \"a.example.net\", \"search_string\": \"${var.t}\"",
        "\"type\": \"CALCULATED\", \"child_healthchecks\": [\"x\"], \"child_health_threshold\": 0",
        "\"type\": \"HTTPS\", \"fqdn\": \"a.example.net\""
      })
  void whatIsThereOrNotKnownYetIsNoError(String check) throws Exception {
    check("\"aws_route53_health_check\": {\"c\": {" + check + "}}");
    assertThat(program.err()).doesNotContain("terraform-refused");
  }

  /** From provider 6 on a resource may have a region of its own, which wins. */
  @Test
  void anAlarmIsLookedForInItsOwnRegion() throws Exception {
    assertThat(check(ALARM.formatted("\"region\": \"us-east-1\",", ""))).isZero();
    assertThat(program.err()).contains("without triggers Route 53 keeps the alarm");
    assertThat(
            check(
                ALARM.formatted("\"region\": \"us-east-1\",", ", \"triggers\": {\"t\": \"100\"}")))
        .isZero();
    assertThat(program.err()).doesNotContain("triggers");
  }

  private int check(String resources) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("main.tf.json"),
            "{\"provider\": {\"aws\": [{\"region\": \"eu-central-1\"}]},\"resource\": {"
                + "\"aws_route53_zone\": {\"z\": {\"name\": \"example.com\"}},"
                + resources
                + "}}");
    return program.run("check", file.toString());
  }
}
