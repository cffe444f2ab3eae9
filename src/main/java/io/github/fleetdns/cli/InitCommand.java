package io.github.fleetdns.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleetdns init}: a commented fleet file to start from, with its schema for editors. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Writes a commented fleet file to start from, and its schema for editors.",
    footer = {"", "Example: fleetdns init && fleetdns check"})
final class InitCommand implements Callable<Integer> {
  private static final String SCHEMA = "fleet.schema.json";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "fleet.yaml",
      description = "The file to write (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("fleet.yaml");

  @Option(names = "--force", description = "Replace the file if it exists.")
  private boolean force;

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (Files.isDirectory(file)) {
      file = file.resolve("fleet.yaml");
    }
    if (Files.exists(file) && !force) {
      terminal.say(file + " exists; --force replaces it");
      return ExitCode.INPUT;
    }
    Path schema = file.resolveSibling(SCHEMA);
    try {
      Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
      Files.createDirectories(folder.toAbsolutePath());
      write(schema, "/" + SCHEMA);
      write(file, "/starter.yaml");
    } catch (IOException e) {
      terminal.say(
          "cannot write " + file + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
      return ExitCode.ENVIRONMENT;
    }
    terminal.out().println("Wrote " + file + ", and " + schema + " for editors.");
    terminal.out().println("Next: change the names and addresses, then fleetdns check " + file);
    return ExitCode.OK;
  }

  private static void write(Path target, String resource) throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the jar");
      }
      WrittenFile.write(target, in.readAllBytes());
    }
  }
}
