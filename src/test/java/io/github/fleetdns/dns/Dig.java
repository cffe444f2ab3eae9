package io.github.fleetdns.dns;

import java.io.File;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** BIND's client, for tests that skip without it. */
final class Dig {
  private final InetSocketAddress server;

  Dig(InetSocketAddress server) {
    this.server = server;
  }

  /** Whether it is on the PATH; Debian's package is bind9-dnsutils. */
  static boolean isMissing() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .noneMatch(folder -> Files.isExecutable(Path.of(folder, "dig")));
  }

  /** What it prints. */
  String run(String... arguments) throws Exception {
    Path out = Files.createTempFile("dig", ".out");
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  "dig",
                  "-r", // without the user's ~/.digrc
                  "@" + server.getAddress().getHostAddress(),
                  "-p",
                  Integer.toString(server.getPort())));
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end");
      }
      return Files.readString(out, StandardCharsets.UTF_8);
    } finally {
      Files.delete(out);
    }
  }

  /** The values alone, a line each. */
  List<String> values(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("+short");
    return run(all.toArray(String[]::new)).lines().toList();
  }
}
