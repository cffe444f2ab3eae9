package io.github.fleetdns.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The {@code fleetdns} program. */
@Command(
    name = "fleetdns",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "AI inference servers in several regions behind one DNS name, on Route 53.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 fine, 1 the input has errors, 2 wrong usage, 3 a limit is exceeded,",
      "4 the environment lacks something.",
      "",
      "Example: fleetdns synth fleet.yaml"
    })
public final class Main implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private Main() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    // The launcher knows which of the standard streams are a terminal; the JDK does not tell.
    boolean interactive = Boolean.getBoolean("fleetdns.terminal");
    int exitCode = run(new Terminal(out, err, interactive, Ansi.AUTO), args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** Runs a command line. */
  static int run(Terminal terminal, String... args) {
    return new CommandLine(new Main())
        .addSubcommand(new SynthCommand(terminal))
        .addSubcommand(new CheckCommand(terminal))
        .addSubcommand(new AnswerCommand(terminal))
        .addSubcommand(new TrafficCommand(terminal))
        .addSubcommand(new DiffCommand(terminal))
        .addSubcommand(new InitCommand(terminal))
        .addSubcommand(new ExplainCommand(terminal))
        .addSubcommand(new IamCommand(terminal))
        .addSubcommand(new ServeCommand(terminal))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
        .setParameterExceptionHandler((e, given) -> wrongUsage(terminal, e))
        .setExecutionExceptionHandler((e, command, parsed) -> defect(terminal, e))
        .execute(args);
  }

  /** Says what is wrong, and where help is, without the whole of it. */
  private static int wrongUsage(Terminal terminal, CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    terminal.say(String.valueOf(e.getMessage()));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, terminal.err())) {
      terminal.err().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.USAGE;
  }

  private static int defect(Terminal terminal, Exception e) {
    terminal.say("this is a defect of fleetdns, please report it with your fleet file:");
    e.printStackTrace(terminal.err());
    return ExitCode.DEFECT;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
