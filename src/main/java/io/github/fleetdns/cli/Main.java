package io.github.fleetdns.cli;

import io.github.fleetdns.table.TextTable;
import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
  /** The commands that speak of the others. */
  private static final Set<String> ABOUT_ALL = Set.of("help", "completion");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  static final long STACK = 64L << 20;

  private Main() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    Standard standard = Standard.of(FileDescriptor.out);
    PrintWriter out = new PrintWriter(standard, true, StandardCharsets.UTF_8);
    PrintWriter err =
        new PrintWriter(Standard.of(FileDescriptor.err), true, StandardCharsets.UTF_8);
    // The launcher knows which of the standard streams are a terminal; the JDK does not tell.
    boolean interactive = Boolean.getBoolean("fleetdns.terminal");
    int columns = Integer.getInteger("fleetdns.columns", TextTable.ALL_COLUMNS);
    boolean watched = Boolean.getBoolean("fleetdns.watched");
    Terminal terminal = new Terminal(out, err, interactive, Ansi.AUTO, columns, watched);
    // What inputs are nested in is followed with the stack, of which the first thread has little.
    Thread thread =
        new Thread(null, () -> exit(terminal, standard, run(terminal, args)), "fleetdns", STACK);
    thread.start();
  }

  private static void exit(Terminal terminal, Standard standard, int exitCode) {
    terminal.flush();
    Optional<String> trouble = standard.trouble();
    trouble.ifPresent(
        reason ->
            terminal.say(
                "standard output could not be written to, and is not complete: " + reason));
    System.exit(trouble.isPresent() ? ExitCode.ENVIRONMENT : exitCode);
  }

  /** The commands by their names, in the order of the help. */
  private static Map<String, Supplier<Object>> commands(Terminal terminal) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("synth", () -> new SynthCommand(terminal));
    commands.put("check", () -> new CheckCommand(terminal));
    commands.put("answer", () -> new AnswerCommand(terminal));
    commands.put("traffic", () -> new TrafficCommand(terminal));
    commands.put("diff", () -> new DiffCommand(terminal));
    commands.put("report", () -> new ReportCommand(terminal));
    commands.put("init", () -> new InitCommand(terminal));
    commands.put("explain", () -> new ExplainCommand(terminal));
    commands.put("import", () -> new ImportCommand(terminal));
    commands.put("resolve", () -> new ResolveCommand(terminal));
    commands.put("iam", () -> new IamCommand(terminal));
    commands.put("serve", () -> new ServeCommand(terminal));
    commands.put("completion", () -> new CompletionCommand(terminal));
    commands.put("help", HelpCommand::new);
    commands.put("version", VersionCommand::new);
    return commands;
  }

  /** All commands with their options, as picocli's model. */
  static CommandLine commandLine(Terminal terminal) {
    return commandLine(commands(terminal));
  }

  private static CommandLine commandLine(Map<String, Supplier<Object>> commands) {
    CommandLine line = new CommandLine(new Main());
    commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return line;
  }

  /** Runs a command line. */
  static int run(Terminal terminal, String... args) {
    Map<String, Supplier<Object>> commands = commands(terminal);
    // Looking into all the commands takes longer than what many of them do.
    if (args.length > 0 && commands.containsKey(args[0]) && !ABOUT_ALL.contains(args[0])) {
      commands.keySet().retainAll(Set.of(args[0]));
    }
    try {
      return execute(commandLine(commands), terminal, args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return Exhausted.say(e, terminal);
    } catch (LinkageError e) {
      // CDKTF's classes start Node.js in their initializers, which Ctrl-C ends first.
      Ending.await();
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      terminal.say(
          "CDKTF could not be started, as Node.js, in which it runs, ended or has another version"
              + " of it: "
              + cause.getMessage());
      return ExitCode.ENVIRONMENT;
    }
  }

  private static int execute(CommandLine line, Terminal terminal, String... args) {
    return line.setOut(terminal.helpOut())
        .setErr(terminal.helpErr())
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
        .setParameterExceptionHandler(new WrongUsage(terminal))
        .setExecutionStrategy(new ReadingOnce())
        .setExecutionExceptionHandler(new Defect(terminal))
        .execute(args);
  }

  /**
   * Says what is wrong, and where help is, without the whole of it.
   *
   * <p>A class rather than a lambda, as is {@link Defect}: the JVM's class archive does not take
   * picocli's interfaces when a lambda has them, and a single class missing there opens every jar.
   */
  private record WrongUsage(Terminal terminal) implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] args) {
      CommandLine command = e.getCommandLine();
      List<String> sentences =
          e instanceof SeveralWrongException several
              ? several.sentences()
              : List.of(String.valueOf(e.getMessage()));
      terminal.say(sentences);
      if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, terminal.helpErr())) {
        terminal.explain("Try: " + command.getCommandSpec().qualifiedName() + " --help");
      }
      return ExitCode.USAGE;
    }
  }

  /** What nobody thought of. */
  private record Defect(Terminal terminal) implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception e, CommandLine command, CommandLine.ParseResult parsed) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof VirtualMachineError error) {
          return Exhausted.say(error, terminal);
        }
      }
      Ending.await();
      terminal.say("this is a defect of fleetdns, please report it with your fleet file:");
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(terminal::explain);
      return ExitCode.DEFECT;
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
