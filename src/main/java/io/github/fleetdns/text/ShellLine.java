package io.github.fleetdns.text;

/**
 * A line to paste into a shell: {@code sh}, {@code bash} or {@code zsh}. Nothing of what is put
 * into one is taken for anything but a word.
 */
public sealed interface ShellLine permits ShellCommand, ShellPipe, ShellComment {
  /** The line, without a line break. */
  default String line() {
    return line(Hidden.NONE);
  }

  /** The line without what is hidden; a command that would need it is a comment. */
  String line(Hidden hidden);
}
