package io.github.fleetdns.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * Runs several command lines in one process without showing what they print, so that the JVM sees
 * which classes they need: the launcher has an archive made of those, for a quicker start.
 */
final class Training {
  /** Stands between two command lines. */
  private static final String NEXT = "--next";

  private Training() {}

  public static void main(String[] args) {
    Terminal nowhere =
        new Terminal(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            false,
            Ansi.OFF);
    List<String> line = new ArrayList<>();
    for (String argument : args) {
      if (argument.equals(NEXT)) {
        Main.run(nowhere, line.toArray(String[]::new));
        line.clear();
      } else {
        line.add(argument);
      }
    }
    Main.run(nowhere, line.toArray(String[]::new));
  }
}
