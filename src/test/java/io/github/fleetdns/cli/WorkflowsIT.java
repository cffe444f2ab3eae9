package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.cli.Workflow.Job;
import io.github.fleetdns.terraform.Terraform;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The scripts of the workflows in {@code examples/ci}, run on a repository with a deployed fleet
 * and a change to it: what is planned is compared, the comment is there before the gate fails, and
 * the next run replaces it. GitHub's own program is played by a stub, GitLab's API by a server.
 */
@Execution(ExecutionMode.CONCURRENT)
class WorkflowsIT {
  private static final String DEPLOYED =
      """
      fleet: three
      zone: {name: ai.example.com}
      defaults: {ttl: 60, health: {https: /healthz, interval: 10, failures: 3}}
      endpoints:
        us: {region: us-east-1, address: 52.94.1.1, capacity: 2000}
        de: {region: eu-central-1, address: 52.94.1.2, capacity: 2000}
        ie: {region: eu-west-1, address: 52.94.1.3, capacity: 2000}
      services:
        api: {route: {geolocation: {europe: {weighted: {de: 3, ie: 1}}, "*": {failover: [us, de]}}}}
      """;

  /** Everybody outside of Europe moves. */
  private static final String DRASTIC = DEPLOYED.replace("[us, de]", "[de, us]");

  private static final String HARMLESS = DEPLOYED.replace("ttl: 60", "ttl: 30");

  /** What the workflows use of {@code gh api}; an option that they do not use is none. */
  private static final String GH =
      """
      [ "$GH_TOKEN" = secret ] && [ "$1" = api ] || exit 4
      shift
      method=GET
      while [ $# -gt 0 ]; do
        case $1 in
          --paginate | --silent) ;;
          -X) method=$2; shift ;;
          -F) body=${2#body=@}; shift ;;
          --jq) filter=$2; shift ;;
          -*) exit 5 ;;
          *) path=$1 ;;
        esac
        shift
      done
      cd "%s"
      echo "$method $path" >> requests
      case "$method $path" in
        "GET repos/example/dns/issues/17/comments") jq -r "$filter" comments.json ;;
        "POST repos/example/dns/issues/17/comments")
          jq --rawfile body "$OLDPWD/$body" \\
            '. + [{id: 70, user: {login: "github-actions[bot]"}, body: $body}]' comments.json > new ;;
        "PATCH repos/example/dns/issues/comments/70")
          jq --rawfile body "$OLDPWD/$body" \\
            'map(if .id == 70 then .body = $body else . end)' comments.json > new ;;
        *) exit 6 ;;
      esac
      [ ! -f new ] || mv new comments.json
      """;

  @TempDir private Path scratch;
  private WorkflowMachine machine;

  @BeforeAll
  static void toolsAreThere(@TempDir Path probe) throws Exception {
    for (String tool : List.of("git", "jq", "curl", "awk")) {
      boolean onPath =
          Stream.of(System.getenv("PATH").split(File.pathSeparator))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
      assumeTrue(onPath, tool + " is not on the PATH");
    }
    Terraform.assumeThere(probe);
  }

  @BeforeEach
  void commit() throws Exception {
    machine = new WorkflowMachine(scratch);
    machine.commit(DEPLOYED);
  }

  /** The state of the deployed fleet lies where its backend, the stack's folder, has it. */
  private void deploy() throws Exception {
    WorkflowMachine.Run apply =
        machine.run(
            List.of("bash", "-e"),
            """
            ./fleetdns/fleetdns synth fleet.yaml
            terraform -chdir=cdktf.out/stacks/three init -input=false
            terraform -chdir=cdktf.out/stacks/three apply -input=false -auto-approve
            """,
            Map.of());
    assumeFalse(
        Terraform.foundNoAws(apply.output()),
        "deploying wants an emulator of AWS (FLEETDNS_TEST_ENDPOINT)");
    assertThat(apply.exit()).as(apply.output()).isZero();
  }

  @AfterEach
  void unlinkPlugins() throws Exception {
    Terraform.unlinkPlugins(scratch);
  }

  // ---- GitHub ----

  private Map<String, Integer> gitHub(boolean trusted) throws Exception {
    Files.deleteIfExists(machine.file("plan.json"));
    GitHubRun run = new GitHubRun(machine, trusted);
    run.run(Workflow.read(Workflow.GITHUB).gitHubJobs().get("traffic"), scratch);
    return run.exits();
  }

  private JsonNode comments() throws Exception {
    return new ObjectMapper().readTree(scratch.resolve("comments.json").toFile());
  }

  private void installGitHub() throws Exception {
    machine.install("gh", GH.formatted(scratch));
    Files.writeString(
        scratch.resolve("comments.json"),
        """
        [{"id": 7, "user": {"login": "alice"}, "body": "<!-- fleetdns --> and what if?"}]
        """);
  }

  @Test
  void gitHubCommentsBeforeTheGateHoldsAndReplacesItsComment() throws Exception {
    deploy();
    installGitHub();
    machine.commit(DRASTIC);
    assertThat(gitHub(true))
        .containsExactlyEntriesOf(
            exits("Check", 0, "Synthesize", 0, "Plan", 0, "Compare", 0, "Comment", 0, 3, 0));
    assertThat(comments()).hasSize(2);
    assertThat(comments().get(1).get("body").asText())
        .startsWith("<!-- fleetdns -->\n")
        .contains(
            "api.ai.example.com A", "| 52.94.1.1 | 52.94.1.2 |", "--max-shift 10 % is exceeded");
    assertThat(scratch.resolve("summary.md")).content().contains("--max-shift 10 % is exceeded");

    machine.commit(HARMLESS);
    assertThat(gitHub(true))
        .containsExactlyEntriesOf(
            exits("Check", 0, "Synthesize", 0, "Plan", 0, "Compare", 0, "Comment", 0, 0, 0));
    assertThat(comments()).hasSize(2);
    assertThat(comments().get(0).get("body").asText()).contains("and what if?");
    assertThat(comments().get(1).get("body").asText())
        .startsWith("<!-- fleetdns -->\n")
        .contains("60", "30")
        .doesNotContain("is exceeded");
  }

  /** No credentials, no comment; the files are compared, and the gate holds all the same. */
  @Test
  void gitHubComparesTheFilesOfForks() throws Exception {
    installGitHub();
    machine.commit(DRASTIC);
    assertThat(gitHub(false))
        .containsExactlyEntriesOf(
            exits("Check", 0, "Synthesize", 0, "Plan", -1, "Compare", 0, "Comment", -1, 3, 0));
    assertThat(scratch.resolve("requests")).doesNotExist();
    assertThat(scratch.resolve("summary.md")).content().contains("--max-shift 10 % is exceeded");
  }

  @Test
  void gitHubStopsAtAFileWithErrors() throws Exception {
    installGitHub();
    machine.commit(DRASTIC.replace("ttl: 60", "ttl: -60"));
    assertThat(gitHub(true).values()).containsExactly(1, -1, -1, -1, -1, -1, -1);
  }

  private static Map<String, Integer> exits(Object... steps) {
    Map<String, Integer> exits = new LinkedHashMap<>();
    for (int i = 0; i < steps.length - 2; i += 2) {
      exits.put((String) steps[i], (Integer) steps[i + 1]);
    }
    exits.put("Hold what moves too much", (Integer) steps[steps.length - 2]);
    exits.put("Hold what a lost region would overload", (Integer) steps[steps.length - 1]);
    return exits;
  }

  // ---- GitLab ----

  /** Each job has the files of the commit, and what jobs of stages before left as artifacts. */
  private int gitLab(String name, Map<String, String> variables) throws Exception {
    Map<String, Job> jobs = Workflow.read(Workflow.GITLAB).gitLabJobs();
    machine.keepOnly(
        Stream.of("synth", "plan")
            .filter(before -> !before.equals(name))
            .flatMap(before -> artifacts(jobs.get(before)).stream())
            .map(String.class::cast)
            .toList());
    Job job = jobs.get(name);
    // GitLab takes sh where an image has no bash. What installs programs is left to it.
    List<String> shell =
        name.equals("plan") ? List.of("sh", "-e") : List.of("bash", "-eo", "pipefail");
    WorkflowMachine.Run run =
        machine.run(shell, job.script("before_script") + "\n" + job.script("script"), variables);
    if (run.exit() != 0 && run.exit() != 3) {
      throw new AssertionError(run.output());
    }
    return run.exit();
  }

  private static List<Object> artifacts(Job job) {
    return Workflow.list(Workflow.map(job.keys().get("artifacts")).get("paths"));
  }

  private Map<String, String> variables(GitLabNotes notes) throws Exception {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("FLEETDNS", "fleetdns/fleetdns");
    variables.put("CI_API_V4_URL", notes.api());
    variables.put("CI_MERGE_REQUEST_PROJECT_ID", "5");
    variables.put("CI_MERGE_REQUEST_IID", "17");
    variables.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", machine.git("rev-parse HEAD^1"));
    variables.put("AWS_TOKEN", "none");
    variables.put("AWS_WEB_IDENTITY_TOKEN_FILE", scratch.resolve("aws-token").toString());
    variables.put("NOTES_TOKEN", "secret");
    return variables;
  }

  @Test
  void gitLabNotesBeforeTheGateHoldsAndReplacesItsNote() throws Exception {
    deploy();
    try (GitLabNotes notes = new GitLabNotes()) {
      machine.commit(DRASTIC);
      Map<String, String> variables = variables(notes);
      assertThat(gitLab("synth", variables)).isZero();
      assertThat(gitLab("plan", variables)).isZero();
      assertThat(gitLab("compare", variables)).isEqualTo(3);
      assertThat(gitLab("capacity", variables)).isZero();
      assertThat(notes.requests()).containsExactly("GET 200", "POST 201");
      assertThat(notes.notes()).hasSize(2);
      assertThat(notes.notes().get(1))
          .startsWith("<!-- fleetdns -->\n")
          .contains(
              "api.ai.example.com A", "| 52.94.1.1 | 52.94.1.2 |", "--max-shift 10 % is exceeded");

      machine.commit(HARMLESS);
      assertThat(gitLab("synth", variables)).isZero();
      assertThat(gitLab("plan", variables)).isZero();
      assertThat(gitLab("compare", variables)).isZero();
      assertThat(notes.requests()).endsWith("GET 200", "PUT 200");
      assertThat(notes.notes()).hasSize(2);
      assertThat(notes.notes().get(1)).doesNotContain("is exceeded");
    }
  }

  @Test
  void gitLabComparesTheFilesOfForks() throws Exception {
    try (GitLabNotes notes = new GitLabNotes()) {
      machine.commit(DRASTIC);
      Map<String, String> variables = variables(notes);
      variables.remove("NOTES_TOKEN");
      variables.remove("AWS_TOKEN");
      assertThat(gitLab("synth", variables)).isZero();
      assertThat(gitLab("compare", variables)).isEqualTo(3);
      assertThat(machine.file("traffic.md")).content().contains("--max-shift 10 % is exceeded");
      assertThat(notes.requests()).isEmpty();
    }
  }
}
