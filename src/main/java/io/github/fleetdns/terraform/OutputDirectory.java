package io.github.fleetdns.terraform;

import io.github.fleetdns.jsii.MissingEnvironmentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where synthesized stacks go. They are written into a folder beside the old ones and moved into
 * place file by file when all of them are complete; what else lies there — Terraform's state, lock
 * and plug-ins — is never touched.
 */
final class OutputDirectory implements AutoCloseable {
  private static final String STAGING = ".synth-";

  /** A staging folder, and the process that made it; earlier versions did not tell. */
  private static final Pattern LEFT = Pattern.compile("\\.synth-(?:(\\d{1,18})-)?\\d+");

  private final Path out;
  private final Path staging;
  private final boolean created;

  /** Ctrl-C ends the process without going through what is open. */
  private final Thread interrupted =
      new Thread(
          () -> {
            try {
              remove();
            } catch (IOException | UncheckedIOException e) {
              // The next run clears it.
            }
          },
          "synth-interrupted");

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
      clear(out);
      Path staging = Files.createTempDirectory(out, STAGING + ProcessHandle.current().pid() + "-");
      OutputDirectory directory = new OutputDirectory(out, staging, !exists);
      Runtime.getRuntime().addShutdownHook(directory.interrupted);
      return directory;
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

  /** Removes what runs that were killed have left: nobody else has a staging folder here. */
  private static void clear(Path out) throws IOException {
    List<Path> left;
    try (Stream<Path> all = Files.list(out)) {
      left = all.filter(path -> LEFT.matcher(path.getFileName().toString()).matches()).toList();
    }
    for (Path path : left) {
      Matcher name = LEFT.matcher(path.getFileName().toString());
      boolean ended =
          name.matches()
              && (name.group(1) == null
                  || ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty());
      if (ended && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        delete(path);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
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
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException e) {
      return; // The process is ending, and the hook is at it.
    }
    remove();
  }

  private void remove() throws IOException {
    delete(staging);
    if (created) {
      try (Stream<Path> left = Files.list(out)) {
        if (left.findAny().isEmpty()) {
          Files.delete(out);
        }
      }
    }
  }
}
