package io.github.fleetdns.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fleetdns completion}: what a shell needs to complete command lines. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints a script that lets a shell complete commands, options and files.",
    footer = {
      "",
      "bash: source <(fleetdns completion bash), in ~/.bashrc",
      "zsh:  fleetdns completion zsh > _fleetdns, in a folder of $fpath",
      "fish: fleetdns completion fish > ~/.config/fish/completions/fleetdns.fish",
      "",
      "Example: fleetdns completion bash"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Terminal terminal;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "The shell: ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.bash;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The shells that it knows. */
  private enum Shell {
    bash,
    zsh,
    fish
  }

  @Override
  public Integer call() {
    CommandLine all = spec.commandLine().getParent();
    String script =
        switch (shell) {
          case bash -> AutoComplete.bash("fleetdns", all);
          case zsh -> CompletionScript.zsh(all);
          case fish -> CompletionScript.fish(all);
        };
    terminal.script(script);
    return ExitCode.OK;
  }
}
