package io.github.fleetdns.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual pages of a release, in the roff of {@code man}, from the model of the commands. */
public final class ManPages {
  private ManPages() {}

  /** Writes a page for each command into a folder; the version is the second argument. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, String> page : pages(args[1]).entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue());
    }
  }

  /** The pages by their file names. */
  static Map<String, String> pages(String version) {
    CommandLine all = Main.commandLine(Launched.nowhere());
    all.setUsageHelpWidth(1000);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("fleetdns.1", page(all, version));
    all.getSubcommands()
        .forEach((name, command) -> pages.put("fleetdns-" + name + ".1", page(command, version)));
    return pages;
  }

  private static String page(CommandLine command, String version) {
    Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF));
    String name = command.getCommandSpec().qualifiedName("-");
    List<String> lines = new ArrayList<>();
    lines.add(
        ".TH \"%s\" 1 \"\" \"fleetdns %s\" \"fleetdns\""
            .formatted(name.toUpperCase(java.util.Locale.ROOT), version));
    lines.add(".SH NAME");
    String description = String.join(" ", command.getCommandSpec().usageMessage().description());
    lines.add(text(name + " - " + description.replaceFirst("\\.(?: .*)?$", "")));
    lines.add(".SH SYNOPSIS");
    lines.add(text(help.synopsis(0).strip()));
    lines.add(".SH DESCRIPTION");
    lines.add(text(description));
    List<PositionalParamSpec> parameters = command.getCommandSpec().positionalParameters();
    if (!parameters.isEmpty()) {
      lines.add(".SH ARGUMENTS");
      parameters.forEach(
          p ->
              item(
                  lines,
                  p.paramLabel(),
                  described(
                      help.createDefaultParameterRenderer()
                          .render(p, help.createDefaultParamLabelRenderer(), help.colorScheme()))));
    }
    lines.add(".SH OPTIONS");
    command.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> item(lines, names(option, help), described(option, help)));
    if (!command.getSubcommands().isEmpty()) {
      lines.add(".SH COMMANDS");
      command
          .getSubcommands()
          .forEach(
              (sub, line) ->
                  item(
                      lines,
                      "fleetdns-" + sub + "(1)",
                      String.join(" ", line.getCommandSpec().usageMessage().description())));
    }
    lines.add(".SH NOTES");
    lines.add(".nf");
    Arrays.stream(command.getCommandSpec().usageMessage().footer())
        .flatMap(String::lines)
        .forEach(line -> lines.add(text(line)));
    lines.add(".fi");
    return String.join("\n", lines) + "\n";
  }

  private static void item(List<String> lines, String title, String described) {
    lines.add(".TP");
    lines.add("\\fB" + text(title) + "\\fR");
    lines.add(text(described));
  }

  private static String names(OptionSpec option, Help help) {
    String label =
        option.arity().max() > 0
            ? help.createDefaultParamLabelRenderer()
                .renderParameterLabel(option, Help.Ansi.OFF, List.of())
                .toString()
            : "";
    return String.join(", ", option.names()) + label;
  }

  private static String described(OptionSpec option, Help help) {
    return described(
        help.createDefaultOptionRenderer()
            .render(option, help.createDefaultParamLabelRenderer(), help.colorScheme()));
  }

  /** The last column has what the option does, with what picocli fills in. */
  private static String described(Help.Ansi.Text[][] rows) {
    return Arrays.stream(rows)
        .map(row -> row[row.length - 1].toString())
        .collect(Collectors.joining(" "));
  }

  /** What roff would take for its own is written so that it does not. */
  private static String text(String plain) {
    String escaped = plain.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    return escaped.startsWith(".") || escaped.isEmpty() ? "\\&" + escaped : escaped;
  }
}
