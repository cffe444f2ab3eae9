package io.github.fleetdns.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The release that the profile of that name built, for tests that run what is handed out. */
public final class Release {
  /** The system property that names its archive. */
  static final String PROPERTY = "fleetdns.release";

  private Release() {}

  /** Unpacks it into a new folder; empty if this build makes none. */
  public static Optional<Path> unpackedIn(Path folder) throws IOException, InterruptedException {
    String archive = System.getProperty(PROPERTY, "");
    if (archive.isEmpty()) {
      return Optional.empty();
    }
    Files.createDirectories(folder);
    run(List.of("tar", "xzf", archive, "-C", folder.toString()));
    try (Stream<Path> top = Files.list(folder)) {
      return Optional.of(top.toList().get(0));
    }
  }

  /** What starts an unpacked one. */
  public static Path launcher(Path release) {
    return release.resolve("bin/fleetdns");
  }

  static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(command + " did not work");
    }
  }
}
