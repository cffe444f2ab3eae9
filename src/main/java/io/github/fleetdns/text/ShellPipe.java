package io.github.fleetdns.text;

/**
 * A line that is more than one command, such as a pipe; every name in it is put there by {@link
 * #quoted(String)} or {@link #word(String)}. One with control characters is a comment, as no line
 * of a shell should have them.
 *
 * @param text the line
 */
public record ShellPipe(String text) implements ShellLine {
  /** A line that is written already: a comment if it begins with {@code #}. */
  public static ShellLine line(String text) {
    return text.startsWith("#") ? new ShellComment(text.substring(1).strip()) : new ShellPipe(text);
  }

  /** A word in quotes, for such a line. */
  public static String quoted(String text) {
    return ShellWord.quoted(text);
  }

  /** A word, in quotes if a shell would take anything in it for its own. */
  public static String word(String text) {
    return ShellWord.of(text);
  }

  @Override
  public String line(Hidden hidden) {
    if (!hidden.in(text).equals(text)) {
      return new ShellComment("no command, as it would tell what is sensitive: " + text)
          .line(hidden);
    }
    return TerminalText.isPlain(text)
        ? text
        : new ShellComment("no command, as a shell cannot be told such a name: " + text)
            .line(hidden);
  }
}
