package io.github.fleetdns.cli;

/** What is said when the memory or the stack that there is does not suffice for an input. */
final class Exhausted {
  private static final long MEBIBYTE = 1L << 20;

  private Exhausted() {}

  /**
   * Says it.
   *
   * @return the exit code
   */
  static int say(VirtualMachineError error, Terminal terminal) {
    if (error instanceof StackOverflowError) {
      terminal.say(
          "the input is nested, or leads from one thing to the next, deeper than can be followed"
              + " here; docs/limits.md has the limits, and what is within them is worth a report");
      return ExitCode.INPUT;
    }
    terminal.say(
        "the "
            + Runtime.getRuntime().maxMemory() / MEBIBYTE
            + " MiB of memory that Java may take do not suffice for this input; on a machine that has"
            + " more, run it with JAVA_TOOL_OPTIONS=-Xmx8g in the environment");
    return ExitCode.ENVIRONMENT;
  }
}
