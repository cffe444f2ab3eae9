package io.github.fleetdns.terraform.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of Route 53 is dropped without a word, and docs/reading.md says what becomes of it. */
class BesidesTest {
  static Stream<String> types() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/terraform/route53-resource-types.txt"))
        .stream()
        .filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeOfTheProviderIsReadOrReported(String type) throws IOException {
    String row =
        Files.readAllLines(Path.of("docs/reading.md")).stream()
            .filter(line -> line.startsWith("| `" + type + "` |"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(type + " is not in docs/reading.md"));
    List<String> said =
        TerraformReader.document("t.tf.json", json(type), new java.util.ArrayList<>())
            .map(document -> TerraformReader.configuration(List.of(document), List.of()))
            .orElseThrow()
            .problems()
            .stream()
            .filter(problem -> problem.rule().equals(ReadRules.BESIDE))
            .map(problem -> problem.message())
            .toList();
    if (row.contains("reported once")) {
      assertThat(said).singleElement().asString().contains(type + " (2)");
    } else {
      assertThat(said).isEmpty();
      assertThat(Besides.READ.contains(type)).isEqualTo(row.contains("| read"));
    }
  }

  private static String json(String type) {
    return "{\"resource\": {\"" + type + "\": {\"a\": {}, \"b\": {}}}}";
  }
}
