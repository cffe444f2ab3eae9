package io.github.fleetdns.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A {@code cdktf.json}: what the CLI of CDK for Terraform runs to get the stacks, and where it
 * expects them.
 *
 * @param app the command line
 * @param output the folder
 */
record CdktfProject(String app, Path output) {
  static final String FILE = "cdktf.json";
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  /** The one in a folder, if there is one that can be read. */
  static Optional<CdktfProject> in(Path folder) {
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(FILE)));
      return Optional.of(
          new CdktfProject(
              json.path("app").asText(), folder.resolve(json.path("output").asText("cdktf.out"))));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // Its CLI will say what is wrong with it.
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the CLI, started in this project's folder, gets the stacks of these files and finds
   * them where they have been written.
   */
  boolean leadsTo(List<Path> files, Path out) {
    List<String> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(app).results().toList()) {
      words.add(Optional.ofNullable(word.group(1)).orElse(word.group().replace("\"", "")));
    }
    int synth = words.indexOf("synth");
    boolean ours = synth > 0 && words.get(synth - 1).endsWith("fleetdns");
    if (!ours || !same(output, out)) {
      return false;
    }
    List<Path> its =
        words.subList(synth + 1, words.size()).stream()
            .filter(word -> !word.startsWith("-"))
            .map(Path::of)
            .toList();
    List<Path> read = its.isEmpty() ? List.of(DefaultFile.PATH) : its;
    return files.stream().allMatch(file -> read.stream().anyMatch(r -> same(r, file)));
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }

  /** The text of one that runs a command line. */
  static String text(String app) {
    return """
        {
          "language": "java",
          "app": %s,
          "output": "cdktf.out",
          "sendCrashReports": "false",
          "terraformProviders": [],
          "terraformModules": [],
          "context": {}
        }
        """
        .formatted(new ObjectMapper().valueToTree(app).toString());
  }
}
