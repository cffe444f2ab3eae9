package io.github.fleetdns.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine.Help.Ansi;

/** The program as tests run it, in their own process; what it prints, run by run. */
final class Launched {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** A terminal whose output nobody reads. */
  static Terminal nowhere() {
    return new Launched().terminal();
  }

  /** Runs a command line, and forgets what the run before it printed. */
  int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal = terminal();
    int exitCode = onItsStack(terminal, args);
    terminal.flush();
    return exitCode;
  }

  /** What is said when a run ends so. */
  int exhausted(VirtualMachineError error) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal = terminal();
    int exitCode = Exhausted.say(error, terminal);
    terminal.flush();
    return exitCode;
  }

  /** As deep as the program itself may go, whatever thread the test is in. */
  private static int onItsStack(Terminal terminal, String... args) {
    FutureTask<Integer> run = new FutureTask<>(() -> Main.run(terminal, args));
    new Thread(null, run, "fleetdns", Main.STACK).start();
    try {
      return run.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private Terminal terminal() {
    return new Terminal(new PrintWriter(out), new PrintWriter(err), false, Ansi.OFF);
  }

  /** What the last run printed. */
  String out() {
    return out.toString();
  }

  /** What the last run said. */
  String err() {
    return err.toString();
  }
}
