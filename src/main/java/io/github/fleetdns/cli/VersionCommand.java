package io.github.fleetdns.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code fleetdns version}: what {@code --version} shows. */
@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows the version.",
    footer = {"", "Example: fleetdns version"})
final class VersionCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().printVersionHelp(spec.commandLine().getParent().getOut());
    return ExitCode.OK;
  }
}
