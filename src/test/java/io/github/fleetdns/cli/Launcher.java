package io.github.fleetdns.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The launcher as a process, in a folder and an environment of the test's choice. */
final class Launcher {
  /** What the launcher itself starts; no Maven, no Node.js. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "dirname",
          "find",
          "grep",
          "head",
          "mkdir",
          "readlink",
          "sleep",
          "tail",
          "touch");

  private final Path directory;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Path program = Path.of("fleetdns").toAbsolutePath();

  /** Starts it in this folder. */
  Launcher(Path directory) {
    this.directory = directory;
  }

  /** How a run ended. */
  record Run(int exit, String out, String err) {}

  Launcher with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** With nothing on the PATH but a few basic tools and these stubs, scripts by name. */
  Launcher withOnly(Path folder, Map<String, String> stubs) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> scripts = new LinkedHashMap<>(stubs);
    TOOLS.forEach(tool -> scripts.put(tool, "exec " + which(tool) + " \"$@\""));
    for (Map.Entry<String, String> stub : scripts.entrySet()) {
      Path file = folder.resolve(stub.getKey());
      Files.writeString(file, "#!/bin/bash\n" + stub.getValue() + "\n");
      if (!file.toFile().setExecutable(true)) {
        throw new IOException("cannot make " + file + " executable");
      }
    }
    return with("PATH", folder.toString());
  }

  /** With a copy of the built project, whose files a test may change. */
  Launcher inCopy(Path home) throws IOException {
    for (String file :
        List.of(
            "fleetdns",
            "pom.xml",
            "fleet.schema.json",
            "src/main/resources/starter.yaml",
            "target/fleetdns.jar",
            "target/classpath",
            "target/bindings.jar",
            "target/classes.jsa")) {
      if (!Files.exists(Path.of(file))) {
        continue; // what the launcher made before, if it did
      }
      Path target = home.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(Path.of(file), target, StandardCopyOption.COPY_ATTRIBUTES);
    }
    Instant built = Instant.now().minusSeconds(60);
    try (Stream<Path> walk = Files.walk(home)) {
      for (Path path : walk.toList()) {
        Files.setLastModifiedTime(path, FileTime.from(built));
      }
    }
    program = home.resolve("fleetdns");
    return this;
  }

  static Path which(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(tool + " is not on the PATH"));
  }

  Run run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs another command line, such as one that brings a terminal. */
  Run run(List<String> command) throws Exception {
    Path out = Files.createTempFile("launcher", ".out");
    Path err = Files.createTempFile("launcher", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      Map<String, String> variables = builder.environment();
      variables.keySet().removeIf(name -> name.startsWith("CDKTF_") || name.startsWith("JSII_"));
      variables.remove("NO_COLOR");
      variables.put("JAVA_HOME", System.getProperty("java.home"));
      variables.putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end within two minutes");
      }
      return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  Path program() {
    return program;
  }
}
