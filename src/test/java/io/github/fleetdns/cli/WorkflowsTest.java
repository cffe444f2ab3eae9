package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.entry;

import io.github.fleetdns.cli.Workflow.Job;
import io.github.fleetdns.cli.Workflow.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * The workflows of {@code examples/ci} are such as GitHub and GitLab take, and call the program as
 * it is; {@link WorkflowsIT} runs them.
 */
class WorkflowsTest {
  private static final Pattern PINNED =
      Pattern.compile("uses: [\\w.-]+/[\\w.-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
  private static final Pattern OUTPUT = Pattern.compile("steps\\.(\\w+)\\.outputs\\.(\\w+)");

  static List<Workflow> workflows() throws Exception {
    return List.of(Workflow.read(Workflow.GITHUB), Workflow.read(Workflow.GITLAB));
  }

  private static List<List<String>> calls(Workflow workflow) {
    return workflow.scripts().stream().flatMap(s -> ShellCalls.ofFleetdns(s).stream()).toList();
  }

  /** Each with options of that command, and values that these take. */
  @ParameterizedTest
  @MethodSource("workflows")
  void everyCallIsOneThatTheProgramTakes(Workflow workflow) {
    assertThat(calls(workflow))
        .extracting(call -> call.get(0))
        .containsExactly("check", "synth", "diff", "traffic");
    for (List<String> call : calls(workflow)) {
      CommandLine program = Main.commandLine(Launched.nowhere());
      assertThatCode(() -> program.parseArgs(call.toArray(String[]::new)))
          .as("fleetdns %s", String.join(" ", call))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void theGatesAreThoseThatTheReadmeNames(Workflow workflow) {
    assertThat(options(workflow, "diff"))
        .contains("--max-shift", "10%", "--no-new-unanswered", "--format", "markdown");
    assertThat(options(workflow, "traffic"))
        .contains("--max-utilisation", "0.9", "--no-unanswered");
  }

  private static List<String> options(Workflow workflow, String command) {
    return calls(workflow).stream()
        .filter(call -> call.get(0).equals(command))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void gitHubTakesTheShape() throws Exception {
    Workflow workflow = Workflow.read(Workflow.GITHUB);
    assertThat(workflow.yaml())
        .containsOnlyKeys("name", "on", "permissions", "concurrency", "jobs");
    assertThat(Workflow.map(workflow.yaml().get("on"))).containsOnlyKeys("pull_request");
    // To read the repository, to comment, and to get a token for AWS; nothing else.
    assertThat(Workflow.map(workflow.yaml().get("permissions")))
        .containsOnly(
            entry("contents", "read"), entry("pull-requests", "write"), entry("id-token", "write"));
    assertThat(workflow.gitHubJobs()).isNotEmpty();
    workflow.gitHubJobs().values().forEach(WorkflowsTest::assertGitHubTakes);
  }

  private static void assertGitHubTakes(Job job) {
    assertThat(job.keys()).containsKeys("runs-on", "steps", "timeout-minutes");
    Map<String, String> scripts = new java.util.LinkedHashMap<>();
    for (Step step : job.steps()) {
      assertThat(step.keys().keySet()).isSubsetOf("name", "id", "if", "uses", "with", "env", "run");
      assertThat(step.keys().containsKey("run"))
          .as("%s has run or uses", step.keys())
          .isNotEqualTo(step.keys().containsKey("uses"));
      Matcher outputs = OUTPUT.matcher(step.keys().toString());
      while (outputs.find()) {
        assertThat(scripts).containsKey(outputs.group(1));
        assertThat(scripts.get(outputs.group(1))).contains("\"" + outputs.group(2) + "=$");
      }
      scripts.put(step.text("id"), step.text("run"));
    }
  }

  @Test
  void gitHubsActionsArePinnedToCommits() throws Exception {
    Workflow workflow = Workflow.read(Workflow.GITHUB);
    List<String> uses = workflow.text().lines().filter(line -> line.contains("uses:")).toList();
    assertThat(uses).isNotEmpty().allMatch(line -> PINNED.matcher(line).find(), "is pinned");
  }

  /** Neither the role nor the right to comment exists in a fork's pull request. */
  @Test
  void gitHubsForksGetByWithoutCredentials() throws Exception {
    Job job = Workflow.read(Workflow.GITHUB).gitHubJobs().get("traffic");
    for (Step step : job.steps()) {
      boolean needsTrust =
          step.keys()
              .toString()
              .matches("(?s).*(role-to-assume|github\\.token|terraform -chdir).*");
      assertThat(step.text("if").contains("env.TRUSTED == 'true'"))
          .as("%s", step.keys())
          .isEqualTo(needsTrust);
    }
  }

  @Test
  void gitLabTakesTheShape() throws Exception {
    Workflow workflow = Workflow.read(Workflow.GITLAB);
    List<Object> stages = Workflow.list(workflow.yaml().get("stages"));
    Map<String, Job> jobs = workflow.gitLabJobs();
    Set<Object> used = new LinkedHashSet<>();
    for (Job job : jobs.values()) {
      assertThat(job.keys().keySet())
          .isSubsetOf(
              "extends",
              "stage",
              "image",
              "timeout",
              "interruptible",
              "rules",
              "cache",
              "id_tokens",
              "variables",
              "before_script",
              "script",
              "artifacts");
      boolean isTemplate = job.name().startsWith(".");
      assertThat(job.keys().containsKey("script")).as(job.name()).isNotEqualTo(isTemplate);
      if (!isTemplate) {
        assertThat(stages).contains(job.keys().get("stage"));
        used.add(job.keys().get("stage"));
        Object template = job.keys().getOrDefault("extends", job.name());
        assertThat(jobs).containsKey((String) template);
        Object rules =
            job.keys().getOrDefault("rules", jobs.get((String) template).keys().get("rules"));
        assertThat(String.valueOf(rules)).contains("merge_request_event");
      }
      // A colon makes a map of what looks like a command.
      for (String key : List.of("before_script", "script")) {
        assertThat(Workflow.list(job.keys().getOrDefault(key, List.of())))
            .as("%s of %s", key, job.name())
            .allMatch(line -> line instanceof String, "is text");
      }
      if (job.keys().get("artifacts") instanceof Map<?, ?> artifacts) {
        assertThat(Workflow.list(artifacts.get("paths"))).isNotEmpty();
      }
    }
    assertThat(used).containsExactlyElementsOf(stages);
  }

  @Test
  void gitLabsImagesArePinnedToVersions() throws Exception {
    List<String> images = new ArrayList<>();
    for (Job job : Workflow.read(Workflow.GITLAB).gitLabJobs().values()) {
      Object image = job.keys().get("image");
      if (image != null) {
        images.add(image instanceof Map<?, ?> named ? named.get("name") + "" : (String) image);
      }
    }
    assertThat(images).isNotEmpty().allMatch(image -> image.matches(".+:\\d+\\.\\d+\\.\\d+.*"));
  }

  /** Both fetch a commit that their owner names; a tag may not be there, and may move. */
  @ParameterizedTest
  @MethodSource("workflows")
  void whichProgramItIsTheOwnerSays(Workflow workflow) {
    assertThat(workflow.text()).contains("FLEETDNS_REPOSITORY").contains("FLEETDNS_COMMIT");
  }
}
