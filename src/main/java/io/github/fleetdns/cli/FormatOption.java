package io.github.fleetdns.cli;

import picocli.CommandLine.Option;

/** The option {@code --format} of commands that print data. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "How to print the result: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.text;

  /** Whether the result is for a program. */
  boolean isJson() {
    return format == Format.json;
  }

  /** The form of what a command prints on standard output. */
  private enum Format {
    /** For people. */
    text,
    /** For programs. */
    json
  }
}
