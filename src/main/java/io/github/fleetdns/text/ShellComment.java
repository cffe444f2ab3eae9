package io.github.fleetdns.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A comment between commands.
 *
 * <p>A {@code zsh} at a terminal knows no comments and runs what is pasted; therefore the words of
 * a comment, too, are quoted where a shell would take anything in them for its own.
 *
 * @param text what it says, without the mark
 */
public record ShellComment(String text) implements ShellLine {
  @Override
  public String line(Hidden hidden) {
    return "# "
        + Arrays.stream(TerminalText.of(hidden.in(text)).split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .map(ShellWord::of)
            .collect(Collectors.joining(" "));
  }
}
