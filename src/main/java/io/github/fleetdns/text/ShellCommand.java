package io.github.fleetdns.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A command of words, which arrive at the program as they are here.
 *
 * <p>A name that no line of a shell should have, as it has control characters, or that the program
 * would take for an option, makes a comment of the whole command.
 */
public final class ShellCommand implements ShellLine {
  private static final Word AND = new Word("&&", "&&", true);

  private final List<Word> words;

  /**
   * A word.
   *
   * @param encoded as the shell reads it
   * @param raw as the program gets it
   * @param isFit whether it can be written in a line, and is not mistaken for an option
   */
  private record Word(String encoded, String raw, boolean isFit) {}

  private ShellCommand(List<Word> words) {
    this.words = List.copyOf(words);
  }

  /** A command of these words. */
  public static ShellCommand of(String... words) {
    return new ShellCommand(List.of()).with(words);
  }

  /** The command with more words of its own, such as a subcommand. */
  public ShellCommand with(String... more) {
    List<Word> longer = new ArrayList<>(words);
    for (String word : more) {
      longer.add(new Word(ShellWord.of(word), word, TerminalText.isPlain(word)));
    }
    return new ShellCommand(longer);
  }

  /** The command with words that name something each. */
  public ShellCommand naming(String... names) {
    return naming(List.of(names));
  }

  /** The command with words that name something each. */
  public ShellCommand naming(List<String> names) {
    List<Word> longer = new ArrayList<>(words);
    for (String name : names) {
      boolean fit = TerminalText.isPlain(name) && !name.startsWith("-");
      longer.add(new Word(ShellWord.quoted(name), name, fit));
    }
    return new ShellCommand(longer);
  }

  /**
   * The command with an option.
   *
   * @param option such as {@code -target}
   */
  public ShellCommand option(String option, String value) {
    List<Word> longer = new ArrayList<>(words);
    String mark = option + "=";
    longer.add(new Word(mark + ShellWord.quoted(value), mark + value, TerminalText.isPlain(value)));
    return new ShellCommand(longer);
  }

  /** This command and, if it was successful, the other. */
  public ShellCommand and(ShellCommand other) {
    List<Word> both = new ArrayList<>(words);
    both.add(AND);
    both.addAll(other.words);
    return new ShellCommand(both);
  }

  @Override
  public String line(Hidden hidden) {
    boolean tells = words.stream().anyMatch(word -> !hidden.in(word.raw()).equals(word.raw()));
    if (tells) {
      return new ShellComment(
              "no command, as it would tell what is sensitive: "
                  + words.stream().map(Word::raw).collect(Collectors.joining(" ")))
          .line(hidden);
    }
    if (words.stream().allMatch(Word::isFit)) {
      return words.stream().map(Word::encoded).collect(Collectors.joining(" "));
    }
    return new ShellComment(
            "no command, as a shell cannot be told such a name: "
                + words.stream().map(Word::raw).collect(Collectors.joining(" ")))
        .line();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShellCommand command && words.equals(command.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  @Override
  public String toString() {
    return line();
  }
}
