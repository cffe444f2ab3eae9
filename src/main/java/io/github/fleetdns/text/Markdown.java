package io.github.fleetdns.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in Markdown, as CommonMark reads it and as GitHub and GitLab go on from there: whatever is
 * in the text is shown as it is and becomes no structure, link, mention, reference, formula or
 * smiley.
 *
 * <p>What Markdown itself would take for its own is escaped. What these sites look for in the
 * finished page, where no escape is left, goes into code, which they leave alone; so does nothing
 * of everyday sentences, names and addresses.
 */
public final class Markdown {
  /** Punctuation that is nothing in the midst of a line. */
  private static final String HARMLESS = ".,:;()'\"/%?-=+";

  /**
   * What becomes something in spite of backslashes: mentions, references, formulas, HTML and
   * entities, bare links, smileys and the numbers of commits.
   */
  private static final Pattern LEFT_TO_CODE =
      Pattern.compile(
          "[@#$~`<>&]|://|www\\.|(?:mailto|xmpp):|:[a-z0-9_+-]*[g-z_+-][a-z0-9_+-]*:|(?<![0-9a-f:]):[0-9a-f]+:(?![0-9a-f:])|!\\d|%[\\w\"]|\\bgh-\\d"
              + "|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])");

  /** A list's number, at the beginning of a line. */
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})([.)])(?=\\s|$)");

  private static final Pattern END_OF_SENTENCE = Pattern.compile("[.,:;]+$");

  private Markdown() {}

  /** The text as a line of a paragraph, or as what stands behind a mark of the program's own. */
  public static String of(String text) {
    String line = String.join(" ", words(text, false));
    if (line.isEmpty()) {
      return line;
    }
    if ("+-=:".indexOf(line.charAt(0)) >= 0) {
      return "\\" + line;
    }
    return NUMBERED.matcher(line).lookingAt()
        ? NUMBERED.matcher(line).replaceFirst("$1\\\\$2")
        : line;
  }

  /** The text as a cell of a table. */
  public static String cell(String text) {
    return String.join(" ", words(text, true));
  }

  /** Lines as they are, as code of a language. */
  public static List<String> code(String language, List<String> lines) {
    List<String> shown = lines.stream().map(TerminalText::of).toList();
    String fence = "`".repeat(Math.max(3, longestRun(String.join("\n", shown)) + 1));
    List<String> block = new ArrayList<>();
    block.add(fence + language);
    block.addAll(shown);
    block.add(fence);
    return block;
  }

  private static List<String> words(String text, boolean inTable) {
    List<String> words = new ArrayList<>();
    for (String word : TerminalText.of(text).split("[\\s\\p{Z}]+", -1)) {
      if (!word.isEmpty()) {
        boolean box = words.isEmpty() && word.startsWith("["); // as of a task list
        boolean code = box || LEFT_TO_CODE.matcher(word.toLowerCase(Locale.ROOT)).find();
        words.add(code ? code(word, inTable) : escaped(word));
      }
    }
    return words;
  }

  private static String escaped(String word) {
    StringBuilder escaped = new StringBuilder();
    word.chars()
        .forEach(
            c -> {
              if (isPunctuation(c) && HARMLESS.indexOf(c) < 0) {
                escaped.append('\\');
              }
              escaped.append((char) c);
            });
    return escaped.toString();
  }

  private static boolean isPunctuation(int c) {
    return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
  }

  /** A word as code; in a table, a bar ends the cell even there. */
  private static String code(String word, boolean inTable) {
    Matcher sentence = END_OF_SENTENCE.matcher(word);
    String end = sentence.find() && sentence.start() > 0 ? sentence.group() : "";
    String content = word.substring(0, word.length() - end.length());
    String marks = "`".repeat(longestRun(content) + 1);
    String space = content.startsWith("`") || content.endsWith("`") ? " " : "";
    String inside = inTable ? content.replace("|", "\\|") : content;
    return marks + space + inside + space + marks + end;
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
