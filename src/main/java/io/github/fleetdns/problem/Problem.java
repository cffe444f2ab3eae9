package io.github.fleetdns.problem;

import java.util.regex.Pattern;

/**
 * Something a user should know about their input: where, what, and what to do.
 *
 * @param location where it is
 * @param severity whether it stops the work
 * @param rule the stable identifier of the rule that was broken, such as {@code unknown-key}
 * @param message one line: what is wrong, and the way out
 */
public record Problem(Location location, Severity severity, String rule, String message) {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

  /** Keeps the message to one line that is safe to print, whatever it quotes from the input. */
  public Problem {
    message =
        UNPRINTABLE
            .matcher(message)
            .replaceAll(found -> String.format("\\\\u%04X", (int) found.group().charAt(0)));
  }

  /** An error at a place. */
  public static Problem error(Location location, String rule, String message) {
    return new Problem(location, Severity.ERROR, rule, message);
  }

  /** A warning at a place. */
  public static Problem warning(Location location, String rule, String message) {
    return new Problem(location, Severity.WARNING, rule, message);
  }

  /** Whether this problem stops the work. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code file:line:column: error: message (rule)}. */
  @Override
  public String toString() {
    return location + ": " + severity.word() + ": " + message + " (" + rule + ")";
  }
}
