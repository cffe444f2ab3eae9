package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The server as a process that a user starts and ends. */
class ServeIT {
  private static final Pattern SERVING = Pattern.compile("at 127\\.0\\.0\\.1 port (\\d+)");

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void whatEndsItMakesItSayWhatWasAsked(String signal) throws Exception {
    List<String> command = withSignals();
    command.add(Path.of("fleetdns").toAbsolutePath().toString());
    command.addAll(List.of("serve", "fleet.yaml", "--port", "0", "--panel", "0"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try (BufferedReader err = reader(process.getErrorStream());
        BufferedReader out = reader(process.getInputStream())) {
      int port = 0;
      while (port == 0) {
        String line = err.readLine();
        assertThat(line).as("it is serving").isNotNull();
        Matcher serving = SERVING.matcher(line);
        port = serving.find() ? Integer.parseInt(serving.group(1)) : 0;
      }
      ask(port);
      Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
      assertThat(kill.waitFor()).isZero();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(signal.equals("INT") ? 130 : 143);
      assertThat(out.lines().map(line -> line.replaceAll(" +", " ")))
          .containsExactly(
              "NAME TYPE COUNT SHARE ANSWER",
              "us-east-1-ai-server.aiapp.example.com A 1 100.0 % 10.0.0.1");
    } finally {
      process.destroyForcibly();
    }
  }

  /** A build in the background ignores Ctrl-C, and so would all that it starts. */
  private static List<String> withSignals() throws Exception {
    List<String> reset = List.of("env", "--default-signal=INT");
    List<String> probe = new ArrayList<>(reset);
    probe.add("true");
    boolean works = new ProcessBuilder(probe).start().waitFor() == 0;
    return new ArrayList<>(works ? reset : List.of());
  }

  private static BufferedReader reader(java.io.InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static void ask(int port) throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(10_000);
      Name name = Name.fromConstantString("us-east-1-ai-server.aiapp.example.com.");
      byte[] query = Message.newQuery(Record.newRecord(name, Type.A, DClass.IN)).toWire();
      socket.send(new DatagramPacket(query, query.length, InetAddress.getLoopbackAddress(), port));
      socket.receive(new DatagramPacket(new byte[512], 512));
    }
  }
}
