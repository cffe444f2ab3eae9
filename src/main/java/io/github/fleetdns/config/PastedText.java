package io.github.fleetdns.config;

import io.github.fleetdns.zone.CharacterStrings;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts that were escaped for another tool: a zone file, Terraform, a DNS provider's form.
 *
 * <p>A text of a fleet file is published as it stands, so that the other tool's escapes would be
 * published, too.
 */
final class PastedText {
  /** What such tools write and hardly anybody means: strings that end and begin, and escapes. */
  private static final Pattern MARK = Pattern.compile("\"\\s*\"|\\\\[;\"]|\\\\[0-9]{3}");

  private static final Pattern NUMBER = Pattern.compile("\\\\([0-9]{3})");

  private PastedText() {}

  /**
   * The text that was probably meant, if this one is escaped; empty for plain texts, and for those
   * that begin with a quote: they are the form of zone files, in which escapes mean what they say.
   */
  static Optional<String> meant(String text) {
    if (text.startsWith("\"") || !MARK.matcher(text).find()) {
      return Optional.empty();
    }
    String strings = '"' + octal(text) + '"';
    return CharacterStrings.split(strings)
        .map(split -> CharacterStrings.decode(String.join(" ", split)))
        .map(PastedText::unquoted)
        .filter(meant -> !meant.equals(text));
  }

  /** Route 53 counts the numbers of escapes in eights, zone files in tens. */
  private static String octal(String text) {
    boolean eights =
        NUMBER.matcher(text).results().allMatch(number -> number.group(1).matches("[0-3][0-7]{2}"));
    if (eights && isText(CharacterStrings.bytesOf('"' + text + '"'))) {
      return text;
    }
    return NUMBER
        .matcher(text)
        .replaceAll(
            number -> {
              int code = Integer.parseInt(number.group(1));
              return Matcher.quoteReplacement(
                  code > 255 ? number.group() : String.format(Locale.ROOT, "\\%03o", code));
            });
  }

  private static boolean isText(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Without the quotes around it, which the other tool took for its own. */
  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** A text for a message: what is not printable is shown as it is escaped. */
  static String shown(String text) {
    return Names.shorten(
        text.codePoints()
            .mapToObj(
                c ->
                    c < 0x20 || c == 0x7f
                        ? String.format(Locale.ROOT, "\\u%04x", c)
                        : Character.toString(c))
            .collect(Collectors.joining()));
  }
}
