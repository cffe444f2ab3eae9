package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import picocli.CommandLine.Help.Ansi;

class ServeCommandTest {
  private static final String FLEET = "examples/data-residency/fleet.yaml";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
        arguments);
  }

  /** A server in a thread of its own; ended as by Ctrl-C when closed. */
  private final class Running implements AutoCloseable {
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final Thread thread;
    private final int port;
    private final int panel;

    Running(String... options) throws Exception {
      String[] arguments = new String[options.length + 6];
      List<String> fixed = List.of("serve", FLEET, "--port", "0", "--panel", "0");
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = i < 6 ? fixed.get(i) : options[i - 6];
      }
      thread = new Thread(() -> exit.complete(run(arguments)));
      thread.start();
      port = number("at 127\\.0\\.0\\.1 port (\\d+)");
      panel = number("http://127\\.0\\.0\\.1:(\\d+)/");
    }

    private int number(String pattern) throws Exception {
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (System.nanoTime() < deadline && !exit.isDone()) {
        Matcher found = Pattern.compile(pattern).matcher(err.toString());
        if (found.find()) {
          return Integer.parseInt(found.group(1));
        }
        Thread.sleep(20);
      }
      throw new AssertionError("not serving: " + err);
    }

    List<String> ask(String name) throws Exception {
      SimpleResolver resolver = new SimpleResolver(InetAddress.getLoopbackAddress());
      resolver.setPort(port);
      Message query = Message.newQuery(Record.newRecord(Name.fromString(name), Type.A, DClass.IN));
      return resolver.send(query).getSection(Section.ANSWER).stream()
          .map(Record::rdataToString)
          .toList();
    }

    int post(String path) throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + panel + path))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }

    int end()
        throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
      thread.interrupt();
      return exit.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }

  @Test
  void aServerThatDoesNotAnswerAnyMoreEndsWithFour() throws Exception {
    try (Running running = new Running()) {
      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().equals("dns-udp-0"))
          .forEach(Thread::interrupt);
      assertThat(running.exit.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(err.toString()).contains("the server has stopped answering: dns-udp-0 ended");
    }
  }

  @Test
  void itAnswersUntilItIsStoppedAndSaysWhatWasAsked() throws Exception {
    try (Running serve = new Running()) {
      assertThat(serve.ask("us-west-1-ai-server.aiapp.example.com.")).containsExactly("52.94.1.2");
      assertThat(serve.ask("nope.aiapp.example.com.")).isEmpty();
      assertThat(serve.end()).isZero();
    }
    assertThat(err.toString()).contains("fleetdns: serving aiapp.example.com at 127.0.0.1 port ");
    assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "NAME TYPE COUNT SHARE ANSWER",
            "nope.aiapp.example.com A 1 100.0 % NXDOMAIN",
            "us-west-1-ai-server.aiapp.example.com A 1 100.0 % 52.94.1.2");
  }

  @Test
  void aRegionGoesDownAndUp() throws Exception {
    Path clients = folder.resolve("clients.csv");
    Files.writeString(clients, "127.0.0.0/8,US-CA\n");
    try (Running serve =
        new Running("--clients", clients.toString(), "--down", "region:us-west-1")) {
      assertThat(serve.ask("api.aiapp.example.com.")).containsExactly("52.94.1.1");
      assertThat(serve.post("/up/region:us-west-1")).isEqualTo(200);
      assertThat(serve.ask("api.aiapp.example.com.")).containsExactly("52.94.1.2");
      assertThat(serve.post("/down/us-west-1")).isEqualTo(200);
      assertThat(serve.ask("api.aiapp.example.com.")).containsExactly("52.94.1.1");
      assertThat(serve.post("/down/atlantis")).isEqualTo(404);
      assertThat(serve.end()).isZero();
    }
  }

  @Test
  void wrongUsageSaysWhatIsRight() {
    assertThat(run("serve", FLEET, "--port", "70000")).isEqualTo(ExitCode.USAGE);
    assertThat(run("serve", FLEET, "--bind", "localhost")).isEqualTo(ExitCode.USAGE);
    assertThat(run("serve", FLEET, "--threads", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(run("serve", FLEET, "--down", "atlantis")).isEqualTo(ExitCode.USAGE);
    assertThat(run("serve", FLEET, "--target", "lb.example=192.0.2.1")).isEqualTo(ExitCode.USAGE);
    assertThat(
            run(
                "serve",
                "examples/target-load-balancer/fleet.yaml",
                "--target",
                "lb.example=192.0.2.1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("--port: a port is 0–65535, not 70000")
        .contains("--bind: an IP address, such as 127.0.0.1 or ::1, not localhost")
        .contains("--threads: 1–64, not 0")
        .contains("atlantis")
        .contains("--target: no alias of the zone points at lb.example; there are none")
        .contains("--target: no alias of the zone points at lb.example; known: ");
  }

  @Test
  void everyProblemOfAClientFileIsSaid() throws Exception {
    Path clients = folder.resolve("clients.csv");
    Files.writeString(clients, "x,DE\n10.0.0.0/8,Atlantis\n");
    assertThat(run("serve", FLEET, "--clients", clients.toString())).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains("clients.csv:1:1: error: ")
        .contains("clients.csv:2:12: error: ");
  }

  @Test
  void aMissingFleetIsAnInputError() {
    assertThat(run("serve", folder.resolve("none.yaml").toString())).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void aPortThatIsTakenIsSaidWithAWayOut() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(run("serve", FLEET, "--port", port)).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(run("serve", FLEET, "--port", "0", "--panel", port))
          .isEqualTo(ExitCode.ENVIRONMENT);
    }
    assertThat(err.toString().lines().filter(line -> line.contains("another program listens at ")))
        .hasSize(2)
        .anyMatch(line -> line.contains("--port 0 takes a free port"))
        .anyMatch(line -> line.contains("--panel 0 takes a free port"));
  }
}
