package io.github.fleetdns.input;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.source.Source;
import io.github.fleetdns.terraform.read.TerraformReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Directories as input: one configuration, or the stacks of a synthesized output. */
final class Directory {
  private static final String JSON = ".tf.json";

  private Directory() {}

  static Input read(Path folder) {
    List<Problem> problems = new ArrayList<>();
    try {
      List<Path> files = list(folder);
      List<Path> json = files.stream().filter(file -> named(file, JSON)).toList();
      if (!json.isEmpty()) {
        if (files.stream().anyMatch(file -> named(file, ".tf"))) {
          problems.add(
              Problem.warning(
                  Location.startOf(folder.toString()),
                  "terraform-hcl",
                  "the *.tf files here are not read, only the *.tf.json ones; to have both, "
                      + HclFormat.PLAN));
        }
        return configuration(folder, json, problems);
      }
      Path stacks = folder.resolve("stacks");
      if (Files.isDirectory(stacks)) {
        return stacks(list(stacks), folder);
      }
      if (Files.isRegularFile(folder.resolve("fleet.yaml"))) {
        return Input.read(folder.resolve("fleet.yaml"));
      }
      boolean hcl = files.stream().anyMatch(file -> named(file, ".tf"));
      problems.add(
          Problem.error(
              Location.startOf(folder.toString()),
              hcl ? "terraform-hcl" : "file-directory",
              hcl
                  ? "Terraform's own language is not read here, but plans are; in it, "
                      + HclFormat.PLAN
                  : "there is nothing to read in this directory: neither *.tf.json nor"
                      + " stacks/*/cdk.tf.json; name a file"));
    } catch (IOException e) {
      problems.add(
          Problem.error(
              Location.startOf(folder.toString()),
              "file-unreadable",
              "cannot read it: " + e.getMessage()));
    }
    return Input.of(problems);
  }

  private static Input stacks(List<Path> stacks, Path folder) {
    List<Path> found =
        stacks.stream()
            .map(stack -> stack.resolve("cdk.tf.json"))
            .filter(Files::isRegularFile)
            .toList();
    if (found.isEmpty()) {
      Problem none =
          Problem.error(
              Location.startOf(folder.toString()),
              "file-directory",
              "no stack is in it; run `fleetdns synth` or `cdktf synth` first");
      return Input.of(none);
    }
    return Input.read(found);
  }

  private static Input configuration(Path folder, List<Path> files, List<Problem> problems) {
    List<TerraformReader.Document> documents = new ArrayList<>();
    List<TerraformReader.Document> overrides = new ArrayList<>();
    for (Path file : files) {
      boolean override = named(file, "_override" + JSON) || named(file, "/override" + JSON);
      Source source = Source.read(file);
      problems.addAll(source.problems());
      source
          .text()
          .flatMap(text -> TerraformReader.document(source.name(), text, problems))
          .ifPresent(override ? overrides::add : documents::add);
    }
    return TerraformInput.of(
        folder.toString(), TerraformReader.configuration(documents, overrides), problems);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static boolean named(Path file, String end) {
    return ("/" + file.getFileName()).endsWith(end) && !Files.isDirectory(file);
  }
}
