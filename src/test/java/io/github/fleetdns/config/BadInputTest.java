package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.Goldens;
import io.github.fleetdns.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What users read when their input is wrong: a folder for each case under {@code bad-input}, with
 * fleet files and, in {@code expected.txt}, every line that is printed for them.
 *
 * <p>A folder without fleet files stands for a file that is missing.
 */
class BadInputTest {
  private static final Path CASES = Path.of("src/test/resources/bad-input");

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyProblemIsReportedAtItsPlace(String name) throws IOException {
    Path folder = CASES.resolve(name);
    FleetFiles read = FleetFiles.read(fleetFiles(folder));

    String lines = lines(folder, read.problems());

    Goldens.assertMatches(folder.resolve("expected.txt"), lines);
    assertThat(read.hasErrors()).as("errors in %s", name).isTrue();
    assertThat(read.problems()).as("no problem twice").doesNotHaveDuplicates();
  }

  private static String lines(Path folder, List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.toString().replace(folder + "/", "") + "\n")
        .collect(Collectors.joining());
  }

  private static List<Path> fleetFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      return found.isEmpty() ? List.of(folder.resolve("fleet.yaml")) : found;
    }
  }
}
