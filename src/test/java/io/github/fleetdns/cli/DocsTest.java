package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.Goldens;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

/**
 * What the pages under {@code docs} show is what the program prints and what the examples say.
 *
 * <p>A {@code console} block has one command and its output; a {@code yaml} block that begins with
 * the path of an example has the services and pools of that example.
 */
class DocsTest {
  private static final Pattern CONSOLE =
      Pattern.compile(
          "```console\n\\$ \\./fleetdns (explain|check|iam|answer|traffic|diff) (.*)\n(?s:.*?)```");
  private static final Pattern YAML =
      Pattern.compile("```yaml\n# (examples/\\S+/fleet\\.yaml)\n(?s:.*?)```");

  static List<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.walk(Path.of("docs"))) {
      return pages.filter(page -> page.toString().endsWith(".md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageShowsWhatTheProgramPrints(Path page) throws IOException {
    String text = Files.readString(page);
    String printed =
        CONSOLE
            .matcher(text)
            .replaceAll(
                block ->
                    Matcher.quoteReplacement(
                        "```console\n$ ./fleetdns %s %s\n%s```"
                            .formatted(block.group(1), block.group(2), output(block))));
    Goldens.assertMatches(page, YAML.matcher(printed).replaceAll(DocsTest::example));
  }

  private static String output(java.util.regex.MatchResult block) {
    StringWriter out = new StringWriter();
    String[] args = (block.group(1) + " " + block.group(2)).split(" ");
    PrintWriter writer = new PrintWriter(out);
    int exitCode =
        Main.run(new Terminal(writer, new PrintWriter(new StringWriter()), false, Ansi.OFF), args);
    writer.flush();
    assertThat(exitCode).as(block.group(2)).isZero();
    return out.toString().stripTrailing() + "\n";
  }

  private static String example(java.util.regex.MatchResult block) {
    try {
      String file = Files.readString(Path.of(block.group(1)));
      Matcher parts = Pattern.compile("(?m)^(pools|services):\n(?:[ #].*\n)*").matcher(file);
      StringBuilder shown = new StringBuilder("```yaml\n# " + block.group(1) + "\n");
      while (parts.find()) {
        shown.append(parts.group());
      }
      return Matcher.quoteReplacement(shown + "```");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
