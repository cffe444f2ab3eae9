package io.github.fleetdns.cli;

/** What the program's exit tells a script. */
final class ExitCode {
  /** Everything is fine. */
  static final int OK = 0;

  /** The input has errors. */
  static final int INPUT = 1;

  /** The command line was wrong. */
  static final int USAGE = 2;

  /** A limit that the user set is exceeded. */
  static final int GATE = 3;

  /** The environment lacks something: Node.js, permission, space. */
  static final int ENVIRONMENT = 4;

  /** A defect of fleetdns. */
  static final int DEFECT = 70;

  private ExitCode() {}
}
