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
  /** What most people run most of the time. */
  private static final List<List<String>> LINES =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("init", "my.yaml"),
          List.of("check", "my.yaml"),
          List.of("traffic", "my.yaml"),
          List.of("diff", "my.yaml", "my.yaml"),
          List.of("report", "my.yaml", "-o", "my.html"),
          List.of("explain", "my.yaml"),
          List.of("answer", "my.yaml", "ai.example.com"));

  private Training() {}

  /** Works in the current directory, where it leaves files; the arguments are more fleet files. */
  public static void main(String[] args) {
    Terminal nowhere =
        new Terminal(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            false,
            Ansi.OFF);
    LINES.forEach(line -> Main.run(nowhere, line.toArray(String[]::new)));
    List<String> synth = new ArrayList<>(List.of("synth", "my.yaml"));
    synth.addAll(List.of(args));
    Main.run(nowhere, synth.toArray(String[]::new));
  }
}
