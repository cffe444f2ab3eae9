package io.github.fleetdns.text;

/**
 * Text that a terminal shows as it is: what would steer the terminal, break the line or turn the
 * direction of reading is shown by its number, as {@code \}{@code u001b}.
 *
 * <p>Done twice it is the same as done once. It is for reading, not for reading back: a text that
 * has a backslash and a number itself looks the same.
 */
public final class TerminalText {
  private TerminalText() {}

  /** The text in one line. */
  public static String of(String text) {
    return escaped(text, false);
  }

  /**
   * A text of several lines that are the program's own, such as JSON, where escapes mean the same.
   */
  public static String ofLines(String text) {
    return escaped(text, true);
  }

  /** Whether a terminal shows the text as it is. */
  public static boolean isPlain(String text) {
    return text.codePoints().allMatch(TerminalText::isShown);
  }

  private static boolean isShown(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint >= ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static String escaped(String text, boolean keepsLines) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            codePoint -> {
              if (isShown(codePoint) || (keepsLines && codePoint == '\n')) {
                shown.appendCodePoint(codePoint);
              } else {
                shown.append(escape(codePoint));
              }
            });
    return shown.toString();
  }

  private static String escape(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        StringBuilder units = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
          units.append(String.format("\\u%04x", (int) unit));
        }
        yield units.toString();
      }
    };
  }
}
