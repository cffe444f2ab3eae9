package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fleetdns.answer.Outages;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DnsServerTest {
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private static DnsServer start(ServerOptions options) throws IOException {
    return DnsServer.start(List.of(WireZone.zone()), options);
  }

  private static DnsServer start() throws IOException {
    return start(ServerOptions.onLoopback().withTcp(4, PATIENCE));
  }

  private static Message udp(DnsServer server, Message query) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(5000);
      byte[] packet = query.toWire();
      socket.send(new DatagramPacket(packet, packet.length, server.address()));
      DatagramPacket answer = new DatagramPacket(new byte[65535], 65535);
      socket.receive(answer);
      return new Message(java.util.Arrays.copyOf(answer.getData(), answer.getLength()));
    }
  }

  private static Socket connect(DnsServer server) throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, byte[] packet) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    byte[] whole = new byte[2 + packet.length];
    whole[0] = (byte) (packet.length >> 8);
    whole[1] = (byte) packet.length;
    System.arraycopy(packet, 0, whole, 2, packet.length);
    out.write(whole);
    out.flush();
  }

  private static Message receive(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] packet = new byte[in.readUnsignedShort()];
    in.readFully(packet);
    return new Message(packet);
  }

  private static Message numbered(String name, int type, int id) {
    Message query = Handlers.query(name, type);
    query.getHeader().setID(id);
    return query;
  }

  @Test
  void itAnswersOverUdpAndTcp() throws Exception {
    try (DnsServer server = start();
        Socket socket = connect(server)) {
      Message query = Handlers.query("www.example.com.", Type.A);
      assertThat(Handlers.answer(udp(server, query))).endsWith("A 192.0.2.1");
      send(socket, query.toWire());
      assertThat(Handlers.answer(receive(socket))).endsWith("A 192.0.2.1");
    }
  }

  @Test
  void severalThreadsShareThePort() throws Exception {
    try (DnsServer server = start(ServerOptions.onLoopback().withThreads(3))) {
      for (int i = 0; i < 50; i++) {
        assertThat(udp(server, Handlers.query("www.example.com.", Type.A)).getRcode()).isZero();
      }
      assertThat(server.counts()).extracting(QueryCount::count).containsExactly(50L);
    }
  }

  @Test
  void aConnectionHasManyQueriesAndTheirAnswersComeInOrder() throws Exception {
    try (DnsServer server = start();
        Socket socket = connect(server)) {
      for (int id = 0; id < 200; id++) {
        send(socket, numbered("huge.example.com.", Type.TXT, id).toWire());
      }
      for (int id = 0; id < 200; id++) {
        Message answer = receive(socket);
        assertThat(answer.getHeader().getID()).isEqualTo(id);
        assertThat(answer.getSection(Section.ANSWER)).hasSize(40);
      }
    }
  }

  @Test
  void aQueryMayComeInPieces() throws Exception {
    try (DnsServer server = start();
        Socket socket = connect(server)) {
      byte[] packet = Handlers.query("www.example.com.", Type.A).toWire();
      byte[] whole = new byte[packet.length + 2];
      whole[1] = (byte) packet.length;
      System.arraycopy(packet, 0, whole, 2, packet.length);
      for (byte piece : whole) {
        socket.getOutputStream().write(piece);
        socket.getOutputStream().flush();
      }
      assertThat(receive(socket).getRcode()).isZero();
    }
  }

  @Test
  void theLastAnswersGoToAClientThatSendsNoMore() throws Exception {
    try (DnsServer server = start();
        Socket socket = connect(server)) {
      send(socket, Handlers.query("www.example.com.", Type.A).toWire());
      socket.shutdownOutput();
      assertThat(receive(socket).getRcode()).isZero();
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aSilentClientIsLetGo() throws Exception {
    try (DnsServer server = start();
        Socket silent = connect(server)) {
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
    }
  }

  /** A byte now and then does not buy time. */
  @Test
  void aSlowClientIsLetGo() throws Exception {
    try (DnsServer server = start();
        Socket dripping = connect(server)) {
      dripping.setSoTimeout(1);
      long start = System.nanoTime();
      boolean connected = true;
      while (connected) {
        try {
          // The length of a message that never comes.
          dripping.getOutputStream().write(1);
          connected = dripping.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
          assertThat(Duration.ofNanos(System.nanoTime() - start))
              .isLessThan(PATIENCE.multipliedBy(20));
          Thread.sleep(PATIENCE.toMillis() / 16);
        } catch (IOException e) {
          connected = false;
        }
      }
    }
  }

  @Test
  void aClientThatDoesNotReadIsLetGoAndHindersNobody() throws Exception {
    try (DnsServer server = start();
        Socket greedy = connect(server);
        Socket other = connect(server)) {
      greedy.setSoTimeout(0);
      Thread asking =
          new Thread(
              () -> {
                try {
                  while (true) {
                    send(greedy, Handlers.query("huge.example.com.", Type.TXT).toWire());
                  }
                } catch (IOException e) {
                  // Let go.
                }
              });
      asking.start();
      for (int i = 0; i < 5; i++) {
        send(other, Handlers.query("www.example.com.", Type.A).toWire());
        assertThat(receive(other).getRcode()).isZero();
        Thread.sleep(50);
      }
      asking.join(30_000);
      assertThat(asking.isAlive()).isFalse();
    }
  }

  @Test
  void connectionsBeyondTheBoundAreNotLetInUntilOthersLeave() throws Exception {
    try (DnsServer server = start(ServerOptions.onLoopback().withTcp(4, Duration.ofSeconds(30)))) {
      List<Socket> sockets = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Socket socket = connect(server);
        send(socket, Handlers.query("www.example.com.", Type.A).toWire());
        assertThat(receive(socket).getRcode()).isZero();
        sockets.add(socket);
      }
      try (Socket fifth = connect(server)) {
        assertThatThrownBy(() -> assertThat(fifth.getInputStream().read()).isNotEqualTo(-1))
            .isInstanceOfAny(AssertionError.class, SocketException.class);
      }
      for (Socket socket : sockets) {
        socket.close();
      }
      assertThat(eventuallyAnswers(server)).isTrue();
    }
  }

  private static boolean eventuallyAnswers(DnsServer server) throws Exception {
    for (int i = 0; i < 100; i++) {
      try (Socket socket = connect(server)) {
        send(socket, Handlers.query("www.example.com.", Type.A).toWire());
        receive(socket);
        return true;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    return false;
  }

  @Test
  void theSameSeedDrawsTheSame() throws Exception {
    List<List<String>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      List<String> answers = new ArrayList<>();
      try (DnsServer server = start(ServerOptions.onLoopback().withSeed(7))) {
        for (int i = 0; i < 40; i++) {
          answers.add(Handlers.answer(udp(server, Handlers.query("api.example.com.", Type.A))));
        }
      }
      runs.add(answers);
    }
    assertThat(runs.get(0)).isEqualTo(runs.get(1));
    assertThat(runs.get(0).stream().distinct()).hasSize(2);
  }

  @Test
  void whatIsDownChangesWhileItRuns() throws Exception {
    try (DnsServer server = start()) {
      server.setOutages(Outages.ofChecks("check-one"));
      assertThat(Handlers.answer(udp(server, Handlers.query("api.example.com.", Type.A))))
          .endsWith("192.0.2.22");
      server.setOutages(Outages.ofChecks("check-two"));
      assertThat(Handlers.answer(udp(server, Handlers.query("api.example.com.", Type.A))))
          .endsWith("192.0.2.21");
    }
  }

  @Test
  void aPortIsServedOnce() throws Exception {
    try (DnsServer server = start()) {
      ServerOptions same = ServerOptions.onLoopback().withThreads(2).at(server.address());
      assertThatThrownBy(() -> start(same)).isInstanceOf(java.net.BindException.class);
    }
  }

  @Test
  void closingFreesThePortAndTheThreads() throws Exception {
    InetSocketAddress address;
    try (DnsServer server = start(ServerOptions.onLoopback().withThreads(2))) {
      address = server.address();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("dns-udp") || name.startsWith("dns-tcp"));
    try (DnsServer again = start(ServerOptions.onLoopback().at(address))) {
      assertThat(udp(again, Handlers.query("www.example.com.", Type.A)).getRcode()).isZero();
    }
  }

  @Test
  void optionsHaveBounds() {
    ServerOptions options = ServerOptions.onLoopback();
    assertThatThrownBy(() -> options.withThreads(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options.withTcp(0, PATIENCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(options.random()).isInstanceOf(SplittableRandom.class);
  }
}
