package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Facts of AWS that stand in code as a table say where they come from, and when somebody last
 * looked whether that still holds.
 */
class TablesTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** A row: an entry of a map or a call that adds one, or a value of a list, of literals alone. */
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\s+(?:(?:Map\\.entry|add)\\((?:\"[^\" ]+\"(?:, )?)+\\)+[,;]"
              + "|\"[a-z0-9-]*[0-9][a-z0-9-]*\"\\)*[,;])");

  private static final int ROWS = 6;

  /** What names a source of its own, and not a file of the project that does. */
  private static final Pattern SOURCE =
      Pattern.compile("Source: (?!docs/|\\{@code src/main/resources)");

  /** Classes with so many rows, or which say that they have facts from elsewhere. */
  static List<Path> tables() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(
              file ->
                  ROW.matcher(read(file)).results().count() >= ROWS
                      || SOURCE.matcher(read(file)).find())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableSaysWhereItComesFromAndWhenItWasLastLookedAt(Path table) {
    String comments = read(table).replaceAll("\\s*\n\\s*\\*?\\s*", " ");
    assertThat(comments).containsPattern("Source: ");
    assertThat(comments).containsPattern("Last looked at: 20\\d\\d-\\d\\d-\\d\\d");
  }

  @Test
  void theTablesAreFound() throws IOException {
    assertThat(tables().stream().map(table -> table.getFileName().toString()))
        .contains("LoadBalancerZones.java", "S3WebsiteZones.java", "LatencyRegions.java");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
