package io.github.fleetdns.cli;

import io.github.fleetdns.text.ShellCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleetdns init}: a commented fleet file to start from, with its schema for editors. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Writes a commented fleet file to start from, and its schema for editors.",
      "In a folder where nothing else is also a cdktf.json, so that cdktf deploy works there."
    },
    footer = {"", "Example: fleetdns init && fleetdns check"})
final class InitCommand implements Callable<Integer> {
  private static final String SCHEMA = "fleet.schema.json";
  private static final Set<String> OURS = Set.of("fleet.yaml", SCHEMA, CdktfProject.FILE);

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "fleet.yaml",
      description = "The file to write, or a folder for it (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("fleet.yaml");

  @Option(names = "--minimal", description = "The smallest file that works, without comments.")
  private boolean minimal;

  @Option(names = "--force", description = "Replace the file if it exists.")
  private boolean force;

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    // A fleet file ends in .yaml; what has no ending is a folder, there or not.
    boolean folderNamed = !String.valueOf(file.getFileName()).contains(".");
    if (Files.isDirectory(file) || (folderNamed && !Files.exists(file))) {
      file = file.resolve("fleet.yaml");
    }
    if (Files.exists(file) && !force) {
      terminal.say(file + " exists; --force replaces it");
      return ExitCode.INPUT;
    }
    Path schema = file.resolveSibling(SCHEMA);
    Path project = file.resolveSibling(CdktfProject.FILE);
    List<String> others = new ArrayList<>();
    try {
      Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("")).toAbsolutePath();
      boolean own = isOwn(folder);
      Files.createDirectories(folder);
      if (writeIfOther(schema, resource("/" + SCHEMA))) {
        others.add(schema + " for editors");
      }
      WrittenFile.write(file, resource(minimal ? "/minimal.yaml" : "/starter.yaml"));
      if (own) {
        ShellCommand app = ShellCommand.of(program(), "synth");
        boolean byDefault = DefaultFile.PATH.equals(file.getFileName());
        String text =
            CdktfProject.text(
                (byDefault ? app : app.with(String.valueOf(file.getFileName()))).line());
        if (writeIfOther(project, text.getBytes(StandardCharsets.UTF_8))) {
          others.add(project + " for CDK for Terraform");
        }
      }
    } catch (IOException e) {
      terminal.say("cannot write " + file + ": " + WrittenFile.reason(e));
      return ExitCode.ENVIRONMENT;
    }
    terminal.print(
        "Wrote " + file + (others.isEmpty() ? "" : ", and " + String.join(", and ", others)) + ".");
    terminal.print(
        "Next: change the names and addresses, then "
            + ShellCommand.of("fleetdns", "check", file.toString()).line());
    return ExitCode.OK;
  }

  /** Whether nothing else is in a folder, or can be. */
  private static boolean isOwn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.noneMatch(path -> !isOfGit(path) && !isOurs(path));
    }
  }

  private static boolean isOfGit(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".git");
  }

  private static boolean isOurs(Path path) {
    return OURS.contains(String.valueOf(path.getFileName()));
  }

  /** How this program is called: by its name, if that is what a shell finds. */
  private static String program() {
    String started = System.getProperty("fleetdns.program", "");
    Optional<Path> found = Installed.here().find("fleetdns");
    return found.isPresent() || started.isEmpty() ? "fleetdns" : started;
  }

  /** What is there already keeps its time: somebody may build anew for a newer one. */
  private static boolean writeIfOther(Path target, byte[] content) throws IOException {
    if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), content)) {
      return false;
    }
    WrittenFile.write(target, content);
    return true;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return in.readAllBytes();
    }
  }
}
