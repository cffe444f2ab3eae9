package io.github.fleetdns.cli;

import io.github.fleetdns.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Runs a command unless it names standard input twice: whoever read it second would find nothing,
 * and say so of something that is not empty.
 */
final class ReadingOnce implements CommandLine.IExecutionStrategy {
  /** What stands for something that is read, in the help of all commands. */
  private static final Set<String> INPUTS =
      Set.of("FILE", "SOURCE", "OLD", "NEW", AnswerCommand.ARGUMENTS, DefaultFile.FILE_SERVICE);

  @Override
  public int execute(CommandLine.ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    CommandLine command = commands.get(commands.size() - 1);
    long inputs =
        command.getCommandSpec().args().stream()
            .filter(argument -> INPUTS.contains(argument.paramLabel()))
            .flatMap(ReadingOnce::values)
            .filter(ReadingOnce::isStandardInput)
            .count();
    if (inputs > 1) {
      throw new CommandLine.ParameterException(
          command, "standard input is named twice, and can be read once");
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static boolean isStandardInput(Object value) {
    return Source.isStandardInput(value instanceof Path path ? path : Path.of(value.toString()));
  }

  private static Stream<?> values(ArgSpec argument) {
    Object value = argument.getValue();
    return value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
  }
}
