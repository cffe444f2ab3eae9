package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The GitHub Action and the pre-commit hook: what of them runs without GitHub and pre-commit. */
class ActionTest {
  private static final String FLEET = "examples/data-residency/fleet.yaml";

  @TempDir private Path folder;
  private Path work;
  private Path action;

  private record Run(int exit, String printed) {}

  @BeforeEach
  void aPullRequest() throws Exception {
    action = Files.createDirectory(folder.resolve("action"));
    Path program = action.resolve("fleetdns");
    Files.writeString(
        program,
        "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                Main.class.getName()));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    work = Files.createDirectory(folder.resolve("work"));
    Files.copy(Path.of(FLEET), work.resolve("fleet.yaml"));
    sh(
        "git init -q && git add . && git -c user.name=a -c user.email=a@b commit -qm base",
        Map.of());
  }

  private void change() throws Exception {
    Path file = work.resolve("fleet.yaml");
    Files.writeString(
        file,
        Files.readString(file).replace("eu-central-1-ai-server: 3", "eu-central-1-ai-server: 1"));
  }

  private Run sh(String script, Map<String, String> variables) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
            .directory(work.toFile())
            .redirectErrorStream(true);
    builder.environment().put("GITHUB_ACTION_PATH", action.toString());
    builder.environment().put("RUNNER_TEMP", folder.toString());
    builder.environment().put("GITHUB_OUTPUT", folder.resolve("output").toString());
    builder.environment().put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    builder.environment().putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), printed);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> steps() throws Exception {
    Object yaml =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(Path.of("action.yml")));
    Map<String, Object> runs = (Map<String, Object>) ((Map<String, Object>) yaml).get("runs");
    return (List<Map<String, Object>>) runs.get("steps");
  }

  private Run step(String name, Map<String, String> variables) throws Exception {
    String script =
        steps().stream()
            .filter(step -> name.equals(step.get("name")))
            .map(step -> (String) step.get("run"))
            .findFirst()
            .orElseThrow();
    return sh(script, variables);
  }

  private Run compare(String base, String limits) throws Exception {
    return step("Compare", Map.of("FILE", "fleet.yaml", "BASE", base, "LIMITS", limits));
  }

  private Map<String, String> outputs() throws Exception {
    Map<String, String> outputs = new HashMap<>();
    Files.readAllLines(folder.resolve("output"))
        .forEach(line -> outputs.put(line.replaceFirst("=.*", ""), line.replaceFirst(".*?=", "")));
    return outputs;
  }

  @Test
  void whatIsCheckedIsForCodeScanningToo() throws Exception {
    Files.writeString(work.resolve("fleet.yaml"), "fleet: x\n");
    Run run = step("Check", Map.of("FILE", "fleet.yaml", "SARIF", "out.sarif"));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.printed()).contains("fleet.yaml:1:1: error: ");
    assertThat(Files.readString(work.resolve("out.sarif")))
        .contains("\"ruleId\" : \"missing-key\"");
  }

  @Test
  void aChangeIsComparedWithTheBaseAndHeldToItsLimits() throws Exception {
    change();
    assertThat(compare("HEAD", "--max-shift 10%").exit()).isZero();
    assertThat(Files.readString(Path.of(outputs().get("traffic"))))
        .contains("15.8 % of the traffic moves");
    assertThat(Files.readString(folder.resolve("summary"))).contains("15.8 %");
    assertThat(outputs()).containsEntry("code", "3");
    assertThat(step("Hold to the limits", Map.of("CODE", "3")).exit()).isEqualTo(3);
  }

  @Test
  void withinItsLimitsItPasses() throws Exception {
    change();
    compare("HEAD", "--max-shift 20% --no-new-unanswered");
    assertThat(outputs()).containsEntry("code", "0");
  }

  @Test
  void aNewFileAndNoBaseAreSaid() throws Exception {
    assertThat(compare("", "").exit()).isZero();
    sh("git mv fleet.yaml other.yaml", Map.of());
    assertThat(step("Compare", Map.of("FILE", "new.yaml", "BASE", "HEAD", "LIMITS", "")).exit())
        .isZero();
    assertThat(Files.readString(folder.resolve("summary")))
        .isEqualTo("No commit to compare with.\nnew.yaml is new.\n");
  }

  @Test
  void noInputIsPastedIntoAScript() throws Exception {
    assertThat(steps()).allMatch(step -> !step.get("run").toString().contains("${{"));
  }

  @Test
  void theHookRunsTheLauncherOnFleetFiles() throws Exception {
    String hook = Files.readString(Path.of(".pre-commit-hooks.yaml"));
    assertThat(hook).contains("entry: fleetdns check\n").contains("language: script\n");
    assertThat(Files.isExecutable(Path.of("fleetdns"))).isTrue();
    var files = Pattern.compile("files: (.*)").matcher(hook);
    assertThat(files.find()).isTrue();
    assertThat(List.of("fleet.yaml", "a/fleet.yml"))
        .allMatch(file -> Pattern.compile(files.group(1)).matcher(file).find());
    assertThat(Pattern.compile(files.group(1)).matcher("my-fleet.yaml").find()).isFalse();
  }

  @Test
  void nothingNamesATagOfThisRepository() throws Exception {
    for (String file :
        List.of("action.yml", "examples/ci/github-actions.yml", "examples/ci/gitlab-ci.yml")) {
      assertThat(Files.readString(Path.of(file)))
          .doesNotContainPattern("(?:ref: |--branch |fleetdns@|fleetdns-)v\\d");
    }
  }
}
