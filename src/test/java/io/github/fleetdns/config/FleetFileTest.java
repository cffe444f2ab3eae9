package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetFileTest {
  private static final String FLEET =
      "fleet: ai-app\nzone: {name: aiapp.example.com}\nendpoints:\n  a: {address: 8.8.8.8}\n";

  @TempDir private Path folder;

  @Test
  void lineEndsOfWindowsMakeNoDifference() throws IOException {
    assertThat(read(FLEET.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(read(FLEET.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void byteOrderMarkMakesNoDifference() throws IOException {
    assertThat(read(("\uFEFF" + FLEET).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(read(FLEET.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void jsonIsYaml() throws IOException {
    String json =
        """
        {"fleet": "ai-app", "zone": {"name": "aiapp.example.com"},
         "endpoints": {"a": {"address": "8.8.8.8"}}}
        """;
    assertThat(read(json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(read(FLEET.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void defaultFleetWarnsOfItsPlaceholders() {
    FleetFile file = FleetFile.read(Path.of("fleet.yaml"));
    assertThat(file.fleet()).isPresent();
    assertThat(file.problems())
        .hasSize(3)
        .allMatch(problem -> problem.rule().equals("address-reserved") && !problem.isError());
  }

  @Test
  void warningsDoNotStopAFleet() {
    FleetFile file = FleetFile.parse("f", FLEET.replace("8.8.8.8", "10.0.0.1"));
    assertThat(file.fleet()).isPresent();
    assertThat(file.hasErrors()).isFalse();
  }

  /** What would cost time or memory out of proportion; the messages of all are one short line. */
  static Stream<Map.Entry<String, String>> heavy() {
    String head = "fleet: ai-app\nzone: {name: aiapp.example.com}\n";
    return Stream.of(
        Map.entry("[".repeat(100_000), "yaml-depth"),
        Map.entry("{a: ".repeat(100_000), "yaml-depth"),
        Map.entry("- ".repeat(100_000), "yaml-depth"),
        Map.entry("a:\n" + deep(5_000), "yaml-depth"),
        Map.entry("x".repeat(500_000), "yaml-long"),
        Map.entry("fleet: " + "a-".repeat(250_000), "yaml-long"),
        Map.entry("fleet: " + "a".repeat(500_000), "yaml-long"),
        Map.entry(head + "defaults: {ttl: " + "9".repeat(500_000) + "}", "yaml-long"),
        Map.entry(head + "defaults: {ttl: 1." + "9".repeat(500_000) + "}", "yaml-long"),
        Map.entry(head + "tags: {a: " + "t".repeat(500_000) + "}", "yaml-long"),
        Map.entry(head + "provider: {region: us" + "-a".repeat(250_000) + "}", "yaml-long"),
        Map.entry(head + "endpoints: {" + "a".repeat(1000) + ": {}}", "endpoint-name"),
        Map.entry(head + "endpoints: {a: {address: " + "1.".repeat(250_000) + "}}", "yaml-long"),
        Map.entry(head + "endpoints: {a: {hostname: " + "a.".repeat(250_000) + "}}", "yaml-long"),
        Map.entry(head + "records: {a: {TXT: " + "t".repeat(500_000) + "}}", "yaml-long"),
        Map.entry(head + "records: {a: {MX: " + "1 ".repeat(250_000) + "}}", "yaml-long"),
        Map.entry(
            head + "records: {a: {NAPTR: '1 1 \"\" \"\" \"" + "a\\\\".repeat(900) + "\" .'}}",
            "value-format"),
        Map.entry(head + "endpoints: [" + "a, ".repeat(100_000) + "]", "wrong-type"));
  }

  private static String deep(int levels) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i <= levels; i++) {
      out.append(" ".repeat(i)).append("a:\n");
    }
    return out.toString();
  }

  @ParameterizedTest
  @MethodSource("heavy")
  @Timeout(20)
  void heavyInputIsRefusedInTimeWithOneShortLine(Map.Entry<String, String> input) {
    FleetFile file = FleetFile.parse("fleet.yaml", input.getKey());
    assertThat(file.problems()).extracting(Problem::rule).contains(input.getValue());
    assertThat(file.problems()).allSatisfy(p -> assertThat(p.message()).hasSizeLessThan(500));
  }

  @Test
  void tenThousandEndpointsAreReadInTime() {
    StringBuilder text = new StringBuilder("fleet: a\nzone: {name: example.com}\nendpoints:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("  e").append(i).append(": {address: 8.8.").append(i / 250).append(".1, x: 1}\n");
    }
    org.assertj.core.api.Assertions.assertThat(
            org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> FleetFile.parse("f", text.toString()).problems()))
        .hasSize(10_000);
  }

  /** Two to the power of thirty ways lead from the service to the endpoint. */
  @Test
  void poolsOfPoolsAreEnteredOnce() {
    StringBuilder text =
        new StringBuilder(
            "fleet: a\nzone: {name: example.com}\nendpoints:\n  e: {address: 8.8.8.8}\n");
    text.append("pools:\n  l30: {weighted: {e: 1}}\n  r30: {weighted: {e: 1}}\n");
    for (int i = 29; i >= 0; i--) {
      String below = "{weighted: {l" + (i + 1) + ": 1, r" + (i + 1) + ": 1}}\n";
      text.append("  l" + i + ": " + below + "  r" + i + ": " + below);
    }
    text.append("services:\n  s: {route: {weighted: {l0: 1, r0: 1}}}\n");
    assertThat(readInTime(text.toString())).extracting(Problem::rule).doesNotContain("pool-loop");
  }

  @Test
  void manyServicesAreCompiledTogether() {
    StringBuilder text =
        new StringBuilder(
            "fleet: a\nzone: {name: example.com}\nendpoints:\n  f: {address: 8.8.8.8}\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("  e" + i + ": {address: 8.8." + i / 250 + "." + (i % 250 + 1) + "}\n");
    }
    text.append("services:\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("  s" + i + ": {ttl: 60, route: {weighted: {e" + i + ": 1, f: 1}}}\n");
    }
    assertThat(readInTime(text.toString())).noneMatch(Problem::isError);
  }

  private static List<Problem> readInTime(String text) {
    return org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> FleetFile.parse("f", text).problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "a: \uDC00", "\uFFFF", "\uFEFF\uFEFF"})
  void oddCharactersAreAProblemAndNoCrash(String text) {
    assertThatCode(() -> assertThat(FleetFile.parse("f", text).hasErrors()).isTrue())
        .doesNotThrowAnyException();
  }

  private Fleet read(byte[] bytes) throws IOException {
    FleetFile file = FleetFile.read(Files.write(folder.resolve("fleet.yaml"), bytes));
    assertThat(file.problems()).isEmpty();
    return file.fleet().orElseThrow();
  }
}
