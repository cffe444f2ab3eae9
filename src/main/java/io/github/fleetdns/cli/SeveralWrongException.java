package io.github.fleetdns.cli;

import java.util.List;
import picocli.CommandLine;

/** Several things of a command line that are wrong, all of which are said. */
final class SeveralWrongException extends CommandLine.ParameterException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> sentences;

  SeveralWrongException(CommandLine command, List<String> sentences) {
    super(command, String.join("; ", sentences));
    this.sentences = List.copyOf(sentences);
  }

  /** A sentence for each. */
  List<String> sentences() {
    return sentences;
  }
}
