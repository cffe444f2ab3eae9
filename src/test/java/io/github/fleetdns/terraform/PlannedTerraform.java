package io.github.fleetdns.terraform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Terraform's own language, planned by the real CLI. */
public final class PlannedTerraform {
  private PlannedTerraform() {}

  /**
   * Plans a copy of a folder.
   *
   * @param scratch where the copy goes
   * @return the plan as JSON
   */
  public static Path plan(Path folder, Path scratch) throws Exception {
    copy(folder, scratch);
    Terraform terraform = Terraform.in(scratch);
    terraform.run("init", "-input=false").succeeds();
    terraform.run("plan", "-input=false", "-out=the.plan").succeeds();
    String json = terraform.run("show", "-json", "the.plan").succeeds().output();
    return Files.writeString(scratch.resolve("plan.json"), json);
  }

  private static void copy(Path folder, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tf")).toList()) {
        Path copy = to.resolve(folder.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
