package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** Changes in {@code src/test/resources/changes/NNN-name/}; its README says what is in them. */
record PlannedChange(Path folder) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "changes");

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** What {@code terraform plan} is given beyond the folder. */
  List<String> options() throws IOException {
    Path options = folder.resolve("options.txt");
    return Files.exists(options) ? List.of(Files.readString(options).trim().split(" ")) : List.of();
  }

  static String text(Path plan) {
    return run("diff", plan.toString(), "--clients", FOLDER.resolve("clients.csv").toString());
  }

  static JsonNode json(Path plan) throws IOException {
    return new ObjectMapper().readTree(run("diff", plan.toString(), "--format", "json"));
  }

  static String run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.run(
            new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
            args);
    assertThat(err.toString()).describedAs(String.join(" ", args)).isEmpty();
    assertThat(exit).describedAs(String.join(" ", args)).isZero();
    return out.toString();
  }

  /** The commands that a comparison recommends, in order. */
  static List<String> commands(JsonNode comparison) {
    List<String> commands = new ArrayList<>();
    for (JsonNode zone : comparison.get("zones")) {
      for (JsonNode trip : zone.get("terraform")) {
        trip.get("steps").forEach(step -> commands.add(step.asText()));
      }
    }
    commands.removeIf(line -> line.startsWith("#"));
    return commands;
  }
}
