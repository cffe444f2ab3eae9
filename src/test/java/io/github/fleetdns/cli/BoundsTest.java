package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs beyond every limit: each is refused with its place, or read, in a moment. */
class BoundsTest {
  private static final String FLEET =
      "fleet: f\nzone: {name: ai.example.com}\nendpoints:\n  a: {address: 52.94.1.1}\n  b: {address: 52.94.1.2}\n";

  private static final String ZONE =
      "{\"resource\": {\"aws_route53_zone\": {\"z\": {\"name\": \"ai.example.com\"}}%s}%s}";

  private final Launched program = new Launched();

  @TempDir private Path folder = Path.of("");

  @Test
  void poolsBelowPoolsEndAtALimit() throws IOException {
    String pools =
        FLEET
            + "pools:\n"
            + lines(1000, i -> "  p" + i + ": {failover: [p" + (i + 1) + ", a]}\n")
            + "  p1000: a\n";
    assertThat(check("fleet.yaml", pools)).contains("(pool-depth)", "fleet.yaml:");
  }

  @Test
  void poolsThatShareAreGoneThroughOnce() throws IOException {
    String pools =
        FLEET
            + "pools:\n"
            + lines(
                60,
                i ->
                    "  p%1$d: {failover: [p%2$d, q%2$d]}\n  q%1$d: {failover: [q%2$d, p%2$d]}\n"
                        .formatted(i, i + 1))
            + "  p60: {failover: [a, b]}\n  q60: {failover: [b, a]}\nservices:\n  api: {route: {failover: [p0, q0]}}\n";
    assertThat(check("fleet.yaml", pools)).isNotEmpty();
  }

  @Test
  void unknownKeysAreSaidHoweverMany() throws IOException {
    assertThat(check("fleet.yaml", FLEET + lines(40_000, i -> "k" + i + ": v\n")))
        .contains("unknown key \"k0\"", "39997 more errors of this kind");
  }

  @Test
  void aTextHasALimitWithItsPlace() throws IOException {
    for (String text : Set.of("1".repeat(8_000_000), "\"" + "a ".repeat(40_000) + "\"")) {
      assertThat(check("fleet.yaml", FLEET + "  c: {address: " + text + "}\n"))
          .contains("fleet.yaml:6:16: error: this text has more than 65536 characters");
    }
  }

  @Test
  void jsonHasALimitOfDepthWithItsPlace() throws IOException {
    String deep = "[".repeat(900) + "]".repeat(900);
    assertThat(check("a.tf.json", ZONE.formatted("", ", \"locals\": {\"x\": " + deep + "}")))
        .contains("a.tf.json:1:", "(json-depth)");
    String maps = "{\"a\":".repeat(900) + "1" + "}".repeat(900);
    assertThat(check("a.tf.json", ZONE.formatted("", ", \"locals\": {\"x\": " + maps + "}")))
        .contains("(json-depth)");
    assertThat(check("a.tf.json", "[".repeat(100_000))).contains("(json-depth)");
  }

  @Test
  void jsonHasALimitOfDigits() throws IOException {
    assertThat(
            check(
                "a.tf.json",
                ZONE.formatted("", ", \"locals\": {\"x\": " + "9".repeat(2_000_000) + "}")))
        .contains("(json-long)");
  }

  @Test
  void whatDoublesAgainAndAgainIsNotFollowed() throws IOException {
    for (String twice :
        Set.of(
            "${local.v%1$d}${local.v%1$d}",
            "${concat(local.v%1$d, local.v%1$d)}",
            "${[local.v%1$d, local.v%1$d]}",
            "${merge({a = local.v%1$d}, {b = local.v%1$d})}")) {
      String locals =
          lines(40, i -> "\"v" + i + "\": \"" + twice.formatted(i + 1) + "\", ")
              + "\"v40\": \""
              + (twice.contains("concat") ? "${[1]}" : "x")
              + "\"";
      String record =
          ", \"aws_route53_record\": {\"r\": {\"zone_id\": \"${aws_route53_zone.z.zone_id}\", \"name\": \"api\","
              + " \"type\": \"TXT\", \"ttl\": 60, \"records\": [\"${local.v0}\"]}}";
      String said = check("a.tf.json", ZONE.formatted(record, ", \"locals\": {" + locals + "}"));
      assertThat(said).describedAs(twice).contains("a.tf.json:1:", "not known here");
    }
  }

  @Test
  void numbersOfAsManyDigitsAsTheySayAreNotWrittenOut() throws IOException {
    for (String ttl :
        Set.of(
            "1e999999999",
            "\"${1e999999999 + 1}\"",
            "\"${-1e999999999}\"",
            "\"${\\\"${1e999999999}\\\"}\"")) {
      String record =
          ", \"aws_route53_record\": {\"r\": {\"zone_id\": \"${aws_route53_zone.z.zone_id}\", \"name\": \"api\","
              + " \"type\": \"A\", \"ttl\": "
              + ttl
              + ", \"records\": [\"52.94.1.1\"]}}";
      assertThat(check("a.tf.json", ZONE.formatted(record, "")))
          .describedAs(ttl)
          .contains("a.tf.json:1:");
    }
  }

  @Test
  void checksOnChecksAreFollowedAThousandDeep() throws IOException {
    String checks =
        ", \"aws_route53_health_check\": {"
            + lines(
                1000,
                i ->
                    "\"c%d\": {\"type\": \"CALCULATED\", \"child_health_threshold\": 1, \"child_healthchecks\": [\"${aws_route53_health_check.c%d.id}\"]}, "
                        .formatted(i, i + 1))
            + "\"c1000\": {\"type\": \"HTTP\", \"ip_address\": \"52.94.1.1\", \"port\": 80}}";
    String record =
        ", \"aws_route53_record\": {\"r\": {\"zone_id\": \"${aws_route53_zone.z.zone_id}\", \"name\": \"api\", \"type\": \"A\", \"ttl\": 60,"
            + " \"records\": [\"52.94.1.1\"], \"set_identifier\": \"a\", \"weighted_routing_policy\": {\"weight\": 1}, \"health_check_id\": \"${aws_route53_health_check.c0.id}\"}}";
    Path file = write("a.tf.json", ZONE.formatted(checks + record, ""));
    assertThat(
            program.run(
                "answer",
                file.toString(),
                "api.ai.example.com",
                "--down",
                "aws_route53_health_check.c1000"))
        .describedAs(program.err())
        .isZero();
    program.run("check", file.toString());
    assertThat(program.out()).contains("999 errors");
  }

  @Test
  void aliasesAreFollowedInAChainOfAnyLength() throws IOException {
    String records =
        ", \"aws_route53_record\": {"
            + lines(
                600,
                i ->
                    "\"r%1$d\": {\"zone_id\": \"${aws_route53_zone.z.zone_id}\", \"name\": \"n%1$d\", \"type\": \"A\", \"alias\": {\"name\": \"n%2$d.ai.example.com\", \"zone_id\": \"${aws_route53_zone.z.zone_id}\", \"evaluate_target_health\": true}}, "
                        .formatted(i, i + 1))
            + "\"e\": {\"zone_id\": \"${aws_route53_zone.z.zone_id}\", \"name\": \"n600\", \"type\": \"A\", \"ttl\": 60, \"records\": [\"52.94.1.1\"]}}";
    Path file = write("a.tf.json", ZONE.formatted(records, ""));
    assertThat(program.run("answer", file.toString(), "n0.ai.example.com"))
        .describedAs(program.err())
        .isZero();
    assertThat(program.out()).contains("52.94.1.1");
  }

  @Test
  void numbersInCsvHaveALimit() throws IOException {
    Path fleet = write("fleet.yaml", FLEET + "services:\n  api: {route: {weighted: [a, b]}}\n");
    for (String number : Set.of("9".repeat(60_000), "9".repeat(5_000_000), "1e999999999")) {
      Path clients = write("clients.csv", "place,weight\nDE," + number + "\n");
      assertThat(program.run("traffic", fleet.toString(), "--clients", clients.toString()))
          .isEqualTo(ExitCode.INPUT);
      assertThat(program.err()).contains("clients.csv:2:").hasSizeLessThan(2_000);
    }
  }

  @Test
  void whatNeverEndsIsNoText() {
    program.run("check", "/dev/zero");
    assertThat(program.err()).contains("/dev/zero:1:1: error: the character U+0000 is in it");
  }

  @Test
  void aStackOrAMemoryThatIsTooSmallIsNamed() {
    Launched one = new Launched();
    assertThat(one.exhausted(new StackOverflowError())).isEqualTo(ExitCode.INPUT);
    assertThat(one.err()).contains("docs/limits.md").doesNotContain("\tat ");
    assertThat(one.exhausted(new OutOfMemoryError())).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(one.err())
        .contains("MiB of memory", "JAVA_TOOL_OPTIONS=-Xmx8g")
        .doesNotContain("\tat ");
  }

  private String check(String name, String text) throws IOException {
    program.run("check", write(name, text).toString());
    assertThat(program.err()).doesNotContain("\tat ", "defect");
    return program.err().replace(folder + "/", "");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }
}
