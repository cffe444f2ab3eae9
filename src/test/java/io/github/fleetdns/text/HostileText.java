package io.github.fleetdns.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that want to be more than text, on a terminal, in Markdown, in HTML or in a shell. */
public final class HostileText {
  private HostileText() {}

  private static final List<String> PIECES =
      List.of(
          "# ",
          "\n# ",
          "\n\n",
          "\r\n",
          "* ",
          "- ",
          "+ ",
          "1. ",
          "12) ",
          "> ",
          "    ",
          "\t",
          "---",
          "===",
          "***",
          "___",
          "```",
          "~~~",
          "`",
          "``",
          "~~x~~",
          "*x*",
          "**",
          "_x_",
          "__",
          "[a](http://b.example)",
          "![a](b)",
          "[a]: b",
          "[^1]",
          "[^1]: x",
          "<b>",
          "</b>",
          "<!--",
          "-->",
          "<script>alert(1)</script>",
          "&lt;",
          "&#64;",
          "&",
          "|",
          "\\",
          "\\\\",
          "\\|",
          "@team",
          "user@host.example",
          "#12",
          "owner/repo#1",
          "GH-7",
          "!9",
          "%1",
          "$x$",
          "$$",
          "$`x`$",
          "http://x.example",
          "https://",
          "www.x.example",
          "mailto:a@b.example",
          "ftp://x.example",
          ":tada:",
          "deadbeef01",
          "[ ] ",
          "[x] ",
          "$(touch owned)",
          "`touch owned`",
          "; touch owned",
          "& touch owned",
          "&& touch owned",
          "| touch owned",
          "> owned",
          "'",
          "\"",
          "!!",
          "!touch",
          "*",
          "?",
          "~",
          "{a,b}",
          "${IFS}",
          "\u001b[31m",
          "\u009b31m",
          "\u0007",
          "\u001b]0;t\u0007",
          "\b",
          "\u0000",
          "\u007f",
          "\u202e",
          "\u2066",
          "\u200b",
          "\u2028",
          "\u2029",
          "\u0085",
          "\ufeff",
          "\ud800",
          "\udc00",
          "-x",
          "--",
          "=",
          ":--",
          "a",
          "eu-central-1",
          "52.94.1.1",
          " ",
          " ",
          "é",
          "日本",
          "🎉",
          "\u00a0",
          "NOTE",
          "[!NOTE]");

  /** Pieces that mean something somewhere, in any order, and others between them. */
  public static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.of(PIECES)),
            Tuple.of(1, Arbitraries.strings().ofMinLength(1).ofMaxLength(4).ascii()),
            Tuple.of(1, Arbitraries.strings().ofMinLength(1).ofMaxLength(2).all()))
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  /** So many texts, the same ones each time. */
  public static List<String> some(int count) {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    while (texts.size() < count) {
      StringBuilder text = new StringBuilder();
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
