package io.github.fleetdns.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for the shells that picocli writes none for, from the same model of the commands. */
final class CompletionScript {
  private CompletionScript() {}

  // ---- zsh ----

  /** For zsh's completion system, as a file {@code _fleetdns}. */
  static String zsh(CommandLine all) {
    List<String> lines = new ArrayList<>();
    lines.add("#compdef fleetdns");
    lines.add("_fleetdns() {");
    lines.add("  local line state");
    lines.add(
        "  _arguments -C "
            + options(all, CompletionScript::zshOption)
            + " '1: :->command' '*:: :->arguments'");
    lines.add("  case $state in");
    lines.add("    command)");
    lines.add("      local -a commands=(");
    all.getSubcommands()
        .forEach(
            (name, command) ->
                lines.add("        " + quoted(name + ":" + sentence(command).replace(":", "\\:"))));
    lines.add("      )");
    lines.add("      _describe command commands");
    lines.add("      ;;");
    lines.add("    arguments)");
    lines.add("      case $line[1] in");
    all.getSubcommands()
        .forEach(
            (name, command) -> {
              lines.add("        " + name + ")");
              lines.add(
                  "          _arguments "
                      + options(command, CompletionScript::zshOption)
                      + " "
                      + quoted("*: :" + zshValues(parameter(command)))
                      + " ;;");
            });
    lines.add("      esac");
    lines.add("      ;;");
    lines.add("  esac");
    lines.add("}");
    // Run by the completion system itself the first time, and later as a function.
    lines.add("if [ \"$funcstack[1]\" = _fleetdns ]; then _fleetdns \"$@\"; else");
    lines.add("  compdef _fleetdns fleetdns; fi");
    return String.join("\n", lines) + "\n";
  }

  private static String zshOption(OptionSpec option) {
    String text = "[" + sentence(option).replaceAll("[\\[\\]]", "\\\\$0") + "]";
    String value =
        takesValue(option)
            ? ":" + option.paramLabel().replace(":", "\\:") + ":" + zshValues(option)
            : "";
    String repeated = option.isMultiValue() ? "*" : "";
    return Arrays.stream(option.names())
        .map(name -> quoted(repeated + name + text + value))
        .collect(Collectors.joining(" "));
  }

  private static String zshValues(@Nullable ArgSpec argument) {
    List<String> candidates = candidates(argument);
    return candidates.isEmpty() ? "_files" : "(" + String.join(" ", candidates) + ")";
  }

  // ---- fish ----

  /** For fish, as a file {@code fleetdns.fish}. */
  static String fish(CommandLine all) {
    List<String> lines = new ArrayList<>();
    all.getSubcommands()
        .forEach(
            (name, command) ->
                lines.add(
                    "complete -c fleetdns -n __fish_use_subcommand -f -a "
                        + name
                        + " -d "
                        + quoted(sentence(command))));
    for (OptionSpec option : shown(all)) {
      lines.add("complete -c fleetdns -n __fish_use_subcommand " + fishOption(option));
    }
    for (Map.Entry<String, CommandLine> command : all.getSubcommands().entrySet()) {
      String of = "complete -c fleetdns -n '__fish_seen_subcommand_from " + command.getKey() + "' ";
      for (OptionSpec option : shown(command.getValue())) {
        lines.add(of + fishOption(option));
      }
      List<String> candidates = candidates(parameter(command.getValue()));
      if (!candidates.isEmpty()) {
        lines.add(of + "-f -a " + quoted(String.join(" ", candidates)));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String fishOption(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.charAt(1))
            .collect(Collectors.joining(" "));
    List<String> candidates = candidates(option);
    String value = "";
    if (takesValue(option)) {
      value = candidates.isEmpty() ? " -r" : " -x -a " + quoted(String.join(" ", candidates));
    }
    return names + value + " -d " + quoted(sentence(option));
  }

  // ---- the model ----

  private static String options(
      CommandLine command, java.util.function.Function<OptionSpec, String> form) {
    return shown(command).stream().map(form).collect(Collectors.joining(" "));
  }

  private static List<OptionSpec> shown(CommandLine command) {
    return command.getCommandSpec().options().stream().filter(o -> !o.hidden()).toList();
  }

  private static @Nullable ArgSpec parameter(CommandLine command) {
    List<PositionalParamSpec> parameters = command.getCommandSpec().positionalParameters();
    return parameters.isEmpty() ? null : parameters.get(0);
  }

  private static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  private static List<String> candidates(@Nullable ArgSpec argument) {
    return argument == null || argument.completionCandidates() == null
        ? List.of()
        : StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList();
  }

  private static String sentence(CommandLine command) {
    return firstSentence(String.join(" ", command.getCommandSpec().usageMessage().description()));
  }

  private static String sentence(OptionSpec option) {
    return firstSentence(String.join(" ", option.description()));
  }

  /** What picocli fills in when it shows help is more than a completion has room for. */
  private static String firstSentence(String text) {
    String plain = text.replaceAll(" *\\(default: .*?\\)|: \\$\\{COMPLETION-CANDIDATES\\}", "");
    return plain.replace("%%", "%").replaceFirst("\\.(?: .*)?$", "");
  }

  /** For either shell. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
