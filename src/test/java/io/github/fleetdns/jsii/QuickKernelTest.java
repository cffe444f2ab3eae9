package io.github.fleetdns.jsii;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.terraform.FleetStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.jsii.JsiiRuntime;

/**
 * The preload, in node itself with packages of every shape; the kernel in one process, in node
 * itself with programs that print; and both in a process that uses them.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuickKernelTest {
  private static final String EAGER =
      "exports.one = require(\"./one\");\nexports.two = require(\"./two\");\nexports.by = 'eager';\n";
  private static final String LAZY =
      """
      Object.defineProperty(exports, 'one', { get: function () { return require('./one'); } });
      Object.defineProperty(exports, 'two', { get: function () { return require('./two'); } });
      exports.by = 'lazy';
      """;

  @TempDir private Path folder;

  @Test
  void aProviderIsLoadedByItsLazyIndex() throws Exception {
    providerWith(Map.of("index.js", EAGER, "lazy-index.js", LAZY));
    assertThat(node("const p = require('@cdktf/provider-x'); console.log(p.by, p.two.name)"))
        .isEqualTo("lazy two");
  }

  @Test
  void onlyTheModulesThatAreAskedForAreLoaded() throws Exception {
    providerWith(Map.of("index.js", EAGER, "lazy-index.js", LAZY));
    assertThat(node("require('@cdktf/provider-x').two; console.log(loaded.join())"))
        .isEqualTo("two");
  }

  @Test
  void withoutALazyIndexTheUsualOneIsLoaded() throws Exception {
    providerWith(Map.of("index.js", EAGER));
    assertThat(node("console.log(require('@cdktf/provider-x').by)")).isEqualTo("eager");
  }

  @Test
  void aLazyIndexThatOffersLessIsNotTaken() throws Exception {
    String less = "exports.one = require('./one'); exports.by = 'lazy';\n";
    providerWith(Map.of("index.js", EAGER, "lazy-index.js", less));
    assertThat(node("console.log(require('@cdktf/provider-x').by)")).isEqualTo("eager");
  }

  @Test
  void anIndexOfAnotherShapeStays() throws Exception {
    providerWith(Map.of("index.js", "exports.by = 'eager';\n", "lazy-index.js", LAZY));
    assertThat(node("console.log(require('@cdktf/provider-x').by)")).isEqualTo("eager");
  }

  @Test
  void aLazyIndexThatCannotBeReadIsNotTaken() throws Exception {
    providerWith(Map.of("index.js", EAGER));
    Files.createDirectory(lib("@cdktf/provider-x").resolve("lazy-index.js"));
    assertThat(node("console.log(require('@cdktf/provider-x').by)")).isEqualTo("eager");
  }

  @Test
  void otherPackagesAreLeftAlone() throws Exception {
    packageWith("@other/provider-x", Map.of("index.js", EAGER, "lazy-index.js", LAZY));
    assertThat(node("console.log(require('@other/provider-x').by)")).isEqualTo("eager");
  }

  @Test
  void whatIsMissingFailsAsEver() throws Exception {
    assertThat(node("try { require('@cdktf/provider-x') } catch (e) { console.log(e.code) }"))
        .isEqualTo("MODULE_NOT_FOUND");
  }

  // ---- one process ----

  /** What a kernel that runs in one process says, and what of it is a response. */
  private record Said(String responses, String printed) {}

  private Said said(String program, String request) throws Exception {
    Files.writeString(folder.resolve("program.js"), program);
    Path printed = folder.resolve("printed");
    Process process =
        new ProcessBuilder("node", QuickKernel.write("kernel.cjs", folder).toString())
            .redirectError(printed.toFile())
            .start();
    process.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    String responses = output(process);
    StringBuilder text = new StringBuilder();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(printed)) {
      json.readTree(line)
          .properties()
          .forEach(
              part ->
                  text.append(part.getKey())
                      .append(": ")
                      .append(
                          new String(
                              Base64.getDecoder().decode(part.getValue().asText()),
                              StandardCharsets.UTF_8)));
    }
    return new Said(responses, text.toString());
  }

  @Test
  void requestsAndResponsesAreAtStandardInputAndOutput() throws Exception {
    String program =
        """
        const fs = require('fs');
        const buffer = Buffer.alloc(100);
        let size;
        while ((size = fs.readSync(3, buffer, 0, 100, null)) > 0) {
          fs.writeSync(3, buffer, 0, size);
        }
        """;
    assertThat(said(program, "{\"api\": \"naïve\"}\n"))
        .isEqualTo(new Said("{\"api\": \"naïve\"}\n", ""));
  }

  @Test
  void whatIsPrintedIsWrappedAsTheRuntimeExpectsIt() throws Exception {
    String program =
        """
        const fs = require('fs');
        console.log('naïve');
        console.error('wrong');
        process.stdout.write(Buffer.from('bytes\\n'));
        process.stderr.write('6c61746572', 'hex', () => fs.writeSync(2, ' done\\n'));
        fs.writeSync(1, 'raw\\n');
        """;
    assertThat(said(program, ""))
        .isEqualTo(
            new Said(
                "",
                """
                stdout: naïve
                stderr: wrong
                stdout: bytes
                stderr: laterstdout: raw
                stderr:  done
                """));
  }

  @Test
  void filesAreWrittenAsEver() throws Exception {
    String program =
        """
        const fs = require('fs');
        const file = fs.openSync(__dirname + '/file', 'w+');
        fs.writeSync(file, 'text');
        fs.readSync(file, Buffer.alloc(4), 0, 4, 0);
        fs.closeSync(file);
        """;
    assertThat(said(program, "")).isEqualTo(new Said("", ""));
    assertThat(folder.resolve("file")).hasContent("text");
  }

  @Test
  void nobodyElseReadsRequests() throws Exception {
    String program =
        """
        process.stdin.on('data', (data) => console.log('read ' + data));
        process.stdin.on('end', () => console.log('nothing'));
        """;
    assertThat(said(program, "{}\n")).isEqualTo(new Said("", "stdout: nothing\n"));
  }

  @ParameterizedTest
  @CsvSource({"16.20.2, 1", "17.9.1, 1", "18.0.0, 0", "100.1.0, 0"})
  void aNodeThatIsTooOldIsRefusedWithoutAWord(String version, int exit) throws Exception {
    Files.writeString(folder.resolve("program.js"), "");
    Path old =
        Files.writeString(
            folder.resolve("old.js"),
            "Object.defineProperty(process, 'versions', {value: {node: '" + version + "'}});");
    Path kernel = QuickKernel.write("kernel.cjs", folder);
    Process process =
        new ProcessBuilder("node", "--require", old.toString(), kernel.toString(), "18")
            .redirectErrorStream(true)
            .start();
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(process.waitFor()).isEqualTo(exit);
  }

  @Test
  void aKernelOfAnotherShapeIsStartedTheUsualWay() throws Exception {
    assertThat(QuickKernel.hasProgram(JsiiRuntime.class, folder)).isTrue();
    assertThat(folder.resolve("program.js")).exists();
    assertThat(QuickKernel.hasProgram(FleetFile.class, folder)).describedAs("none").isFalse();
    assertThat(QuickKernel.hasProgram(QuickKernelTest.class, folder))
        .describedAs("lib/program.js of the tests, which talks otherwise")
        .isFalse();
  }

  // ---- from Java ----

  @Test
  void afterUseTheKernelLoadsTheLazyIndex() throws Exception {
    Process process = java("use", Map.of("JSII_DEBUG_TIMING", "1"));
    assertThat(output(process))
        .contains("used: true")
        .contains("provider-aws/lib/lazy-index.js")
        .doesNotContain("provider-aws/lib/index.js")
        .contains("processes: 1\n")
        .contains("synthesized: true");
  }

  @Test
  void aNodeOfTheUsersChoiceIsKept() throws Exception {
    String node = "CHOSEN=1 node --stack-trace-limit=7";
    Process process = java("use", Map.of("JSII_DEBUG_TIMING", "1", "JSII_NODE", node));
    assertThat(output(process)).contains("lazy-index.js", "synthesized: true");
  }

  @Test
  void aKernelOfTheUsersChoiceIsLeftAlone() throws Exception {
    Process process = java("only-use", Map.of("JSII_RUNTIME", "/no/such/kernel"));
    assertThat(output(process)).contains("used: false");
  }

  @Test
  void whenNodeRunsAlreadyNothingChanges() throws Exception {
    Process process = java("too-late", Map.of());
    assertThat(output(process)).contains("used: false", "processes: 2\n", "synthesized: true");
  }

  /** What a library user's program does. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) throws IOException {
      Path out = Path.of(args[1]);
      AppConfig config = AppConfig.builder().outdir(out.toString()).build();
      if (args[0].equals("too-late")) {
        new App(config);
      }
      System.out.println("used: " + QuickKernel.use());
      if (!args[0].equals("only-use")) {
        App app = new App(config);
        new FleetStack(app, FleetFile.read(Path.of("fleet.yaml")).fleet().orElseThrow());
        app.synth();
        System.out.println("processes: " + ProcessHandle.current().descendants().count());
        System.out.println(
            "synthesized: " + Files.exists(out.resolve("stacks/ai-app/cdk.tf.json")));
      }
    }
  }

  // ---- helpers ----

  private Process java(String what, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                what,
                folder.resolve("out").toString())
            .redirectErrorStream(true);
    builder.environment().remove("NODE_OPTIONS");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private void providerWith(Map<String, String> files) throws IOException {
    packageWith("@cdktf/provider-x", files);
  }

  private Path lib(String name) {
    return folder.resolve("node_modules").resolve(name).resolve("lib");
  }

  private void packageWith(String name, Map<String, String> files) throws IOException {
    Path lib = lib(name);
    for (String module : List.of("one", "two")) {
      Files.createDirectories(lib.resolve(module));
      Files.writeString(
          lib.resolve(module).resolve("index.js"),
          "loaded.push('" + module + "'); exports.name = '" + module + "';\n");
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(lib.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(
        lib.resolveSibling("package.json"),
        "{\"name\": \"" + name + "\", \"main\": \"lib/index.js\"}");
  }

  private String node(String script) throws Exception {
    Path preload = QuickKernel.write(folder);
    Path main = folder.resolve("main.js");
    Files.writeString(main, "globalThis.loaded = [];\n" + script + "\n");
    ProcessBuilder builder =
        new ProcessBuilder("node", "--require", preload.toString(), main.toString())
            .redirectErrorStream(true);
    builder.environment().remove("NODE_OPTIONS");
    return output(builder.start()).strip();
  }

  private static String output(Process process) throws Exception {
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).describedAs(output).isZero();
    return output;
  }
}
