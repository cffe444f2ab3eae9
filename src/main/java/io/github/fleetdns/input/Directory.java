package io.github.fleetdns.input;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Directories as input: files that belong together, or the stacks of a synthesized output. */
final class Directory {
  private Directory() {}

  static Input read(Path folder) {
    List<Problem> problems = new ArrayList<>();
    try {
      List<Path> files = list(folder);
      boolean hcl = files.stream().anyMatch(file -> file.toString().endsWith(HclFormat.END));
      Path stacks = folder.resolve("stacks");
      for (Format format : Formats.ALL) {
        List<Path> its =
            files.stream()
                .filter(file -> format.isCalled(file.getFileName().toString()))
                .filter(file -> !Files.isDirectory(file))
                .toList();
        if (!its.isEmpty()) {
          return together(folder, format, its, hcl);
        }
        if (format instanceof TerraformFormat && Files.isDirectory(stacks)) {
          return stacks(list(stacks), folder);
        }
      }
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

  private static Input together(Path folder, Format format, List<Path> files, boolean hcl) {
    List<Problem> problems = new ArrayList<>();
    if (hcl && format instanceof TerraformFormat) {
      problems.add(
          Problem.warning(
              Location.startOf(folder.toString()),
              "terraform-hcl",
              "the *.tf files here are not read, only the *.tf.json ones; to have both, "
                  + HclFormat.PLAN));
    }
    List<Text> texts = new ArrayList<>();
    for (Path file : files) {
      Source source = Source.read(file);
      problems.addAll(source.problems());
      source.text().ifPresent(text -> texts.add(new Text(source.name(), text)));
    }
    return Input.all(List.of(Input.of(problems), format.readTogether(folder.toString(), texts)));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
