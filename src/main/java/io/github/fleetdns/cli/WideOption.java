package io.github.fleetdns.cli;

import io.github.fleetdns.table.TextTable;
import picocli.CommandLine.Option;

/** The option {@code --wide} of commands that print tables. */
final class WideOption {
  @Option(
      names = "--wide",
      description = "Tables in full, also where they are wider than the terminal.")
  private boolean wide;

  /** How wide tables may be. */
  int columns(Terminal terminal) {
    return wide ? TextTable.ALL_COLUMNS : terminal.columns();
  }
}
