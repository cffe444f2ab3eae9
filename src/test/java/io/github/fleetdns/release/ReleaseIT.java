package io.github.fleetdns.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The release as its users have it: unpacked by one user where another cannot write, started by the
 * other with a Java runtime and Node.js on the PATH and nothing else.
 */
@EnabledIfSystemProperty(named = Release.PROPERTY, matches = ".+")
class ReleaseIT {
  @TempDir private static Path top;
  private static Path release;
  private static Path runtime;
  private static Path home;
  private static List<String> asOther = List.of();

  private final Map<String, String> environment = new LinkedHashMap<>();

  private record Run(int exit, String out, String err) {}

  @BeforeAll
  static void unpackAndMakeARuntime() throws Exception {
    release = Release.unpackedIn(top.resolve("a release")).orElseThrow();
    Path java = top.resolve("jre");
    Release.run(
        List.of(
            System.getProperty("java.home") + "/bin/jlink",
            "--add-modules",
            "java.se,jdk.unsupported,jdk.httpserver,jdk.charsets",
            "--output",
            java.toString()));
    assertThat(java.resolve("bin/javac")).doesNotExist();
    runtime = Files.createDirectory(top.resolve("path"));
    Files.createSymbolicLink(runtime.resolve("java"), java.resolve("bin/java"));
    home = Files.createDirectory(top.resolve("home"));
    Release.run(List.of("chmod", "-R", "a-w,a+rX", release.toString()));
    if ("root".equals(System.getProperty("user.name"))) {
      asOther = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
      Release.run(List.of("chown", "65534:65534", home.toString()));
      Release.run(List.of("chmod", "a+rx", top.toString()));
    }
  }

  private Run run(String... arguments) throws Exception {
    return run(Release.launcher(release), arguments);
  }

  private Run run(Path program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(asOther);
    command.addAll(List.of("env", "-i"));
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PATH", runtime.toString());
    variables.put("HOME", home.toString());
    variables.put("NO_COLOR", "1");
    variables.putAll(environment);
    variables.forEach((name, value) -> command.add(name + "=" + value));
    command.add(program.toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("release", ".out");
    Path err = Files.createTempFile("release", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end within two minutes");
      }
      return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private String example(String name) {
    return release.resolve("examples/" + name + "/fleet.yaml").toString();
  }

  /** Every file with its size and time, and every link with where it leads. */
  private static Map<String, String> everything(Path folder) throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        files.put(
            folder.relativize(path).toString(),
            Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " " + Files.size(path));
      }
    }
    return files;
  }

  private void withNode() throws Exception {
    Path node = runtime.resolve("node");
    if (!Files.exists(node)) {
      Path found =
          Stream.of(System.getenv("PATH").split(":"))
              .map(folder -> Path.of(folder, "node"))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(node, found);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "--help",
        "check data-residency",
        "explain data-residency api",
        "answer data-residency api --country DE",
        "traffic capacity-planning --demand 1200",
        "diff data-residency data-residency",
        "iam data-residency",
        "report capacity-planning -o report.html",
        "init new/fleet.yaml --force"
      })
  void everyCommandRunsOnAJavaRuntimeAlone(String line) throws Exception {
    String[] arguments = line.split(" ", -1);
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i].matches("data-residency|capacity-planning")) {
        arguments[i] = example(arguments[i]);
      }
    }
    Run run = run(arguments);

    assertThat(run.exit()).describedAs(run.err()).isZero();
    assertThat(run.err()).doesNotContain("error").doesNotContain("CDS");
  }

  @Test
  void synthWritesTheSameBytesAsAClone() throws Exception {
    withNode();
    Run run = run("synth", release.resolve("fleet.yaml").toString(), "--out", "out");

    assertThat(run.exit()).describedAs(run.err()).isZero();
    assertThat(home.resolve("out/stacks/ai-app/cdk.tf.json"))
        .hasSameTextualContentAs(Path.of("main.tf.json.snapshot"));
  }

  @Test
  void withoutAHomeSynthWorksToo() throws Exception {
    withNode();
    environment.put("HOME", "/nonexistent");
    Run run = run("synth", example("minimal"), "--out", home.resolve("homeless").toString());

    assertThat(run.exit()).describedAs(run.err()).isZero();
    assertThat(home.resolve("homeless/stacks/minimal/cdk.tf.json")).exists();
  }

  @Test
  void nothingIsWrittenBesideIt() throws Exception {
    withNode();
    Map<String, String> before = everything(release);
    run("check", example("minimal"));
    run("synth", example("minimal"), "--out", "beside");

    assertThat(everything(release)).isEqualTo(before);
  }

  @Test
  void theFirstRunMakesTheArchiveOfClassesAndTheNextUsesIt() throws Exception {
    Path cache = home.resolve("cache of mine");
    environment.put("FLEETDNS_CACHE", cache.toString());
    // Java 17 does without an archive where a path has a blank.
    Path program = Release.launcher(Release.unpackedIn(top.resolve("plain")).orElseThrow());
    assertThat(run(program, "--version").exit()).isZero();
    Map<String, String> made = everything(cache);
    assertThat(made.keySet().stream().filter(name -> !name.isEmpty()))
        .singleElement()
        .asString()
        .matches("0\\.1\\.0-\\d+\\.jsa");
    made.forEach((name, facts) -> assertThat(facts).doesNotEndWith(" 0"));

    environment.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load=info:file=" + home + "/loaded");
    assertThat(run(program, "--version").exit()).isZero();

    assertThat(everything(cache)).isEqualTo(made);
    assertThat(Files.readString(home.resolve("loaded")))
        .containsPattern("io\\.github\\.fleetdns\\.cli\\.Main source: shared objects file");
  }

  @Test
  void aSymbolicLinkLeadsToIt() throws Exception {
    Path link = top.resolve("f");
    Files.createSymbolicLink(link, Path.of("a release", release.getFileName().toString(), "bin"));
    Path program = top.resolve("program");
    Files.createSymbolicLink(program, Path.of("f/fleetdns"));

    assertThat(run(program, "--version").out()).isEqualTo("fleetdns 0.1.0\n");
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws Exception {
    environment.put("PATH", "/nonexistent");
    Run run = run("check");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err())
        .isEqualTo(
            "fleetdns: Java is missing; install a Java runtime (JRE or JDK), 17 or later, and put"
                + " it on the PATH\n");
  }

  @Test
  void anOldJavaIsNamed() throws Exception {
    Path old = Files.createDirectories(top.resolve("old/bin"));
    Path java = old.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    assertThat(java.toFile().setExecutable(true, false)).isTrue();
    environment.put("JAVA_HOME", top.resolve("old").toString());
    Run run = run("check");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains(java + " is too old").contains("17 or later");
  }

  @Test
  void theBillOfMaterialsNamesWhatMavenDoesNotKnow() throws Exception {
    JsonNode bom = new ObjectMapper().readTree(release.resolve("sbom.cdx.json").toFile());
    List<String> purls = new ArrayList<>();
    bom.get("components").forEach(component -> purls.add(component.get("purl").asText()));

    assertThat(bom.get("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(purls)
        .contains("pkg:npm/archiver@5.3.2", "pkg:npm/%40cdktf/provider-aws@18.0.3", "pkg:npm/tar")
        .anyMatch(purl -> purl.startsWith("pkg:maven/dnsjava/dnsjava@"))
        .noneMatch(purl -> purl.contains("assertj"))
        .doesNotHaveDuplicates();
    try (Stream<Path> jars = Files.list(release.resolve("lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()).filter(n -> n.endsWith(".jar")))
          .filteredOn(name -> !List.of("fleetdns.jar", "bindings.jar").contains(name))
          .allMatch(jar -> purls.stream().anyMatch(purl -> isOf(purl, jar)), "is in it");
    }
  }

  private static boolean isOf(String purl, String jar) {
    String[] parts = purl.replaceAll("\\?.*", "").split("[/@]", -1);
    return jar.equals(parts[parts.length - 2] + "-" + parts[parts.length - 1] + ".jar");
  }

  @Test
  void theNoticesHoldTheLicencesAndWhoseFactsTheTablesAre() throws Exception {
    assertThat(Files.readString(release.resolve("THIRD-PARTY.txt")))
        .contains("Mozilla Public License, version 2.0")
        .contains("GeoNames (geonames.org, CC BY 4.0)")
        .contains("archiver 5.3.2: MIT");
  }
}
