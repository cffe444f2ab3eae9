package io.github.fleetdns.cli;

import io.github.fleetdns.table.TextTable;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes.
 *
 * @param out data
 * @param err messages
 * @param interactive whether a person watches the messages as they come
 * @param ansi whether messages are coloured
 * @param columns how wide tables may be, as {@link TextTable#lines(int)} takes it
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, Ansi ansi, int columns) {

  /** One that is as wide as what is printed. */
  Terminal(PrintWriter out, PrintWriter err, boolean interactive, Ansi ansi) {
    this(out, err, interactive, ansi, TextTable.ALL_COLUMNS);
  }

  /** Prints problem lines, with "error" and "warning" coloured on a terminal. */
  void problems(List<String> lines) {
    for (String line : lines) {
      err.println(
          ansi.enabled()
              ? line.replaceFirst(": error: ", ansi.string(": @|bold,red error|@: "))
                  .replaceFirst(": warning: ", ansi.string(": @|bold,yellow warning|@: "))
              : line);
    }
    err.flush();
  }

  /** A message of the program itself. */
  void say(String message) {
    err.println("fleetdns: " + message);
    err.flush();
  }
}
