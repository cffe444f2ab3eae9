package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.table.TextTable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** What Terraform calls sensitive is used, and not shown. */
class SensitiveValuesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "sensitive");
  private static final String PLAN = FOLDER.resolve("plan.json").toString();
  private static final String CONFIG = FOLDER.resolve("config.tf.json").toString();

  private static final List<String> OF_PLAN =
      List.of(
          "52.94.1.9",
          "52.94.1.7",
          "tenant-acme",
          "hunter2",
          "_acme-tenant42",
          "var-token-5150",
          "output-secret-77");

  private static final List<String> OF_CONFIG =
      List.of("52.94.1.9", "tenant", "co-x", "local-secret-3");

  private final Launched program = new Launched();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check FILE",
        "check FILE --format json",
        "answer FILE api.ai.example.com",
        "answer FILE api.ai.example.com --explain",
        "answer FILE api.ai.example.com --explain --format json",
        "answer FILE t.ai.example.com TXT",
        "answer FILE _acme-tenant42.ai.example.com TXT --explain",
        "answer FILE api.ai.example.com --down 52.94.1.9",
        "answer FILE api.ai.example.com --down 52.94.1.99",
        "explain FILE",
        "explain FILE api",
        "explain FILE no-such-name",
        "explain FILE --format json",
        "traffic FILE",
        "traffic FILE --format json",
        "diff FILE",
        "diff FILE FILE",
        "diff FILE OTHER",
        "diff OTHER FILE --format json",
        "diff FILE OTHER --format markdown",
        "diff FILE --format markdown",
        "diff FILE --format json",
        "report FILE -o PAGE",
        "report FILE --against OTHER -o PAGE",
      })
  void nothingOfItIsPrintedOrWritten(String line) throws Exception {
    for (String file : List.of(PLAN, CONFIG)) {
      Path page = folder.resolve("page.html");
      String other = file.equals(PLAN) ? CONFIG : PLAN;
      program.run(
          line.replace("FILE", file)
              .replace("OTHER", other)
              .replace("PAGE", page.toString())
              .split(" "));
      List<String> secrets = new ArrayList<>(file.equals(PLAN) ? OF_PLAN : OF_CONFIG);
      if (line.contains("OTHER")) {
        secrets.addAll(OF_PLAN);
        secrets.addAll(OF_CONFIG);
      }
      String all =
          program.out() + program.err() + (Files.exists(page) ? Files.readString(page) : "");
      // What a person asks for is only known to be sensitive if the input says so.
      String asked = file.equals(CONFIG) ? "_acme-tenant42.ai.example.com" : "\0";
      String said = all.toLowerCase(Locale.ROOT).replace(asked, "");
      for (String secret : secrets) {
        assertThat(said).describedAs(line).doesNotContain(secret);
      }
    }
  }

  @Test
  void itIsUsedForAnswersAndSaidToBeThere() {
    assertThat(program.run("answer", CONFIG, "api.ai.example.com")).isZero();
    assertThat(program.out()).contains("50.0 %").contains("(sensitive)").contains("52.94.1.2");
    program.run("diff", PLAN, "--format", "markdown");
    assertThat(program.out()).contains("(sensitive)").contains("52.94.1.2");
  }

  @Test
  void aPersonAtATerminalMaySeeIt() {
    StringWriter out = new StringWriter();
    Terminal screen =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            true,
            Ansi.OFF,
            TextTable.ALL_COLUMNS,
            true);
    assertThat(Main.run(screen, "answer", CONFIG, "api.ai.example.com", "--show-sensitive"))
        .isZero();
    screen.flush();
    assertThat(out.toString()).contains("52.94.1.9").doesNotContain("(sensitive)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff --format markdown", "diff --format json", "explain --format json"})
  void inWhatGoesOnFromTheTerminalNobodyMay(String line) {
    StringWriter err = new StringWriter();
    Terminal screen =
        new Terminal(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            true,
            Ansi.OFF,
            TextTable.ALL_COLUMNS,
            true);
    List<String> args = new ArrayList<>(List.of(line.split(" ")));
    args.add(1, PLAN);
    args.add("--show-sensitive");
    assertThat(Main.run(screen, args.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
    screen.flush();
    assertThat(err.toString()).contains("--show-sensitive is for text at a terminal");
  }

  @Test
  void aPipeIsNoTerminal() {
    assertThat(program.run("explain", PLAN, "--show-sensitive")).isEqualTo(ExitCode.USAGE);
  }
}
