package io.github.fleetdns.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The simple commands of a shell script, as words: enough of the language for workflows. */
final class ShellCalls {
  private static final List<String> BETWEEN = List.of("||", "&&", ";", "|", "{", "}", "(", ")");
  private static final List<String> BEFORE = List.of("if", "then", "else", "do", "!", "while");

  private ShellCalls() {}

  /**
   * The arguments of every call of fleetdns: by its path, or by {@code $FLEETDNS}.
   *
   * @param script the text, as the shell gets it
   */
  static List<List<String>> ofFleetdns(String script) {
    List<List<String>> calls = new ArrayList<>();
    for (List<String> command : commands(script)) {
      String program = command.get(0);
      if (program.equals("$FLEETDNS") || program.matches("(.*/)?fleetdns")) {
        calls.add(command.subList(1, command.size()));
      }
    }
    return calls;
  }

  private static List<List<String>> commands(String script) {
    List<List<String>> commands = new ArrayList<>();
    for (String line : script.replace("\\\n", " ").split("\n", -1)) {
      List<String> command = new ArrayList<>();
      boolean redirected = false;
      for (String word : words(line)) {
        if (BETWEEN.contains(word)) {
          add(commands, command);
          command = new ArrayList<>();
        } else if (redirected) {
          redirected = false;
        } else if (word.matches("\\d*[<>].*")) {
          redirected = word.matches("\\d*[<>]+");
        } else if (!command.isEmpty() || !isBefore(word)) {
          command.add(word);
        }
      }
      add(commands, command);
    }
    return commands;
  }

  private static void add(List<List<String>> commands, List<String> command) {
    if (!command.isEmpty()) {
      commands.add(command);
    }
  }

  private static boolean isBefore(String word) {
    return BEFORE.contains(word) || word.matches("\\w+=.*");
  }

  /** Words without their quotes; a comment ends them. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Optional<StringBuilder> word = Optional.empty();
    char quote = 0;
    for (char c : (line + " ").toCharArray()) {
      if (quote == 0 && (c == ' ' || c == ';')) {
        word.ifPresent(text -> words.add(text.toString()));
        word = Optional.empty();
        if (c == ';') {
          words.add(";");
        }
      } else if (quote == 0 && c == '#' && word.isEmpty()) {
        return words;
      } else {
        word = Optional.of(word.orElseGet(StringBuilder::new));
        if (c == quote) {
          quote = 0;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
          quote = c;
        } else {
          word.get().append(c);
        }
      }
    }
    return words;
  }
}
