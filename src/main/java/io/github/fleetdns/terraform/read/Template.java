package io.github.fleetdns.terraform.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A string of Terraform JSON, which is a template: literal text, and expressions in {@code ${…}}.
 *
 * @param parts the parts; no two literals follow each other
 */
record Template(List<Part> parts) {

  /**
   * A part of a template.
   *
   * @param expression whether it is an expression rather than literal text
   * @param text the literal text, unescaped, or the expression
   */
  record Part(boolean expression, String text) {}

  /**
   * Reads a string; empty if it has a directive such as {@code %{if}}, or an expression that does
   * not end.
   */
  static Optional<Template> parse(String string) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < string.length()) {
      char c = string.charAt(i);
      boolean sign = c == '$' || c == '%';
      if (sign && string.startsWith(c + "" + c + "{", i)) {
        literal.append(c).append('{');
        i += 3;
      } else if (sign && string.startsWith("{", i + 1)) {
        int end = c == '$' ? end(string, i + 2) : -1;
        if (end < 0) {
          return Optional.empty();
        }
        if (literal.length() > 0) {
          parts.add(new Part(false, literal.toString()));
          literal.setLength(0);
        }
        parts.add(new Part(true, string.substring(i + 2, end)));
        i = end + 1;
      } else {
        literal.append(c);
        i++;
      }
    }
    if (literal.length() > 0 || parts.isEmpty()) {
      parts.add(new Part(false, literal.toString()));
    }
    return Optional.of(new Template(List.copyOf(parts)));
  }

  /** The position of the brace that ends an expression; −1 if none does. */
  private static int end(String string, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < string.length(); i++) {
      char c = string.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}' && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }
}
