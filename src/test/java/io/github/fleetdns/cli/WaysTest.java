package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What diff says of the way between two files; a folder more is a case more. */
class WaysTest {
  private static final Path CASES = Path.of("src/test/resources/ways");

  private final Launched program = new Launched();

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList();
    }
  }

  /** The files of one side of a case, as the command line takes them. */
  static String side(Path folder, String side) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(side))
          .sorted()
          .map(Path::toString)
          .collect(Collectors.joining(","));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theWayIsAsExpected(Path folder) throws Exception {
    program.run("diff", side(folder, "old"), side(folder, "new"));
    String[] lines = program.out().split("\n", -1);
    int tail = program.out().indexOf("\nThe way\n");
    Goldens.assertMatches(
        folder.resolve("expected.txt"),
        lines[0] + "\n" + (tail < 0 ? "" : program.out().substring(tail)));
  }

  @Test
  void theVerdictIsTheFirstLineAndInTheJson() throws Exception {
    Path folder = CASES.resolve("001-weighted-ttl");
    String old = side(folder, "old");
    String updated = side(folder, "new");
    assertThat(program.run("diff", old, updated, "--format", "markdown")).isZero();
    assertThat(program.out()).startsWith("**The way: no order works: ");
    assertThat(program.run("diff", old, updated, "--format", "json")).isZero();
    JsonNode json = new ObjectMapper().readTree(program.out());
    assertThat(json.at("/way/verdict").asText()).isEqualTo("no-order");
    assertThat(json.at("/way/reasons/0/kind").asText()).isEqualTo("ttl");
  }

  @Test
  void theGateLetsOnlyAnyOrderThrough() throws Exception {
    for (Path folder : cases()) {
      String old = side(folder, "old");
      String updated = side(folder, "new");
      program.run("diff", old, updated, "--format", "json");
      String verdict = new ObjectMapper().readTree(program.out()).at("/way/verdict").asText();
      assertThat(program.run("diff", old, updated, "--safe-way"))
          .describedAs(folder.toString())
          .isEqualTo(verdict.equals("any-order") ? ExitCode.OK : ExitCode.GATE);
    }
  }

  @Test
  void aGapIsBounded() throws Exception {
    Path folder = CASES.resolve("008-address-becomes-host-name");
    String old = side(folder, "old");
    String updated = side(folder, "new");
    assertThat(program.run("diff", old, updated, "--max-gap", "30s")).isEqualTo(ExitCode.GATE);
    assertThat(program.err()).contains("--max-gap");
    assertThat(program.run("diff", old, updated, "--max-gap", "2h")).isZero();
    assertThat(program.run("diff", old, updated, "--max-gap", "30")).isEqualTo(ExitCode.USAGE);
    assertThat(program.err()).contains("has no unit; write 30s");
  }

  @Test
  void theBatchIsWrittenWithTheBlocksThatTellTerraform(@TempDir Path scratch) throws Exception {
    Path folder = CASES.resolve("009-latency-becomes-simple");
    Path file = scratch.resolve("batch.json");
    assertThat(
            program.run(
                "diff", side(folder, "old"), side(folder, "new"), "--batch", file.toString()))
        .describedAs(program.err())
        .isZero();
    JsonNode changes = new ObjectMapper().readTree(file.toFile()).get("Changes");
    assertThat(changes)
        .extracting(change -> change.get("Action").asText())
        .containsExactly("DELETE", "DELETE", "UPSERT");
    assertThat(changes.get(2).at("/ResourceRecordSet/ResourceRecords/0/Value").asText())
        .isEqualTo("52.94.1.1");
    assertThat(Files.readString(scratch.resolve("batch.tf")))
        .contains(
            "from = aws_route53_record.chat-A-east-record",
            "to = aws_route53_record.chat-record",
            "id = \"${aws_route53_zone.zone.zone_id}_chat.ai.example.com_A\"");
  }

  @Test
  void theReportSaysTheVerdictFirst(@TempDir Path scratch) throws Exception {
    Path folder = CASES.resolve("001-weighted-ttl");
    Path page = scratch.resolve("page.html");
    program.run(
        "report", side(folder, "new"), "--against", side(folder, "old"), "-o", page.toString());
    assertThat(Files.readString(page)).contains("<strong>The way: no order works: ");
  }
}
