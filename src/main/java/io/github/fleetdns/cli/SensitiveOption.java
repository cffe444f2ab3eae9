package io.github.fleetdns.cli;

import io.github.fleetdns.input.Input;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Reads inputs, and has what they call sensitive hidden from the first message on. */
final class SensitiveOption {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--show-sensitive",
      description =
          "Shows what Terraform calls sensitive, which is \"(sensitive)\" else; at a terminal and"
              + " as text only.")
  private boolean show;

  /**
   * Reads files.
   *
   * @param asText whether the command prints text, rather than JSON or Markdown
   * @throws CommandLine.ParameterException if what is sensitive would be shown to more than a
   *     person
   */
  Input read(Terminal terminal, List<Path> paths, boolean asText) {
    if (show && !(asText && terminal.isWatched())) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--show-sensitive is for text at a terminal; what goes to a file, a program or a page has"
              + " nothing sensitive in it");
    }
    Input input = Input.read(paths);
    if (!show) {
      terminal.hide(input.sensitive());
    }
    return input;
  }

  /** Reads files for what is never shown to a person at a terminal alone, such as a page. */
  static Input readHidden(Terminal terminal, List<Path> paths) {
    Input input = Input.read(paths);
    terminal.hide(input.sensitive());
    return input;
  }
}
