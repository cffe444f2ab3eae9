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
  /** Deeper nested than anybody writes. */
  private static final int MAX_NESTED = 400;

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
        int end = c == '$' ? end(string, i + 2, 0) : -1;
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
  private static int end(String string, int from, int nested) {
    if (nested > MAX_NESTED) {
      return -1;
    }
    int depth = 0;
    for (int i = from; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"') {
        i = endOfQuote(string, i + 1, nested + 1);
        if (i < 0) {
          return -1;
        }
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The position of the quote that ends a quoted template, which can hold expressions; else −1. */
  static int endOfQuote(String string, int from) {
    return endOfQuote(string, from, 0);
  }

  private static int endOfQuote(String string, int from, int nested) {
    for (int i = from; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      } else if ((c == '$' || c == '%') && string.startsWith(c + "{", i + 1)) {
        i += 2;
      } else if ((c == '$' || c == '%') && string.startsWith("{", i + 1)) {
        i = end(string, i + 2, nested + 1);
        if (i < 0) {
          return -1;
        }
      }
    }
    return -1;
  }
}
