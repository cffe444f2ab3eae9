package io.github.fleetdns.jsii;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Node.js that CDKTF runs in: the one on the PATH or, as everywhere with jsii, what {@code
 * JSII_NODE} says, a command of the shell.
 */
final class NodeJs {
  /** The oldest Node.js that the jsii runtime still starts on. */
  static final int OLDEST = 18;

  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\d+\\.\\d+\\S*");
  private static final String INSTALL =
      "; install Node.js " + OLDEST + " or later (https://nodejs.org) and put it on the PATH";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private NodeJs() {}

  /** The command that starts it. */
  static String command() {
    return Optional.ofNullable(System.getenv("JSII_NODE")).orElse("node");
  }

  /**
   * Makes sure that there is one, unless it is a command of the user's.
   *
   * @throws MissingEnvironmentException if there is none on the PATH
   */
  static void require() throws MissingEnvironmentException {
    String path = System.getenv("PATH");
    boolean found =
        path == null
            || !command().equals("node")
            || Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    if (!found) {
      throw missing();
    }
  }

  private static MissingEnvironmentException missing() {
    return new MissingEnvironmentException("Node.js is missing" + INSTALL);
  }

  /**
   * Asks it for its version; the answer comes later.
   *
   * @throws MissingEnvironmentException if there is none
   */
  static Version ask() throws MissingEnvironmentException {
    try {
      List<String> command =
          command().equals("node")
              ? List.of("node", "--version")
              : List.of("/bin/sh", "-c", command() + " --version");
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      return new Version(process);
    } catch (IOException e) {
      throw missing();
    }
  }

  /** Its version. */
  static final class Version {
    private final Process process;

    private Version(Process process) {
      this.process = process;
    }

    /**
     * Makes sure that it is new enough.
     *
     * @throws MissingEnvironmentException if it is not
     */
    void require() throws MissingEnvironmentException {
      String version = read();
      Matcher matcher = VERSION.matcher(version);
      if (!matcher.matches()) {
        throw new MissingEnvironmentException(
            "`" + command() + " --version` says \"" + version + "\"" + INSTALL);
      }
      if (Integer.parseInt(matcher.group(1)) < OLDEST) {
        throw new MissingEnvironmentException("Node.js " + version + " is too old" + INSTALL);
      }
    }

    private String read() throws MissingEnvironmentException {
      try (InputStream out = process.getInputStream()) {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new MissingEnvironmentException(
              "`"
                  + command()
                  + " --version` says nothing for "
                  + PATIENCE.toSeconds()
                  + " s"
                  + INSTALL);
        }
        return new String(out.readAllBytes(), StandardCharsets.UTF_8).trim();
      } catch (IOException e) {
        throw new MissingEnvironmentException(
            "`" + command() + " --version` cannot be read" + INSTALL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MissingEnvironmentException("interrupted while Node.js says its version");
      }
    }
  }
}
