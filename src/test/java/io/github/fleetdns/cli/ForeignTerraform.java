package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Help.Ansi;

/**
 * Terraform that others might have written, in {@code src/test/resources/terraform/NNN-name/}, and
 * the answers that are expected of its plan, in {@code expected.txt}: a question with options of
 * {@code fleetdns answer} on a line, then each share and what it is.
 */
final class ForeignTerraform {
  private static final Path FOLDER = Path.of("src", "test", "resources", "terraform");

  private ForeignTerraform() {}

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /**
   * Requires the answers of {@code expected.txt}, a line with {@code ?} for each sentence about
   * what is not verified, and the complaints of {@code complaints.txt} beside it, or none.
   */
  static void answersAsExpected(Path expected, Path plan) throws IOException {
    StringBuilder actual = new StringBuilder();
    for (String line : Files.readAllLines(expected)) {
      if (line.isEmpty() || line.startsWith("#")) {
        actual.append(line).append('\n');
      } else if (isQuestion(line)) {
        actual.append(line).append('\n');
        answers(plan, line, complaints(expected))
            .forEach(answer -> actual.append(answer).append('\n'));
      }
    }
    assertThat(actual.toString()).isEqualTo(Files.readString(expected));
  }

  private static boolean isQuestion(String line) {
    return !line.matches("(?:\\d+(?:/\\d+)?|[?]|NXDOMAIN|NODATA)(?: .*)?");
  }

  /** Without the place, which is another one in every plan. */
  private static List<String> complaints(Path expected) throws IOException {
    Path file = expected.resolveSibling("complaints.txt");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static List<String> answers(Path plan, String question, List<String> complaints)
      throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> args = new ArrayList<>(List.of("answer", plan.toString()));
    args.addAll(List.of(question.split(" ")));
    args.addAll(List.of("--format", "json"));
    int exit =
        Main.run(
            new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
            args.toArray(String[]::new));
    assertThat(
            err.toString()
                .lines()
                .map(
                    line ->
                        line.replaceFirst("^[^ ]*: ", "").replace(plan.toString(), "plan.json")))
        .describedAs(question)
        .containsExactlyElementsOf(complaints);
    assertThat(exit).describedAs(question).isZero();
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    List<String> lines = new ArrayList<>();
    answer
        .get("answers")
        .forEach(one -> lines.add(one.get("fraction").asText() + " " + content(one)));
    if (lines.isEmpty()) {
      lines.add(answer.get("rcode").asText().equals("NXDOMAIN") ? "NXDOMAIN" : "NODATA");
    }
    answer.get("unverified").forEach(sentence -> lines.add("? " + sentence.asText()));
    return lines;
  }

  private static String content(JsonNode answer) {
    JsonNode target = answer.get("target");
    return target.isNull()
        ? String.join(
            ", ",
            StreamSupport.stream(answer.get("records").spliterator(), false)
                .map(JsonNode::asText)
                .toList())
        : target.asText();
  }
}
