package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code fleetdns completion}, as the shells take it. */
class CompletionCommandTest {
  @TempDir private Path folder;

  private final Launched fleetdns = new Launched();

  private String script(String shell) {
    assertThat(fleetdns.run("completion", shell)).isZero();
    return fleetdns.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void aScriptHasEveryCommandAndOption(String shell) {
    String script = script(shell);

    Main.commandLine(Launched.nowhere())
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(script).contains(name);
              command
                  .getCommandSpec()
                  .options()
                  .forEach(o -> assertThat(script).contains(o.longestName().substring(2)));
            });
    assertThat(script).contains("sarif").doesNotContain("${COMPLETION");
  }

  @Test
  void anotherShellIsWrongUsage() {
    assertThat(fleetdns.run("completion", "csh")).isEqualTo(2);
    assertThat(fleetdns.err()).contains("bash, zsh, fish");
  }

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    assertThat(
            asked(
                List.of("bash", "-c"),
                "bash",
                "exec 2>/dev/null; source ./script; COMP_WORDS=(fleetdns tra); COMP_CWORD=1; _complete_fleetdns;"
                    + " echo ${COMPREPLY[@]}; COMP_WORDS=(fleetdns check --f); COMP_CWORD=2;"
                    + " _complete_fleetdns; echo ${COMPREPLY[@]}"))
        .isEqualTo("traffic\n--format\n");
  }

  @Test
  void fishCompletesCommandsOptionsAndValues() throws Exception {
    assertThat(
            asked(
                List.of("fish", "--no-config", "-c"),
                "fish",
                "source ./script; complete -C 'fleetdns tra'; complete -C 'fleetdns check --form';"
                    + " complete -C 'fleetdns check --format '"))
        .contains("traffic\t")
        .contains("--format\t")
        .contains("sarif");
  }

  @Test
  void zshTakesTheScript() throws Exception {
    assertThat(
            asked(
                List.of("zsh", "-f", "-c"),
                "zsh",
                "autoload -U compinit; compinit -D; source ./script; print $_comps[fleetdns]"))
        .isEqualTo("_fleetdns\n");
  }

  private String asked(List<String> shell, String name, String line) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(f -> Files.isExecutable(Path.of(f, name))),
        name + " is not on the PATH");
    Files.writeString(folder.resolve("script"), script(name));
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(shell.stream(), Stream.of(line)).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return printed;
  }
}
