package io.github.fleetdns.terraform;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Node.js that CDKTF runs in. */
final class NodeJs {
  /** The oldest Node.js that the jsii runtime still starts on. */
  static final int OLDEST = 18;

  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\d+\\.\\d+\\S*");
  private static final String INSTALL =
      "; install Node.js " + OLDEST + " or later (https://nodejs.org) and put it on the PATH";

  private NodeJs() {}

  /**
   * Makes sure that there is one: on the PATH, or wherever {@code JSII_NODE} says.
   *
   * @throws MissingEnvironmentException if there is none on the PATH
   */
  static void require() throws MissingEnvironmentException {
    String path = System.getenv("PATH");
    boolean found =
        path == null
            || System.getenv("JSII_NODE") != null
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
   * Asks the node on the PATH for its version; the answer comes later.
   *
   * @throws MissingEnvironmentException if there is none
   */
  static Version ask() throws MissingEnvironmentException {
    try {
      Process process = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      return new Version(process);
    } catch (IOException e) {
      throw missing();
    }
  }

  /** The version of the node on the PATH. */
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
            "`node --version` says \"" + version + "\"" + INSTALL);
      }
      if (Integer.parseInt(matcher.group(1)) < OLDEST) {
        throw new MissingEnvironmentException("Node.js " + version + " is too old" + INSTALL);
      }
    }

    private String read() throws MissingEnvironmentException {
      try (InputStream out = process.getInputStream()) {
        return new String(out.readAllBytes(), StandardCharsets.UTF_8).trim();
      } catch (IOException e) {
        throw new MissingEnvironmentException("`node --version` cannot be read" + INSTALL);
      }
    }
  }
}
