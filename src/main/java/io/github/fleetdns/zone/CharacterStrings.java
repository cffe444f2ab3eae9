package io.github.fleetdns.zone;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of a TXT or SPF record: one or more quoted strings of at most 255 bytes each.
 *
 * <p>Resolvers join the strings without anything between them, so a text of any length can be
 * carried. Inside the quotes Route 53 writes {@code \"} for a quote, {@code \\} for a backslash and
 * {@code \ooo} (octal) for bytes outside printable ASCII. Source: Route 53 Developer Guide,
 * "Supported DNS record types", TXT. Last looked at: 2026-11-23.
 */
public final class CharacterStrings {
  /** The most bytes one string can hold (RFC 1035 section 3.3). */
  public static final int MAX_BYTES = 255;

  private CharacterStrings() {}

  /** The presentation form of a text of any length, split into strings of 255 bytes. */
  public static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    int inString = 0;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (inString == MAX_BYTES) {
        out.append("\" \"");
        inString = 0;
      }
      int c = b & 0xff;
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (c < 0x20 || c > 0x7e) {
        out.append('\\').append(String.format(Locale.ROOT, "%03o", c));
      } else {
        out.append((char) c);
      }
      inString++;
    }
    return out.append('"').toString();
  }

  /**
   * The strings of a value in presentation form, each with its quotes and escapes as written; empty
   * if the value is not a sequence of quoted strings.
   */
  public static Optional<List<String>> split(String value) {
    List<String> strings = new ArrayList<>();
    int i = 0;
    while (i < value.length()) {
      if (value.charAt(i) == ' ') {
        i++;
        continue;
      }
      if (value.charAt(i) != '"') {
        return Optional.empty();
      }
      int end = i + 1;
      while (end < value.length() && value.charAt(end) != '"') {
        end += value.charAt(end) == '\\' ? 2 : 1;
      }
      if (end >= value.length()) {
        return Optional.empty();
      }
      strings.add(value.substring(i, end + 1));
      i = end + 1;
    }
    return strings.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(strings));
  }

  /**
   * The value with one space between its strings, as Route 53 writes it, so that equal values are
   * equal texts; what is no sequence of quoted strings stays as it is.
   */
  public static String spaced(String value) {
    return split(value).map(strings -> String.join(" ", strings)).orElse(value);
  }

  /**
   * The text that resolvers read from a value in presentation form.
   *
   * @throws IllegalArgumentException if the value is not a sequence of quoted strings
   */
  public static String decode(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> strings =
        split(value).orElseThrow(() -> new IllegalArgumentException("no quoted strings: " + value));
    strings.forEach(string -> bytes.writeBytes(bytesOf(string)));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The bytes of one quoted string, as they travel in the record. */
  public static byte[] bytesOf(String quoted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i < quoted.length() - 1; i++) {
      int c = quoted.codePointAt(i);
      if (c != '\\') {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c) - 1;
      } else if (quoted
          .substring(i + 1, Math.min(i + 4, quoted.length()))
          .matches("[0-3][0-7]{2}")) {
        bytes.write(Integer.parseInt(quoted.substring(i + 1, i + 4), 8));
        i += 3;
      } else {
        int escaped = quoted.codePointAt(i + 1);
        bytes.writeBytes(Character.toString(escaped).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(escaped);
      }
    }
    return bytes.toByteArray();
  }
}
