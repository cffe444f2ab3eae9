package io.github.fleetdns.zone;

import java.util.List;
import java.util.Locale;

/**
 * An absolute domain name as Route 53 stores it: lower case, without the final dot.
 *
 * <p>Bytes that Route 53 does not take raw are written {@code \ooo}, three octal digits; escapes of
 * bytes it does take raw (the API returns {@code \052} for {@code *}) are undone, so that equal
 * names are equal. A label has 1–63 bytes, a name at most 255 with its dots. Source: Route 53
 * Developer Guide, "DNS domain name format". Last looked at: 2026-11-23.
 */
public final class DomainName implements Comparable<DomainName> {
  private static final int MAX_LABEL = 63;
  private static final int MAX_NAME = 255;

  private final String text;
  private final List<String> labels;

  private DomainName(String text) {
    this.text = text;
    this.labels = List.of(text.split("\\.", -1));
  }

  /**
   * Reads a name; a final dot makes no difference.
   *
   * @throws InvalidNameException if it is no name that Route 53 takes
   */
  public static DomainName of(String text) {
    String stripped = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (stripped.isEmpty()) {
      throw new InvalidNameException("name-empty", "the name is empty");
    }
    StringBuilder name = new StringBuilder(stripped.length());
    int label = 0;
    int bytes = 0;
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c == '.') {
        checkLabel(label, text);
        name.append('.');
        bytes++;
        label = 0;
        continue;
      }
      if (c == '\\') {
        int code = octal(stripped, i, text);
        name.append(
            isRaw(code) ? String.valueOf(lower((char) code)) : stripped.substring(i, i + 4));
        i += 3;
      } else if (isRaw(c)) {
        name.append(lower(c));
      } else {
        throw new InvalidNameException("name-character", badCharacter(text, c));
      }
      label++;
      bytes++;
    }
    checkLabel(label, text);
    if (bytes > MAX_NAME) {
      throw new InvalidNameException(
          "name-length",
          "the name is " + bytes + " bytes long, the limit is " + MAX_NAME + ": " + shorten(text));
    }
    return new DomainName(name.toString());
  }

  /**
   * One spelling of what may be a domain name: lower case, without the final dot. Whether it is
   * one, {@link #of} says.
   */
  public static String spelled(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String badCharacter(String text, char c) {
    if (c >= 0x80) {
      return "\""
          + shorten(text)
          + "\" has letters outside ASCII; write the name in Punycode (xn--…)";
    }
    String what =
        c == ' ' ? "a space" : String.format(Locale.ROOT, "the character U+%04X", (int) c);
    return "\""
        + shorten(text)
        + "\" has "
        + what
        + ", which names do not have; if it is meant, write "
        + String.format(Locale.ROOT, "\\%03o", (int) c);
  }

  private static void checkLabel(int length, String name) {
    if (length == 0) {
      throw new InvalidNameException(
          "name-label",
          "\"" + shorten(name) + "\" has an empty label (two dots in a row, or one in front)");
    }
    if (length > MAX_LABEL) {
      throw new InvalidNameException(
          "name-label",
          "\""
              + shorten(name)
              + "\" has a label of "
              + length
              + " bytes, the limit is "
              + MAX_LABEL);
    }
  }

  private static int octal(String s, int at, String name) {
    if (at + 4 > s.length() || !s.substring(at + 1, at + 4).matches("[0-3][0-7]{2}")) {
      throw new InvalidNameException(
          "name-character",
          "\"" + shorten(name) + "\" has a backslash that is not followed by three octal digits");
    }
    return Integer.parseInt(s.substring(at + 1, at + 4), 8);
  }

  private static boolean isRaw(int c) {
    return c > 0x20 && c < 0x7f && c != '.' && c != '\\';
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private static String shorten(String text) {
    return text.length() <= 80 ? text : text.substring(0, 77) + "…";
  }

  /** The labels, leftmost first; at least one. */
  public List<String> labels() {
    return labels;
  }

  /** Whether this name is {@code ancestor} or lies below it. */
  public boolean isWithin(DomainName ancestor) {
    return equals(ancestor) || text.endsWith("." + ancestor.text);
  }

  /**
   * Whether the leftmost label is exactly {@code *}; elsewhere an asterisk is a plain character.
   */
  public boolean isWildcard() {
    return labels.get(0).equals("*");
  }

  /**
   * The name in front of this one: {@code of("example.com").prepend("www")} is {@code
   * www.example.com}.
   *
   * @throws InvalidNameException if the result is no valid name
   */
  public DomainName prepend(String relative) {
    return of(relative + "." + text);
  }

  /**
   * What stands in front of the zone's name; empty at the apex. Requires {@code isWithin(zone)}.
   */
  public String relativeTo(DomainName zone) {
    if (!isWithin(zone)) {
      throw new IllegalArgumentException(this + " is not within " + zone);
    }
    return equals(zone) ? "" : text.substring(0, text.length() - zone.text.length() - 1);
  }

  @Override
  public int compareTo(DomainName other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DomainName name && name.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The name in lower case without the final dot. */
  @Override
  public String toString() {
    return text;
  }
}
