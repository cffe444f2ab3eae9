package io.github.fleetdns.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines are run by shells, in a place where every word that arrives anywhere is written down. */
class ShellLineTest {
  @TempDir private Path folder = Path.of("");

  static Stream<String> shells() {
    return Stream.of(
            "/bin/sh", "/bin/bash", "/bin/zsh", "/usr/bin/zsh", "/bin/dash", "/bin/busybox")
        .filter(shell -> Files.isExecutable(Path.of(shell)));
  }

  @Test
  void wordsThatNeedNoQuotesHaveNone() {
    assertThat(ShellCommand.of("terraform", "-chdir=cdktf.out/stacks/ai-app").with("plan").line())
        .isEqualTo("terraform -chdir=cdktf.out/stacks/ai-app plan");
    assertThat(ShellCommand.of("terraform", "-chdir=my folder/it's").with("plan").line())
        .isEqualTo("terraform -chdir='my folder/it'\\''s' plan");
  }

  @Test
  void aNameThatNoLineShouldHaveMakesAComment() {
    assertThat(ShellCommand.of("terraform", "untaint").naming("a\n# x\ntouch owned").line())
        .startsWith("# no command")
        .contains("'a\\n#' 'x\\ntouch' owned");
    assertThat(ShellCommand.of("terraform", "untaint").naming("-lock=false").line())
        .startsWith("# no command");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void everyWordArrivesAsItIsAndNothingElseRuns(String shell) throws Exception {
    List<String> names = HostileText.some(400);
    List<String> lines = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String name : names) {
      lines.add(new ShellComment("step: " + name + " becomes " + name).line());
      ShellCommand command =
          ShellCommand.of("recorded", "-chdir=" + name).option("-target", name).naming(name, "end");
      lines.add(command.line());
      if (!command.line().startsWith("#")) {
        expected.addAll(List.of("-chdir=" + name, "-target=" + name, name, "end", "--"));
      }
    }
    assertThat(expected).hasSizeGreaterThan(200);
    assertThat(run(shell, lines)).isEqualTo(expected);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("recorded", "words", "script");
  }

  /** As a shell does that knows no comments where commands are pasted. */
  @ParameterizedTest
  @MethodSource("shells")
  void wordsOfACommentAreWordsWhereTheMarkIsOneToo(String shell) throws Exception {
    List<String> lines = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String name : HostileText.some(400)) {
      String comment = new ShellComment(name).line();
      lines.add("recorded " + comment.substring(2));
      Stream.of(TerminalText.of(name).split("\\s+", -1))
          .filter(w -> !w.isEmpty())
          .forEach(expected::add);
      expected.add("--");
    }
    assertThat(run(shell, lines)).isEqualTo(expected);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("recorded", "words", "script");
  }

  /** The words that the program {@code recorded} was given, each call with a {@code --} behind. */
  private List<String> run(String shell, List<String> lines)
      throws IOException, InterruptedException {
    Path words = folder.resolve("words");
    Path recorded = folder.resolve("recorded");
    Files.writeString(
        recorded,
        "#!/bin/sh\nfor w in \"$@\"; do printf '%s\\0' \"$w\"; done >>'"
            + words
            + "'\nprintf -- '--\\0' >>'"
            + words
            + "'\n");
    assertThat(recorded.toFile().setExecutable(true)).isTrue();
    Path script = folder.resolve("script");
    Files.writeString(script, "PATH=" + folder + ":$PATH\n" + String.join("\n", lines) + "\n");
    List<String> command = new ArrayList<>(List.of(shell));
    if (shell.endsWith("busybox")) {
      command.add("sh");
    }
    command.add(script.toString());
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).describedAs(said).isZero();
    assertThat(said).isEmpty();
    String all = Files.readString(words);
    return List.of(all.substring(0, all.length() - 1).split("\0", -1));
  }
}
