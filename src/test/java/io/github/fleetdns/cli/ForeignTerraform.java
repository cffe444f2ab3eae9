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

  /** Requires the answers of {@code expected.txt}, and nothing to complain of. */
  static void answersAsExpected(Path expected, Path plan) throws IOException {
    StringBuilder actual = new StringBuilder();
    for (String line : Files.readAllLines(expected)) {
      if (line.isEmpty() || line.startsWith("#")) {
        actual.append(line).append('\n');
      } else if (isQuestion(line)) {
        actual.append(line).append('\n');
        answers(plan, line).forEach(answer -> actual.append(answer).append('\n'));
      }
    }
    assertThat(actual.toString()).isEqualTo(Files.readString(expected));
  }

  private static boolean isQuestion(String line) {
    return !line.matches("\\d+(/\\d+)? .*");
  }

  private static List<String> answers(Path plan, String question) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> args = new ArrayList<>(List.of("answer", plan.toString()));
    args.addAll(List.of(question.split(" ")));
    args.addAll(List.of("--format", "json"));
    int exit =
        Main.run(
            new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
            args.toArray(String[]::new));
    assertThat(err.toString()).describedAs(question).isEmpty();
    assertThat(exit).describedAs(question).isZero();
    JsonNode answers = new ObjectMapper().readTree(out.toString()).get("answers");
    return StreamSupport.stream(answers.spliterator(), false)
        .map(answer -> answer.get("fraction").asText() + " " + content(answer))
        .toList();
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
