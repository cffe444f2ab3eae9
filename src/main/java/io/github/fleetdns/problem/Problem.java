package io.github.fleetdns.problem;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something a user should know about their input: where, what, and what to do.
 *
 * @param location where it is
 * @param severity whether it stops the work
 * @param rule the stable identifier of the rule that was broken, such as {@code unknown-key}
 * @param subject what it is about, where the place does not tell, such as the address of a resource
 * @param message one line: what is wrong, and the way out
 */
public record Problem(
    Location location, Severity severity, String rule, Optional<String> subject, String message) {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

  /**
   * Keeps subject and message to one line that is safe to print, whatever they quote from the
   * input.
   */
  public Problem {
    message = printable(message);
    subject = subject.map(Problem::printable);
  }

  /** A problem at a place that says what it is about. */
  public Problem(Location location, Severity severity, String rule, String message) {
    this(location, severity, rule, Optional.empty(), message);
  }

  private static String printable(String text) {
    return UNPRINTABLE
        .matcher(text)
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

  /** What is wrong and with what, in one line: {@code subject: message}. */
  public String sentence() {
    return subject.map(about -> about + ": ").orElse("") + message;
  }

  /** {@code file:line:column: error: subject: message (rule)}. */
  @Override
  public String toString() {
    return location + ": " + severity.word() + ": " + sentence() + " (" + rule + ")";
  }
}
