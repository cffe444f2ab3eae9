package io.github.fleetdns.cli;

import io.github.fleetdns.cli.Workflow.Job;
import io.github.fleetdns.cli.Workflow.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scripts of a job of GitHub's, run as GitHub runs them. */
final class GitHubRun {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.+?) }}");
  private static final int SKIPPED = -1;

  private final WorkflowMachine machine;
  private final boolean trusted;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Integer> exits = new LinkedHashMap<>();
  private final StringBuilder log = new StringBuilder();

  /**
   * A run to be.
   *
   * @param trusted whether the pull request comes from the repository itself
   */
  GitHubRun(WorkflowMachine machine, boolean trusted) {
    this.machine = machine;
    this.trusted = trusted;
    values.put(
        "github.event.pull_request.head.repo.full_name == github.repository",
        Boolean.toString(trusted));
    values.put("github.event.pull_request.number", "17");
    values.put("github.token", "secret");
  }

  /** Runs every script of the job. */
  GitHubRun run(Job job, Path scratch) throws Exception {
    Map<String, String> environment = environment(Workflow.map(job.keys().get("env")));
    environment.put("GITHUB_REPOSITORY", "example/dns");
    environment.put("GITHUB_STEP_SUMMARY", scratch.resolve("summary.md").toString());
    for (Step step : job.steps()) {
      if (step.keys().containsKey("run")) {
        exits.put(step.text("name"), isRun(step) ? run(step, environment, scratch) : SKIPPED);
      }
    }
    return this;
  }

  private boolean isRun(Step step) {
    boolean success = exits.values().stream().allMatch(exit -> exit <= 0);
    return switch (step.text("if")) {
      case "" -> success;
      case "env.TRUSTED == 'true'" -> success && trusted;
      case "${{ !cancelled() && steps.compare.outcome == 'success' }}" ->
          exits.getOrDefault("Compare", SKIPPED) == 0;
      default -> throw new AssertionError("what is " + step.text("if"));
    };
  }

  private int run(Step step, Map<String, String> job, Path scratch) throws Exception {
    Map<String, String> environment = new LinkedHashMap<>(job);
    environment.putAll(environment(Workflow.map(step.keys().getOrDefault("env", Map.of()))));
    Path output = Files.createTempFile(scratch, "output", "");
    environment.put("GITHUB_OUTPUT", output.toString());
    WorkflowMachine.Run run =
        machine.run(List.of("bash", "-e"), replaced(step.text("run")), environment);
    log.append(run.output());
    for (String line : Files.readAllLines(output)) {
      int equals = line.indexOf('=');
      values.put(
          "steps." + step.text("id") + ".outputs." + line.substring(0, equals),
          line.substring(equals + 1));
    }
    return run.exit();
  }

  private Map<String, String> environment(Map<String, Object> yaml) {
    Map<String, String> environment = new LinkedHashMap<>();
    yaml.forEach((name, value) -> environment.put(name, replaced(String.valueOf(value))));
    return environment;
  }

  /** The text with the values of its expressions. */
  private String replaced(String text) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              if (value == null) {
                throw new AssertionError("no value of " + found.group(1));
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** The exit code of each step's script, by name; -1 of those that were skipped. */
  Map<String, Integer> exits() {
    return exits;
  }

  /** What the scripts printed. */
  String log() {
    return log.toString();
  }
}
