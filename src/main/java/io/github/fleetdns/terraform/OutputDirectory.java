package io.github.fleetdns.terraform;

import io.github.fleetdns.jsii.MissingEnvironmentException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where synthesized stacks go. They are written into a folder beside the old ones and moved into
 * place file by file when all of them are complete; what else lies there — Terraform's state, lock
 * and plug-ins — is never touched.
 */
final class OutputDirectory implements AutoCloseable {
  private final Path out;
  private final Path staging;
  private final boolean created;

  private OutputDirectory(Path out, Path staging, boolean created) {
    this.out = out;
    this.staging = staging;
    this.created = created;
  }

  /**
   * Prepares a staging folder.
   *
   * @throws MissingEnvironmentException if nothing can be written there
   */
  static OutputDirectory open(Path out) throws MissingEnvironmentException {
    boolean exists = Files.isDirectory(out);
    try {
      Files.createDirectories(out);
      return new OutputDirectory(out, Files.createTempDirectory(out, ".synth-"), !exists);
    } catch (IOException | SecurityException e) {
      throw new MissingEnvironmentException(
          "cannot write to the output directory "
              + out
              + " ("
              + reason(e)
              + "); choose another"
              + " with --out");
    }
  }

  private static String reason(Exception e) {
    return switch (e.getClass().getSimpleName()) {
      case "AccessDeniedException" -> "permission denied";
      case "FileAlreadyExistsException" -> "a file is in the way";
      default ->
          e instanceof FileSystemException failure && failure.getReason() != null
              ? failure.getReason()
              : String.valueOf(e.getMessage());
    };
  }

  /** The folder to write into. */
  Path staging() {
    return staging;
  }

  /**
   * Moves what was written into place.
   *
   * @throws IOException if a file cannot be moved; those not reached are as they were
   */
  void publish() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(staging)) {
      // The manifest comes last: it must not name a stack that is not there yet.
      files =
          walk.filter(Files::isRegularFile)
              .sorted(Comparator.comparing(Path::getNameCount).reversed())
              .toList();
    }
    for (Path file : files) {
      Path target = out.resolve(staging.relativize(file).toString());
      Files.createDirectories(target.getParent());
      move(file, target);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes the staging folder, and the output directory if it is new and was left empty. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> walk = Files.walk(staging)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    if (created) {
      try (Stream<Path> left = Files.list(out)) {
        if (left.findAny().isEmpty()) {
          Files.delete(out);
        }
      }
    }
  }
}
