package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.fleetdns.config.FleetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./fleetdns} as its users start it. */
class LauncherIT {
  private static final String BAD = "fleet: ai-app\nzone: {name: com}\ndefaults: {ttl: -1}\n";

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  private Launcher launcher;

  @BeforeEach
  void aFolderWithTheDefaultFleet() throws Exception {
    Files.copy(Path.of("fleet.yaml"), folder.resolve("fleet.yaml"));
    launcher = new Launcher(folder);
  }

  // ---- commands ----

  @Test
  void synthWritesTheStackAndSaysWhatItWrote() throws Exception {
    Launcher.Run run = launcher.run("synth");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("ai-app: zone aiapp.example.com, 3 record sets")
        .containsPattern("eu-central-1-ai-server.aiapp.example.com +A +300 +10.0.0.3")
        .contains("Written to cdktf.out/stacks/ai-app/cdk.tf.json");
    assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.endsWith("(address-reserved)"));
    assertThat(folder.resolve("cdktf.out/stacks/ai-app/cdk.tf.json")).exists();
    assertThat(folder.resolve("cdktf.out/manifest.json")).exists();
  }

  @Test
  void checkNeedsNeitherNodeNorMaven() throws Exception {
    Launcher.Run run = launcher.withOnly(elsewhere.resolve("bin"), Map.of()).run("check");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo("fleet.yaml: zone aiapp.example.com, 3 record sets, 3 warnings\n");
  }

  @Test
  void initWritesAFileThatHasNoErrors() throws Exception {
    assertThat(launcher.run("init", "new.yaml").exit()).isZero();
    assertThat(folder.resolve("fleet.schema.json"))
        .hasSameBinaryContentAs(Path.of("fleet.schema.json"));
    assertThat(launcher.run("check", "new.yaml").exit()).isZero();
  }

  @Test
  void initReplacesAFileOnlyWhenForced() throws Exception {
    assertThat(launcher.run("init").exit()).isEqualTo(1);
    assertThat(folder.resolve("fleet.yaml")).hasSameBinaryContentAs(Path.of("fleet.yaml"));
    assertThat(launcher.run("init", "--force").exit()).isZero();
    assertThat(folder.resolve("fleet.yaml"))
        .hasSameBinaryContentAs(Path.of("src/main/resources/starter.yaml"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', fleetdns synth fleet.yaml",
    "synth, fleetdns synth fleet.yaml --out cdktf.out",
    "check, fleetdns check fleet.yaml",
    "init, fleetdns init && fleetdns check"
  })
  void helpHasAnExample(String command, String example) throws Exception {
    Launcher.Run run = command.isEmpty() ? launcher.run("--help") : launcher.run(command, "--help");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Example: " + example);
  }

  @Test
  void itKnowsItsVersion() throws Exception {
    assertThat(launcher.run("--version").out()).isEqualTo("fleetdns 0.1.0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--colour", "frobnicate", "synth --format=xml", "check --out=x"})
  void aWrongCommandLineIsExitTwo(String line) throws Exception {
    assertThat(launcher.run(line.split(" ", -1)).exit()).isEqualTo(2);
  }

  // ---- input ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cat fleet.yaml | \"$0\" check -",
        "cat fleet.yaml | \"$0\" check /dev/stdin",
        "\"$0\" check - < fleet.yaml",
        "\"$0\" check <(cat fleet.yaml)",
        "\"$0\" diff <(cat fleet.yaml) fleet.yaml",
        "\"$0\" diff fleet.yaml - < fleet.yaml",
        "\"$0\" diff <(cat fleet.yaml) <(cat fleet.yaml)",
        "cat fleet.yaml | \"$0\" explain - eu-central-1-ai-server",
        "cat fleet.yaml | \"$0\" answer - eu-central-1-ai-server",
        "cat fleet.yaml | \"$0\" synth -",
        "\"$0\" synth <(cat fleet.yaml)",
        "cat fleet.yaml | \"$0\" iam -"
      })
  void aPipeIsAFile(String line) throws Exception {
    Launcher.Run run =
        launcher.run(List.of("bash", "-c", line, launcher.program().toAbsolutePath().toString()));

    assertThat(run.exit()).describedAs(run.err()).isZero();
    assertThat(run.err() + run.out()).contains("warning: 10.0.0.3 ").doesNotContain("error");
  }

  @Test
  void whatIsServedComesThroughAPipe() throws Exception {
    String line = "echo 'fleet: x' | timeout 20 \"$0\" serve - --port 0 --panel 0";
    Launcher.Run run =
        launcher.run(List.of("bash", "-c", line, launcher.program().toAbsolutePath().toString()));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("<stdin>:1:1: error: ");
  }

  // ---- output ----

  @Test
  void severalFilesAreSeveralStacks() throws Exception {
    String minimal = Path.of("examples/minimal/fleet.yaml").toAbsolutePath().toString();
    assertThat(launcher.run("synth", "fleet.yaml", minimal, "--out", "both").exit()).isZero();
    assertThat(folder.resolve("both/stacks/ai-app/cdk.tf.json")).exists();
    assertThat(folder.resolve("both/stacks/minimal/cdk.tf.json")).exists();
  }

  @Test
  void theDirectoryThatTheCdktfCliNamesIsUsed() throws Exception {
    launcher.with("CDKTF_OUTDIR", "named").with("CDKTF_CONTEXT_JSON", "{}");
    Launcher.Run run = launcher.run("synth");

    assertThat(run.exit()).isZero();
    assertThat(folder.resolve("named/stacks/ai-app/cdk.tf.json")).exists();
    assertThat(folder.resolve("cdktf.out")).doesNotExist();
    assertThat(run.err()).describedAs("which that CLI would call errors").isEmpty();
    assertThat(run.out()).contains("warning: 10.0.0.1");
  }

  @Test
  void aSecondSynthGivesTheSameBytesAndLeavesTerraformsFilesAlone() throws Exception {
    launcher.run("synth");
    Path stack = folder.resolve("cdktf.out/stacks/ai-app");
    Files.writeString(stack.resolve("terraform.ai-app.tfstate"), "{\"serial\": 7}");
    Files.writeString(stack.resolve(".terraform.lock.hcl"), "# lock");
    Files.createDirectories(stack.resolve(".terraform/providers"));
    Files.writeString(stack.resolve(".terraform/providers/plugin"), "binary");
    Map<String, String> before = contents(folder.resolve("cdktf.out"));

    assertThat(launcher.run("synth").exit()).isZero();

    assertThat(contents(folder.resolve("cdktf.out"))).isEqualTo(before);
  }

  @Test
  void aBadFileLeavesThePreviousOutputAsItWas() throws Exception {
    launcher.run("synth");
    Map<String, String> before = contents(folder.resolve("cdktf.out"));
    Files.writeString(folder.resolve("bad.yaml"), BAD);

    Launcher.Run run = launcher.run("synth", "fleet.yaml", "bad.yaml");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("bad.yaml:2:14: error: ")
        .contains("(zone-name-tld)")
        .contains("bad.yaml:3:17: error: ")
        .contains("(ttl-range)")
        .endsWith("nothing was written\n");
    assertThat(contents(folder.resolve("cdktf.out"))).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blocked", "blocked/below", "/proc/fleetdns"})
  void anUnwritableOutputDirectoryIsExitFour(String out) throws Exception {
    Files.writeString(folder.resolve("blocked"), "a file");
    Launcher.Run run = launcher.run("synth", "--out", out);

    assertThat(run.exit()).isEqualTo(4);
    assertThat(messages(run)).singleElement().asString().contains(out).contains("--out");
    assertThat(folder.resolve("blocked")).hasContent("a file");
  }

  // ---- Node.js ----

  @Test
  void withoutNodeItSaysInOneLineWhatToInstall() throws Exception {
    Launcher.Run run = launcher.withOnly(elsewhere.resolve("bin"), Map.of()).run("synth");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(messages(run))
        .containsExactly(
            "fleetdns: Node.js is missing; install Node.js 18 or later (https://nodejs.org) and"
                + " put it on the PATH");
    assertThat(folder.resolve("cdktf.out")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v17.9.1", "v8.0.0", "nonsense"})
  void withAnOldNodeItSaysWhatToInstall(String version) throws Exception {
    Map<String, String> node = Map.of("node", "echo " + version);
    Launcher.Run run = launcher.withOnly(elsewhere.resolve("bin"), node).run("synth");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(messages(run))
        .singleElement()
        .asString()
        .contains(version)
        .contains("install Node.js 18 or later");
  }

  @Test
  void theNodeThatJsiiShallTakeIsTheOneThatIsAsked() throws Exception {
    Path node = elsewhere.resolve("my node");
    Files.writeString(node, "#!/bin/sh\necho v16.20.2\n");
    assertThat(node.toFile().setExecutable(true)).isTrue();
    String command = "'" + node + "' --stack-trace-limit=7";

    Launcher.Run run = launcher.with("JSII_NODE", command).run("synth");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(messages(run)).singleElement().asString().contains("v16.20.2 is too old");
  }

  // ---- the build ----

  @Test
  void whatIsUpToDateIsStartedWithoutMaven() throws Exception {
    Path bin = elsewhere.resolve("bin");
    Map<String, String> node = Map.of("node", "exec " + Launcher.which("node") + " \"$@\"");
    Launcher.Run run = launcher.inCopy(elsewhere.resolve("home")).withOnly(bin, node).run("synth");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).doesNotContain("building");
  }

  @Test
  void everyExampleIsItsGoldenThroughTheLauncher() throws Exception {
    // The launcher's bindings are a part of CDKTF's; this shows that it is enough.
    Map<Path, String> expected = new LinkedHashMap<>();
    List<String> arguments = new ArrayList<>(List.of("synth"));
    try (Stream<Path> examples = Files.list(Path.of("examples"))) {
      for (Path example : examples.filter(e -> Files.exists(e.resolve("fleet.yaml"))).toList()) {
        Path file = example.resolve("fleet.yaml").toAbsolutePath();
        arguments.add(file.toString());
        String name = FleetFile.read(file).fleet().orElseThrow().name();
        expected.put(
            folder.resolve("cdktf.out/stacks/" + name + "/cdk.tf.json"),
            Files.readString(example.resolve("expected.tf.json")));
      }
    }
    assertThat(launcher.run(arguments.toArray(String[]::new)).exit()).isZero();
    assertThat(expected).isNotEmpty();
    expected.forEach((file, golden) -> assertThat(file).hasContent(golden));
  }

  @Test
  void whatMakesItQuickMayBeBroken() throws Exception {
    Path home = elsewhere.resolve("home");
    launcher.inCopy(home);
    for (String file : List.of("target/bindings.jar", "target/classes.jsa")) {
      Files.deleteIfExists(home.resolve(file));
      Files.writeString(home.resolve(file), "broken");
    }

    Launcher.Run run = launcher.run("synth");

    assertThat(run.exit()).isZero();
    assertThat(messages(run)).isEmpty();
    assertThat(folder.resolve("cdktf.out/stacks/ai-app/cdk.tf.json"))
        .hasSameTextualContentAs(Path.of("main.tf.json.snapshot"));
  }

  @Test
  void timingsSayWhereTheTimeWent() throws Exception {
    Launcher.Run run = launcher.run("synth", "--timings");

    assertThat(run.exit()).isZero();
    assertThat(messages(run))
        .allMatch(line -> line.matches(" *\\d+ ms  .+"))
        .anyMatch(line -> line.contains("reading and checking"))
        .anyMatch(line -> line.contains("synthesis"));
  }

  @Test
  void aNewerSourceIsBuilt() throws Exception {
    Path home = elsewhere.resolve("home");
    launcher.inCopy(home);
    newer(home.resolve("src/main/resources/starter.yaml"));
    Path called = elsewhere.resolve("called");
    Map<String, String> mvn = Map.of("mvn", "echo \"$@\" > " + called);
    launcher.withOnly(elsewhere.resolve("bin"), mvn);

    Launcher.Run first = launcher.run("check");
    assertThat(first.exit()).isZero();
    assertThat(first.err()).startsWith("fleetdns: building; sources have changed\n");
    assertThat(called).exists();

    assertThat(launcher.run("check").err()).doesNotContain("building");
  }

  @Test
  void aFailedBuildSaysWhyAndWhereTheRestIs() throws Exception {
    Path home = elsewhere.resolve("home");
    launcher.inCopy(home);
    newer(home.resolve("pom.xml"));
    String script = "echo '[INFO] much'; echo '[ERROR] Main.java:[7,3] no such thing'; exit 1";
    launcher.withOnly(elsewhere.resolve("bin"), Map.of("mvn", script));

    Launcher.Run run = launcher.run("check");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err())
        .contains("[ERROR] Main.java:[7,3] no such thing")
        .doesNotContain("[INFO]")
        .contains("the build failed; all of it is in " + home.toRealPath() + "/target/build.log");
  }

  @Test
  void withoutMavenItSaysThatItCannotBuild() throws Exception {
    Path home = elsewhere.resolve("home");
    launcher.inCopy(home);
    Files.delete(home.resolve("target/fleetdns.jar"));

    Launcher.Run run = launcher.withOnly(elsewhere.resolve("bin"), Map.of()).run("check");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err())
        .isEqualTo(
            "fleetdns: Maven is missing; install Maven 3.6.3 or later and put it on the PATH\n");
  }

  // ---- terminal ----

  @Test
  void whatIsNoTerminalGetsNoColours() throws Exception {
    Files.writeString(folder.resolve("bad.yaml"), BAD);
    assertThat(launcher.run("check", "bad.yaml").err()).contains("error").doesNotContain("\u001b");
    assertThat(launcher.run("--help").out()).doesNotContain("\u001b");
  }

  @Test
  void aTerminalGetsColoursUnlessItWantsNone() throws Exception {
    Files.writeString(folder.resolve("bad.yaml"), BAD);
    assertThat(inTerminal("check bad.yaml")).contains("\u001b[").containsPattern("1;31m|31;1m|31m");
    launcher.with("NO_COLOR", "1");
    assertThat(inTerminal("check bad.yaml")).contains("error").doesNotContain("\u001b[");
  }

  @Test
  void aTerminalSeesThatLongWorkGoesOn() throws Exception {
    Path slow = elsewhere.resolve("node");
    Files.writeString(slow, "#!/bin/sh\nsleep 1\nexec node \"$@\"\n");
    assertThat(slow.toFile().setExecutable(true)).isTrue();
    launcher.with("JSII_NODE", slow.toString());
    assertThat(inTerminal("synth")).contains("Synthesizing … ");
  }

  /** What a terminal shows, by util-linux's {@code script}. */
  private String inTerminal(String arguments) throws Exception {
    boolean script =
        Files.isExecutable(Path.of("/usr/bin/script"))
            && launcher.run(List.of("/usr/bin/script", "--version")).out().contains("util-linux");
    assumeTrue(script, "util-linux's script, which makes a terminal, is not there");
    String command = launcher.program() + " " + arguments;
    return launcher.run(List.of("/usr/bin/script", "-qec", command, "/dev/null")).out();
  }

  // ---- helpers ----

  private static List<String> messages(Launcher.Run run) {
    return run.err().lines().filter(line -> !line.contains(": warning: ")).toList();
  }

  private static void newer(Path file) throws Exception {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
  }

  private static Map<String, String> contents(Path directory) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        contents.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
