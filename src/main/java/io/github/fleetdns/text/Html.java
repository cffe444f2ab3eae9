package io.github.fleetdns.text;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;

/** Text in HTML, between tags or in an attribute's quotes. */
public final class Html {
  private Html() {}

  /** The text. */
  public static String of(String text) {
    return Escapers.HTML.escape(TerminalText.of(text));
  }

  /** A page from a template, whose values are encoded and have nothing of what is hidden. */
  public static String page(String template, Object values, Hidden hidden) {
    return Mustache.compiler()
        .withEscaper(text -> of(hidden.in(text)))
        .compile(template)
        .execute(values);
  }
}
