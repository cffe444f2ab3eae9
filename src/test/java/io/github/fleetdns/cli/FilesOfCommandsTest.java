package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every command does with the files that it is given, whatever these are. */
class FilesOfCommandsTest {
  /** FILE stands for the file; each ends by itself. */
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("check", "FILE"),
          List.of("explain", "FILE", "api"),
          List.of("answer", "FILE", "api"),
          List.of("traffic", "FILE"),
          List.of("diff", "FILE", "GOOD"),
          List.of("diff", "GOOD", "FILE"),
          List.of("report", "FILE", "-o", "OUT"),
          List.of("synth", "FILE", "--out", "OUT"),
          List.of("iam", "FILE"),
          List.of("resolve", "FILE"),
          List.of("import", "FILE", "-o", "OUT"),
          List.of("serve", "FILE", "--port", "0", "--panel", "0"));

  private static final String FLEET =
      """
      fleet: piped
      zone: {name: ai.example.com}
      endpoints:
        a: {address: 52.94.1.1, region: us-east-1}
      services:
        api: {ttl: 60, route: {weighted: {a: 1}}}
      """;

  @TempDir private Path folder;
  private final Launched program = new Launched();

  static Stream<Arguments> badFiles() {
    return Stream.of(
            Arguments.of("missing.yaml", "file-missing"),
            Arguments.of("folder.yaml", "file-directory"),
            Arguments.of("empty.yaml", "file-empty"),
            Arguments.of("empty.json", "file-empty"),
            Arguments.of("binary.yaml", "file-binary"),
            Arguments.of("latin.yaml", "file-encoding"))
        .flatMap(
            bad ->
                COMMANDS.stream()
                    .map(command -> Arguments.of(command, bad.get()[0], bad.get()[1])));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void whatCannotBeReadGetsTheSameWordsInEveryCommand(
      List<String> command, String name, String rule) throws Exception {
    Files.createDirectory(folder.resolve("folder.yaml"));
    Files.writeString(folder.resolve("empty.yaml"), "");
    Files.writeString(folder.resolve("empty.json"), "");
    Files.write(folder.resolve("binary.yaml"), new byte[] {'f', 0});
    Files.write(folder.resolve("latin.yaml"), new byte[] {'f', (byte) 0xe9});
    Path file = folder.resolve(name);
    String check = said(List.of("check", "FILE"), file);
    assertThat(said(command, file)).contains("(" + rule + ")").contains(problem(check));
  }

  /** Who may read everything gets an error from the memory of a process. */
  @ParameterizedTest
  @FieldSource("COMMANDS")
  void whatIsNotReadableGetsTheSameWordsInEveryCommand(List<String> command) throws Exception {
    Path file = Files.writeString(folder.resolve("closed.yaml"), FLEET);
    Files.setPosixFilePermissions(file, Set.of());
    if (Files.isReadable(file)) {
      file = Path.of("/proc/self/mem");
      assumeTrue(Files.exists(file), "whoever runs this may read everything");
    }
    String check = said(List.of("check", "FILE"), file);
    assertThat(said(command, file)).contains("(file-unreadable)").contains(problem(check));
  }

  /** The line of a problem. */
  private static String problem(String said) {
    return said.lines().filter(line -> line.contains(": error: ")).findFirst().orElseThrow();
  }

  private String said(List<String> command, Path file) throws IOException {
    int exitCode = run(command, file.toString());
    assertThat(exitCode).describedAs(program.err()).isEqualTo(ExitCode.INPUT);
    return program.err();
  }

  private int run(List<String> command, String file) throws IOException {
    Path good = Files.writeString(folder.resolve("good.yaml"), FLEET);
    UnaryOperator<String> fill =
        word ->
            switch (word) {
              case "FILE" -> file;
              case "GOOD" -> good.toString();
              case "OUT" -> folder.resolve("out").toString();
              default -> word;
            };
    return program.run(command.stream().map(fill).toArray(String[]::new));
  }

  /** Those that end by themselves when their input is fine, and need no Node.js. */
  static Stream<List<String>> quickCommands() {
    return COMMANDS.stream()
        .filter(c -> !List.of("serve", "synth", "iam", "import", "resolve").contains(c.get(0)));
  }

  @ParameterizedTest
  @MethodSource("quickCommands")
  void standardInputIsAFileLikeAnyOther(List<String> command) throws Exception {
    assertThat(run(command, folder.resolve("good.yaml").toString())).isZero();
    String out = program.out();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(FLEET.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run(command, "-")).describedAs(program.err()).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(program.out().replace("<stdin>", folder.resolve("good.yaml").toString()))
        .isEqualTo(out);
  }

  /** As {@code diff <(git show HEAD:fleet.yaml) fleet.yaml} hands it over: read once, or lost. */
  @ParameterizedTest
  @MethodSource("quickCommands")
  void aPipeIsReadOnce(List<String> command) throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(canMakePipe(pipe), "mkfifo is missing");
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(FLEET.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    writer.setDaemon(true);
    writer.start();
    assertThat(run(command, pipe.toString())).describedAs(program.err()).isZero();
  }

  private static boolean canMakePipe(Path pipe) throws Exception {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void terraformComesThroughAPipeAsWell() throws Exception {
    List<String> names = new ArrayList<>();
    for (String file :
        List.of(
            "main.tf.json.snapshot",
            "src/test/resources/terraform/001-weighted-for-each/plan.json")) {
      InputStream before = System.in;
      System.setIn(Files.newInputStream(Path.of(file)));
      try {
        assertThat(program.run("check", "-")).describedAs(program.err()).isZero();
        names.add(program.out());
      } finally {
        System.setIn(before);
      }
    }
    assertThat(names).allMatch(line -> line.startsWith("<stdin>: zone "));
  }

  @Test
  void standardInputIsNamedOnce() {
    String good = Path.of("fleet.yaml").toString();
    for (List<String> line :
        List.of(
            List.of("diff", "-", "-"),
            List.of("diff", "/dev/stdin", "-"),
            List.of("check", "-", "-"),
            List.of("report", "-", "--against", "-"),
            List.of("traffic", "-", "--clients", "-"),
            List.of("answer", "-", "api", "--latency-file", "/dev/stdin"),
            List.of("serve", good, "--clients", "-", "--latency-file", "-"))) {
      assertThat(program.run(line.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
      assertThat(program.err()).contains("standard input is named twice");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "missing.csv, file-missing",
    "folder.csv, file-directory",
    "empty.csv, file-empty",
    "binary.csv, file-binary"
  })
  void optionsSayOfTheirFilesWhatCommandsSay(String name, String rule) throws Exception {
    Files.createDirectory(folder.resolve("folder.csv"));
    Files.writeString(folder.resolve("empty.csv"), "");
    Files.write(folder.resolve("binary.csv"), new byte[] {'f', 0});
    String file = folder.resolve(name).toString();
    for (List<String> line :
        List.of(
            List.of("traffic", "FILE", "--clients", file),
            List.of("answer", "FILE", "api", "--region", "us-east-1", "--latency-file", file),
            List.of("serve", "FILE", "--port", "0", "--panel", "0", "--clients", file),
            List.of("serve", "FILE", "--port", "0", "--panel", "0", "--latency-file", file))) {
      assertThat(run(line, folder.resolve("good.yaml").toString()))
          .describedAs(line + program.err())
          .isEqualTo(ExitCode.INPUT);
      assertThat(program.err()).contains(file + ":1:").contains("(" + rule + ")");
    }
  }

  @Test
  void clientsComeThroughStandardInput() throws Exception {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("DE,1\nXX,2\n".getBytes(StandardCharsets.UTF_8)));
    try {
      run(List.of("traffic", "FILE", "--clients", "-"), folder.resolve("good.yaml").toString());
    } finally {
      System.setIn(before);
    }
    assertThat(program.err()).contains("<stdin>:2:1: error: ");
  }

  @Test
  void whoTakesFleetFilesOnlySaysWhatTakesAPlan() {
    String plan = "src/test/resources/terraform/001-weighted-for-each/plan.json";
    for (String command : List.of("synth", "iam")) {
      assertThat(program.run(command, plan)).isEqualTo(ExitCode.INPUT);
      assertThat(program.err())
          .contains(
              "this is a plan, and " + command + " takes a fleet file; check, explain, answer");
    }
  }
}
