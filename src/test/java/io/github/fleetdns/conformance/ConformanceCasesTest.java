package io.github.fleetdns.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in the table of answers is an error, not a case less. */
class ConformanceCasesTest {
  private static final String ZONE = "zone: |\n  www A [x weighted 1 check x] 192.0.2.1\n";

  @TempDir private Path folder;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("", "no cases"),
        Arguments.of(ZONE, "without cases"),
        Arguments.of(ZONE + "cases: []", "without cases"),
        Arguments.of("cases: [{case: a, rule: b, ask: www A, answer: NODATA}]", "without a zone"),
        Arguments.of(row("case: a, rule: b, ask: www A"), "No value"),
        Arguments.of(row("case: a, ask: www A, answer: NODATA"), "No value"),
        Arguments.of(row("case: a, rule: b, answer: NODATA"), "No value"),
        Arguments.of(row("case: a, rule: b, ask: www A, answer: NODATA, dwon: x"), "[dwon]"),
        Arguments.of(row("case: a, rule: b, ask: www A, answer: NODATA, down: y"), "called y"),
        Arguments.of(row("case: a, rule: b, ask: www A, answer: NODATA, down: lb."), "at lb."),
        Arguments.of(row("case: a, rule: b, ask: www A, answer: 1/2 60 192.0.2.1"), "add up"),
        Arguments.of(
            row("case: a, rule: b, ask: www A, answer: [1/2 60 x, 1/2 60 x]"), "stated twice"),
        Arguments.of(
            row("case: a, rule: b, ask: www A, answer: NODATA, client: city Berlin"), "city"));
  }

  private static String row(String fields) {
    return ZONE + "cases: [{" + fields + "}]";
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsAnError(String text, String complaint) throws IOException {
    Path file = Files.writeString(folder.resolve("01-wrong.yaml"), text);

    assertThatThrownBy(() -> ConformanceCases.of(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("01-wrong")
        .hasMessageContaining(complaint);
  }

  @Test
  void everyFileIsFound() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/answers"))) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("README.md")))
          .hasSameSizeAs(ConformanceCases.files());
    }
  }
}
