package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What users expect of any command, also of one that comes later. */
class EveryCommandTest {
  static List<CommandLine> commands() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Terminal terminal = new Terminal(nowhere, nowhere, false, Ansi.OFF);
    return List.copyOf(Main.commandLine(terminal).getSubcommands().values());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpSaysWhatItDoesAndHasAnExample(CommandLine command) {
    var usage = command.getCommandSpec().usageMessage();

    assertThat(usage.description()).isNotEmpty();
    assertThat(String.join(" ", usage.footer()))
        .containsPattern("Examples?: fleetdns " + command.getCommandName());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theReadmeNamesIt(CommandLine command) throws Exception {
    assertThat(Files.readString(Path.of("README.md")))
        .containsAnyOf(
            "fleetdns " + command.getCommandName(), "`" + command.getCommandName() + "`");
  }
}
