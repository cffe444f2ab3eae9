package io.github.fleetdns.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word as a shell reads it back. */
final class ShellWord {
  /** An option's name, which is easier to read without quotes. */
  private static final Pattern OPTION = Pattern.compile("--?[a-z][a-z-]*=");

  private ShellWord() {}

  /** The word, in quotes if a shell would take anything in it for its own. */
  static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    Matcher option = OPTION.matcher(text);
    return option.lookingAt()
        ? option.group() + quoted(text.substring(option.end()))
        : quoted(text);
  }

  /** The word in quotes. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && text.charAt(0) != '='
        && text.codePoints()
            .allMatch(c -> Character.isLetterOrDigit(c) || "_./:,+-=@%…→".indexOf(c) >= 0);
  }
}
