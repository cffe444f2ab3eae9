package io.github.fleetdns.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Texts that are not to be shown, wherever they occur and in whatever case: {@value #SHOWN} stands
 * in their place. What was cut off in their midst is found by its beginning.
 */
public final class Hidden {
  /** What stands in the place of a text that is not shown. */
  public static final String SHOWN = "(sensitive)";

  /** Nothing is hidden. */
  public static final Hidden NONE = new Hidden(List.of());

  /** Shorter texts are hidden where they stand alone, as they are a part of many words. */
  private static final int SHORT = 4;

  private static final char CUT = '…';

  /** By their lengths, the longest first. */
  private final TreeMap<Integer, Set<String>> byLength =
      new TreeMap<>(java.util.Comparator.reverseOrder());

  private final Map<Character, Integer> longestByStart = new HashMap<>();
  private final TreeSet<String> sorted = new TreeSet<>();

  private Hidden(Collection<String> texts) {
    for (String text : texts) {
      String key = folded(text);
      if (!key.isBlank()) {
        byLength.computeIfAbsent(key.length(), length -> new HashSet<>()).add(key);
        longestByStart.merge(key.charAt(0), key.length(), Math::max);
        sorted.add(key);
      }
    }
  }

  /** Hides these texts. */
  public static Hidden of(Collection<String> texts) {
    return texts.isEmpty() ? NONE : new Hidden(texts);
  }

  /** Whether nothing is hidden. */
  public boolean isEmpty() {
    return byLength.isEmpty();
  }

  /** A text without them. */
  public String in(String text) {
    return in(text, false);
  }

  /** A line without them whose columns, where there are any, stay where they are if they can. */
  public String inLine(String line) {
    return in(line, true);
  }

  private String in(String text, boolean hasColumns) {
    if (isEmpty()) {
      return text;
    }
    String folded = folded(text);
    StringBuilder shown = new StringBuilder(text.length());
    int position = 0;
    while (position < text.length()) {
      int length = at(folded, position);
      if (length == 0) {
        shown.append(text.charAt(position++));
        continue;
      }
      shown.append(SHOWN);
      position += length;
      if (hasColumns) {
        position = column(text, position, SHOWN.length() - length, shown);
      }
    }
    return shown.toString();
  }

  /** How long the hidden text is that begins here; 0 if none does. */
  private int at(String folded, int position) {
    int longest = longestByStart.getOrDefault(folded.charAt(position), 0);
    if (longest == 0) {
      return 0;
    }
    for (Map.Entry<Integer, Set<String>> texts : byLength.tailMap(longest, true).entrySet()) {
      int end = position + texts.getKey();
      if (end <= folded.length()
          && texts.getValue().contains(folded.substring(position, end))
          && (texts.getKey() >= SHORT || standsAlone(folded, position, end))) {
        return texts.getKey();
      }
    }
    int cut = folded.indexOf(CUT, position);
    if (cut - position >= SHORT && cut - position < longest) {
      String start = folded.substring(position, cut);
      String next = sorted.ceiling(start);
      return next != null && next.startsWith(start) ? start.length() : 0;
    }
    return 0;
  }

  private static boolean standsAlone(String text, int start, int end) {
    return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  /** Takes blanks of a gap between columns away, or adds some; where the text goes on. */
  private static int column(String text, int position, int longer, StringBuilder shown) {
    int blanks = 0;
    while (position + blanks < text.length() && text.charAt(position + blanks) == ' ') {
      blanks++;
    }
    if (blanks < 2 || position + blanks == text.length()) {
      return position;
    }
    if (longer <= 0) {
      shown.append(" ".repeat(-longer));
      return position;
    }
    return position + Math.min(longer, blanks - 2);
  }

  /** In lower case, character by character, so that positions stay. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.chars().forEach(c -> folded.append(Character.toLowerCase((char) c)));
    return folded.toString();
  }
}
