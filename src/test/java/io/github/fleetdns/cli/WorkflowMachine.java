package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.terraform.Terraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Where the scripts of workflows run: a Git repository with a fleet file and its deployed state,
 * and the project's launcher where the workflows put it.
 */
final class WorkflowMachine {
  private final Path scratch;
  private final Path repository;
  private final Path bin;

  /** Makes the repository; nothing is committed yet. */
  WorkflowMachine(Path scratch) throws Exception {
    this.scratch = scratch;
    repository = Files.createDirectories(scratch.resolve("repository"));
    bin = Files.createDirectories(scratch.resolve("bin"));
    Terraform.keepFromAws(scratch);
    git("init", "-q", "-b", "main");
    // Git shall not see what is not the user's.
    Files.writeString(repository.resolve(".git/info/exclude"), "*\n!fleet.yaml\n");
    program(
        Files.createDirectories(repository.resolve("fleetdns")).resolve("fleetdns"),
        """
        code=0
        %s "$@" || code=$?
        for stack in cdktf.out/stacks/*/; do
          [ ! -d "$stack" ] || cp %s/nowhere_override.tf.json "$stack"
        done
        exit $code
        """
            .formatted(Path.of("fleetdns").toAbsolutePath(), scratch));
  }

  /** Puts a program on the PATH of the scripts. */
  void install(String name, String script) throws IOException {
    program(bin.resolve(name), script);
  }

  private static void program(Path file, String script) throws IOException {
    Files.writeString(file, "#!/usr/bin/env bash\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Commits a fleet file. */
  void commit(String fleet) throws Exception {
    Files.writeString(repository.resolve("fleet.yaml"), fleet);
    git("add", "fleet.yaml");
    git("commit", "-q", "-m", "fleet");
  }

  /** What Git says. */
  String git(String... arguments) throws Exception {
    String line = "git " + String.join(" ", arguments);
    Run run =
        run(
            List.of("bash", "-e"),
            line,
            Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_AUTHOR_NAME", "test",
                "GIT_AUTHOR_EMAIL", "test@example.com",
                "GIT_COMMITTER_NAME", "test",
                "GIT_COMMITTER_EMAIL", "test@example.com"));
    assertThat(run.exit()).as(run.output()).isZero();
    return run.output().strip();
  }

  /** How a script ended. */
  record Run(int exit, String output) {}

  /** Runs a script in the repository with a shell, without anybody's AWS credentials. */
  Run run(List<String> shell, String script, Map<String, String> variables) throws Exception {
    Path file = Files.writeString(Files.createTempFile(scratch, "script", ".sh"), script + "\n");
    Path log = Files.createTempFile(scratch, "script", ".log");
    List<String> command = new java.util.ArrayList<>(shell);
    command.add(file.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    Terraform.prepare(environment);
    environment.put("PATH", bin + ":" + System.getenv("PATH"));
    environment.putAll(new TreeMap<>(variables));
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(script + "\ndid not end within ten minutes");
    }
    return new Run(process.exitValue(), Files.readString(log));
  }

  /** Removes what no job before left for the next: all but these paths, and a deployed state. */
  void keepOnly(List<String> paths) throws Exception {
    Path state = file("cdktf.out/stacks/three/terraform.three.tfstate");
    Optional<byte[]> deployed =
        Files.exists(state) ? Optional.of(Files.readAllBytes(state)) : Optional.empty();
    String excluded = String.join(" ", paths.stream().map(path -> "-e /" + path).toList());
    git("clean -q -ffdx -e /fleetdns " + excluded);
    if (deployed.isPresent()) {
      Files.createDirectories(state.getParent());
      Files.write(state, deployed.get());
    }
  }

  Path file(String name) {
    return repository.resolve(name);
  }
}
