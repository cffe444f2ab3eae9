package io.github.fleetdns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.fleetdns.release.Release;
import io.github.fleetdns.terraform.Terraform;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * README.md tells the truth: its commands are run in a copy of the project's top, in their order,
 * and print what it shows; its files and its code are those of the project.
 *
 * <p>Where there is a release, built by the profile of that name, it is what the commands run.
 *
 * <p>What ends in {@code &} is a server, which runs until the test ends. In shown output, {@code …}
 * stands for anything in a line, and for any lines when alone.
 */
class ReadmeIT {
  private static final Path README = Path.of("README.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CHDIR = Pattern.compile("-chdir=(\\S+)");
  private static final String CDKTF = "npx cdktf-cli@0.19.2 ";

  @TempDir private Path copy;
  @TempDir private Path scratch;
  private final List<Process> running = new ArrayList<>();
  private final Map<String, String> ports = new HashMap<>();

  @AfterEach
  void stopServers() throws Exception {
    running.forEach(Process::destroy);
    for (Process process : running) {
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  @AfterEach
  void unlinkPlugins() throws Exception {
    Terraform.unlinkPlugins(copy);
  }

  @TestFactory
  Stream<DynamicTest> commandsPrintWhatIsShown() throws Exception {
    Optional<Path> release = Release.unpackedIn(scratch.resolve("a release"));
    Path program = release.map(Release::launcher).orElse(Path.of("fleetdns"));
    Files.createSymbolicLink(copy.resolve("fleetdns"), program.toAbsolutePath());
    for (String file : List.of("fleet.yaml", "fleet.schema.json", "cdktf.json")) {
      Files.copy(Path.of(file), copy.resolve(file));
    }
    copyExamples();
    Optional<String> noTerraform = Terraform.missing(scratch);
    return blocks("console")
        .flatMap(block -> commands(block).stream())
        .map(c -> DynamicTest.dynamicTest(c.line(), () -> run(c, noTerraform)));
  }

  @Test
  void mavenCommandsAreRunByTheContinuousIntegration() throws Exception {
    List<String> run =
        Files.readAllLines(Path.of(".ci/run")).stream()
            .map(line -> line.replaceAll(" -(?:B|ntp|q|Pstrict)(?= )| \\| tee .*", ""))
            .toList();
    List<String> commands = blocks("sh").flatMap(String::lines).toList();
    assertThat(commands).isNotEmpty().allMatch(line -> line.startsWith("mvn "));
    assertThat(run).containsAll(commands);
  }

  @Test
  void fleetFilesAreThoseOfTheProject() throws Exception {
    List<String> files = new ArrayList<>();
    for (Path file : examples("yaml")) {
      files.add(Files.readString(file));
    }
    assertThat(blocks("yaml"))
        .isNotEmpty()
        .allSatisfy(
            block -> assertThat(files).anyMatch(file -> file.contains(block), "contains it"));
  }

  @Test
  void codeIsThatOfTheLibraryExample() throws Exception {
    List<String> sources = new ArrayList<>();
    for (Path file : examples("java")) {
      sources.add(unindented(Files.readString(file)));
    }
    assertThat(blocks("java").map(ReadmeIT::unindented))
        .isNotEmpty()
        .allSatisfy(
            block -> assertThat(sources).anyMatch(file -> file.contains(block), "contains it"));
  }

  @Test
  void theVersionToDependOnIsThisOne() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    assertThat(blocks("xml"))
        .flatMap(block -> block.lines().filter(line -> line.startsWith("  <")).toList())
        .isNotEmpty()
        .allMatch(pom::contains);
  }

  @Test
  void everyFileItLinksToIsThere() throws Exception {
    assertThat(Pattern.compile("\\]\\(([^)#]+)\\)").matcher(Files.readString(README)).results())
        .extracting(link -> link.group(1))
        .isNotEmpty()
        .allMatch(link -> Files.exists(Path.of(link)), "exists");
  }

  // ---- commands ----

  private record Command(String line, String shown) {}

  private void run(Command command, Optional<String> noTerraform) throws Exception {
    for (String tool : List.of("dig", "curl")) {
      assumeTrue(
          !command.line().startsWith(tool + " ") || isOnPath(tool), tool + " is not on the PATH");
    }
    if (command.line().endsWith(" &")) {
      startServer(command);
      return;
    }
    boolean cdktf = command.line().startsWith(CDKTF);
    boolean deploys = cdktf || command.line().startsWith("terraform ");
    String line = withFreePorts(command.line());
    if (deploys) {
      assumeTrue(noTerraform.isEmpty(), () -> noTerraform.orElse(""));
      assumeTrue(!cdktf || npxFindsTheCli(), "npx does not find cdktf-cli");
      Matcher directory = CHDIR.matcher(line);
      if (directory.find()) {
        Terraform.keepFromAws(copy.resolve(directory.group(1)));
      }
      // The test answers what the command would ask.
      line += line.contains(" deploy ") ? " --auto-approve" : "";
    }
    Output output = execute(line);
    assumeFalse(
        deploys && Terraform.foundNoAws(output.text()),
        "deploying wants an emulator of AWS (FLEETDNS_TEST_ENDPOINT)");
    assertThat(output.text()).matches(pattern(command.shown()));
    assertThat(output.exit()).isEqualTo(command.shown().contains(" error: ") ? 1 : 0);
  }

  // ---- servers ----

  /** The usual ports may be taken on a machine that tests. */
  private String withFreePorts(String line) {
    String changed = line;
    for (Map.Entry<String, String> port : ports.entrySet()) {
      changed = changed.replace(port.getKey(), port.getValue());
    }
    return changed;
  }

  private void startServer(Command command) throws Exception {
    for (String port : List.of("5353", "5380")) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        ports.put(port, Integer.toString(free.getLocalPort()));
      }
    }
    String line = command.line().substring(0, command.line().length() - " &".length());
    Path log = Files.createTempFile(scratch, "server", ".log");
    Process process =
        builder(
                "exec %s --port %s --panel %s"
                    .formatted(line, ports.get("5353"), ports.get("5380")),
                log)
            .start();
    running.add(process);
    Pattern shown = pattern(withFreePorts(command.shown()));
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (process.isAlive()
        && System.nanoTime() < deadline
        && !shown.matcher(printed(log)).matches()) {
      Thread.sleep(100);
    }
    assertThat(printed(log)).matches(shown);
  }

  private static boolean isOnPath(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  private boolean npxFindsTheCli() throws Exception {
    return isOnPath("npx") && execute(CDKTF + "--version").exit() == 0;
  }

  private record Output(int exit, String text) {}

  private Output execute(String line) throws Exception {
    Path log = Files.createTempFile(scratch, "command", ".log");
    Process process = builder(line, log).start();
    process.getOutputStream().close();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(line + " did not end within ten minutes");
    }
    return new Output(process.exitValue(), printed(log));
  }

  private ProcessBuilder builder(String line, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", line)
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Terraform.prepare(builder.environment());
    // npx asks before it downloads.
    builder.environment().putAll(Map.of("CI", "1", "npm_config_yes", "true"));
    return builder;
  }

  private static String printed(Path log) throws IOException {
    String text =
        Files.readString(log)
            .replaceAll("\\e\\[[0-9;?]*[A-Za-z]", "")
            .lines()
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n"));
    return text.isBlank() ? "" : text.strip() + "\n";
  }

  /** The pattern of shown output. */
  private static Pattern pattern(String shown) {
    String regex =
        shown
            .strip()
            .lines()
            .map(line -> line.equals("…") ? "(?:.*\\n)*" : inline(line) + "\\n")
            .collect(Collectors.joining());
    return Pattern.compile(regex);
  }

  private static String inline(String line) {
    return Stream.of(line.stripTrailing().split("…", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }

  private static List<Command> commands(String block) {
    List<Command> commands = new ArrayList<>();
    for (String part : block.split("(?m)^\\$ ", -1)) {
      int end = part.indexOf('\n');
      if (end > 0) {
        commands.add(new Command(part.substring(0, end), part.substring(end + 1)));
      }
    }
    return commands;
  }

  // ---- files ----

  private static Stream<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(README))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2));
  }

  private static String unindented(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private static List<Path> examples(String extension) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("examples"))) {
      return files.filter(file -> file.toString().endsWith("." + extension)).sorted().toList();
    }
  }

  private void copyExamples() throws IOException {
    for (Path file : examples("yaml")) {
      Files.createDirectories(copy.resolve(file).getParent());
      Files.copy(file, copy.resolve(file));
    }
  }
}
