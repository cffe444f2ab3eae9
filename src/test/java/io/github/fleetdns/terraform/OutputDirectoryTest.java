package io.github.fleetdns.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.fleetdns.jsii.MissingEnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
  @TempDir private Path folder;

  @Test
  void nothingIsInPlaceBeforeItIsPublished() throws Exception {
    try (OutputDirectory output = OutputDirectory.open(folder)) {
      write(output.staging().resolve("manifest.json"), "new");
      assertThat(folder.resolve("manifest.json")).doesNotExist();

      output.publish();

      assertThat(folder.resolve("manifest.json")).hasContent("new");
    }
    assertThat(tree()).containsExactly("manifest.json");
  }

  @Test
  void publishedFilesReplaceTheOldOnesAndNothingElseIsTouched() throws Exception {
    write(folder.resolve("stacks/a/cdk.tf.json"), "old");
    write(folder.resolve("stacks/a/terraform.a.tfstate"), "state");
    write(folder.resolve("stacks/a/.terraform/providers/aws"), "plug-in");
    write(folder.resolve("stacks/b/cdk.tf.json"), "other");

    try (OutputDirectory output = OutputDirectory.open(folder)) {
      write(output.staging().resolve("stacks/a/cdk.tf.json"), "new");
      output.publish();
    }

    assertThat(folder.resolve("stacks/a/cdk.tf.json")).hasContent("new");
    assertThat(folder.resolve("stacks/a/terraform.a.tfstate")).hasContent("state");
    assertThat(folder.resolve("stacks/a/.terraform/providers/aws")).hasContent("plug-in");
    assertThat(folder.resolve("stacks/b/cdk.tf.json")).hasContent("other");
    assertThat(tree()).noneMatch(path -> path.contains(".synth-"));
  }

  @Test
  void runThatFailsLeavesWhatWasThere() throws Exception {
    write(folder.resolve("stacks/a/cdk.tf.json"), "old");

    try (OutputDirectory output = OutputDirectory.open(folder)) {
      write(output.staging().resolve("stacks/a/cdk.tf.json"), "half");
    }

    assertThat(folder.resolve("stacks/a/cdk.tf.json")).hasContent("old");
    assertThat(tree()).containsExactly("stacks", "stacks/a", "stacks/a/cdk.tf.json");
  }

  @Test
  void manifestComesAfterTheStacksItNames() throws Exception {
    // A stack that cannot be moved into place: its folder is a file.
    write(folder.resolve("stacks"), "in the way");
    write(folder.resolve("manifest.json"), "old");

    try (OutputDirectory output = OutputDirectory.open(folder)) {
      write(output.staging().resolve("stacks/a/cdk.tf.json"), "new");
      write(output.staging().resolve("manifest.json"), "new");
      assertThatThrownBy(output::publish).isInstanceOf(IOException.class);
    }

    assertThat(folder.resolve("manifest.json")).hasContent("old");
  }

  @Test
  void newDirectoryThatStaysEmptyIsRemoved() throws Exception {
    Path out = folder.resolve("x/out");
    OutputDirectory.open(out).close();
    assertThat(out).doesNotExist();

    Files.createDirectories(out);
    OutputDirectory.open(out).close();
    assertThat(out).isDirectory();
  }

  @Test
  void fileInTheWayIsToldPlainly() throws Exception {
    Path out = folder.resolve("out");
    write(out, "a file");
    assertThatThrownBy(() -> OutputDirectory.open(out))
        .isInstanceOf(MissingEnvironmentException.class)
        .hasMessage(
            "cannot write to the output directory "
                + out
                + " (a file is in the way); choose another with --out");
    assertThatThrownBy(() -> OutputDirectory.open(out.resolve("below")))
        .isInstanceOf(MissingEnvironmentException.class)
        .hasMessageContaining(out.resolve("below") + " (Not a directory); choose");
    assertThat(out).hasContent("a file");
  }

  @Test
  void directoryWithoutPermissionIsToldPlainly() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(out)).as("root may write everywhere").isFalse();
    assertThatThrownBy(() -> OutputDirectory.open(out))
        .isInstanceOf(MissingEnvironmentException.class)
        .hasMessageContaining("(permission denied)");
  }

  @Test
  void pathThatCannotBeMadeIsToldPlainly() {
    assertThatThrownBy(() -> OutputDirectory.open(Path.of("/proc/fleetdns")))
        .isInstanceOf(MissingEnvironmentException.class)
        .hasMessageStartingWith("cannot write to the output directory /proc/fleetdns");
  }

  private List<String> tree() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
