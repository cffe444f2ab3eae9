package io.github.fleetdns.problem;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A place in an input.
 *
 * @param source the file as the user named it
 * @param line the line, counted from 1
 * @param column the column in characters, counted from 1
 */
public record Location(String source, int line, int column) implements Comparable<Location> {
  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::source)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column);
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n]");

  /** Requires a line and a column of at least 1. */
  public Location {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("line and column count from 1: " + line + ":" + column);
    }
  }

  /** The beginning of a file, for problems of the file as a whole. */
  public static Location startOf(String source) {
    return new Location(source, 1, 1);
  }

  /** The place behind a text that the file begins with. */
  public static Location after(String source, String text) {
    String[] lines = LINE_BREAK.split(text, -1);
    String last = lines[lines.length - 1];
    return new Location(source, lines.length, last.codePointCount(0, last.length()) + 1);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, the form that editors and terminals make clickable. */
  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
