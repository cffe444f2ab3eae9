package io.github.fleetdns.text;

/** A word as a shell reads it back. */
final class ShellWord {
  private ShellWord() {}

  /** The word, in quotes if a shell would take anything in it for its own. */
  static String of(String text) {
    return isPlain(text) ? text : quoted(text);
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
