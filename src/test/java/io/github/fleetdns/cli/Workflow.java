package io.github.fleetdns.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A workflow of {@code examples/ci}.
 *
 * @param file where it is
 * @param text what the file holds
 * @param yaml what it says
 */
record Workflow(Path file, String text, Map<String, Object> yaml) {
  static final Path GITHUB = Path.of("examples/ci/github-actions.yml");
  static final Path GITLAB = Path.of("examples/ci/gitlab-ci.yml");

  /** Reads a file; a key that stands twice is an error. */
  static Workflow read(Path file) throws IOException {
    String text = Files.readString(file);
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setAllowDuplicateKeys(false).build();
    return new Workflow(file, text, map(new Load(settings).loadFromString(text)));
  }

  /**
   * A job.
   *
   * @param name its name; of a template too
   * @param keys what it says
   */
  record Job(String name, Map<String, Object> keys) {
    /** GitHub's steps; none of GitLab's jobs has any. */
    List<Step> steps() {
      return list(keys.getOrDefault("steps", List.of())).stream()
          .map(step -> new Step(map(step)))
          .toList();
    }

    /** A step of GitHub's by its name. */
    Step step(String named) {
      return steps().stream()
          .filter(step -> named.equals(step.keys().get("name")))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no step " + named));
    }

    /** GitLab's lines, as one script: GitLab runs them in one shell. */
    String script(String key) {
      return String.join(
          "\n", list(keys.getOrDefault(key, List.of())).stream().map(String.class::cast).toList());
    }
  }

  /**
   * A step of a job of GitHub's.
   *
   * @param keys what it says
   */
  record Step(Map<String, Object> keys) {
    String text(String key) {
      return String.valueOf(keys.getOrDefault(key, ""));
    }
  }

  /** What tests call it. */
  @Override
  public String toString() {
    return file.toString();
  }

  /** GitHub's jobs. */
  Map<String, Job> gitHubJobs() {
    return jobs(map(yaml.get("jobs")));
  }

  /** GitLab's jobs and templates: every key that has no meaning of its own. */
  Map<String, Job> gitLabJobs() {
    Map<String, Object> jobs = new LinkedHashMap<>(yaml);
    List.of("stages", "variables", "workflow", "default", "include").forEach(jobs::remove);
    return jobs(jobs);
  }

  private static Map<String, Job> jobs(Map<String, Object> yaml) {
    Map<String, Job> jobs = new LinkedHashMap<>();
    yaml.forEach((name, keys) -> jobs.put(name, new Job(name, map(keys))));
    return jobs;
  }

  /** Everything that a shell is given. */
  List<String> scripts() {
    List<String> scripts = new ArrayList<>();
    if (yaml.containsKey("jobs")) {
      gitHubJobs().values().forEach(job -> job.steps().forEach(s -> scripts.add(s.text("run"))));
    } else {
      for (Job job : gitLabJobs().values()) {
        scripts.add(job.script("before_script"));
        scripts.add(job.script("script"));
      }
    }
    return scripts;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object yaml) {
    return (Map<String, Object>) yaml;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object yaml) {
    return (List<Object>) yaml;
  }
}
