package io.github.fleetdns.terraform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Node.js that CDKTF runs in. */
final class NodeJs {
  /** The oldest Node.js that the jsii runtime still starts on. */
  static final int OLDEST = 18;

  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\d+\\.\\d+\\S*");
  private static final String INSTALL =
      "; install Node.js " + OLDEST + " or later (https://nodejs.org) and put it on the PATH";

  private NodeJs() {}

  /**
   * Makes sure that a new enough Node.js is on the PATH.
   *
   * @throws MissingEnvironmentException if it is not
   */
  static void require() throws MissingEnvironmentException {
    String version = version();
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      throw new MissingEnvironmentException("`node --version` says \"" + version + "\"" + INSTALL);
    }
    if (Integer.parseInt(matcher.group(1)) < OLDEST) {
      throw new MissingEnvironmentException("Node.js " + version + " is too old" + INSTALL);
    }
  }

  private static String version() throws MissingEnvironmentException {
    try {
      Process process = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      process.waitFor();
      return output;
    } catch (IOException e) {
      throw new MissingEnvironmentException("Node.js is missing" + INSTALL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MissingEnvironmentException("interrupted while starting Node.js");
    }
  }
}
