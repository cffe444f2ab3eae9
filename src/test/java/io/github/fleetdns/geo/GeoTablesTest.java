package io.github.fleetdns.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each table says where it comes from, and when somebody last looked whether that still holds. */
class GeoTablesTest {
  private static final Path TABLES = Path.of("src/main/resources/geo");
  private static final Pattern SOURCE = Pattern.compile("(?m)^# Sources?(: \\S|, by column:$)");
  private static final Pattern LOOKED_AT =
      Pattern.compile("(?m)^# Last looked at: (\\d{4}-\\d\\d-\\d\\d)\\.$");

  static List<Path> tables() throws IOException {
    try (Stream<Path> tables = Files.list(TABLES)) {
      return tables.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableSaysWhereItComesFromAndWhenItWasLastLookedAt(Path table) throws IOException {
    String about =
        Files.readAllLines(table).stream()
            .takeWhile(line -> line.startsWith("#"))
            .collect(Collectors.joining("\n"));
    assertThat(about).containsPattern(SOURCE);
    Matcher date = LOOKED_AT.matcher(about);
    assertThat(date.find()).as("a line \"# Last looked at: YYYY-MM-DD.\"").isTrue();
    assertThat(LocalDate.parse(date.group(1))).isAfter(LocalDate.of(2026, 1, 1));
  }

  @Test
  void thePageNamesEveryTable() throws IOException {
    String page = Files.readString(Path.of("docs/geography.md"));
    assertThat(tables()).allSatisfy(t -> assertThat(page).contains("`" + t.getFileName() + "`"));
  }
}
