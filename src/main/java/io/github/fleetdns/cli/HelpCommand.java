package io.github.fleetdns.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fleetdns help}: what {@code --help} shows, for those who look for it here. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows what a command does and takes; without one, all commands.",
    footer = {"", "Example: fleetdns help traffic"})
final class HelpCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command.")
  private String command = "";

  @Override
  public Integer call() {
    CommandLine all = spec.commandLine().getParent();
    CommandLine shown = command.isEmpty() ? all : all.getSubcommands().get(command);
    if (shown == null) {
      // Said by picocli, with the commands that are called alike.
      throw new CommandLine.UnmatchedArgumentException(all, command);
    }
    shown.usage(all.getOut(), all.getColorScheme());
    return ExitCode.OK;
  }
}
