package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fleetdns.answer.Outages;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
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
        // The first byte of the next query: it is not idle.
        socket.getOutputStream().write(0);
        sockets.add(socket);
      }
      Thread.sleep(200);
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

  /** RFC 7766 section 6.2.3. */
  @Test
  void whoIsIdleIsLetGoWhenOthersWait() throws Exception {
    try (DnsServer server = start(ServerOptions.onLoopback().withTcp(2, Duration.ofSeconds(30)));
        Socket first = connect(server);
        Socket second = connect(server)) {
      for (Socket socket : List.of(first, second)) {
        send(socket, Handlers.query("www.example.com.", Type.A).toWire());
        assertThat(receive(socket).getRcode()).isZero();
      }
      try (Socket third = connect(server)) {
        send(third, Handlers.query("www.example.com.", Type.A).toWire());
        assertThat(receive(third).getRcode()).isZero();
        assertThat(first.getInputStream().read()).isEqualTo(-1);
        send(second, Handlers.query("www.example.com.", Type.A).toWire());
        assertThat(receive(second).getRcode()).isZero();
      }
    }
  }

  // ---- what goes wrong ----

  /** A client of 203.0.113.0/24 is nowhere to be found: looking for it never ends. */
  private static ClientPlaces.Place endless(InetAddress address, int length) {
    return address.getHostAddress().startsWith("203.0.113.")
        ? endless(address, length)
        : ClientPlaces.UNKNOWN.locate(address, length);
  }

  @Test
  void anErrorIsAnsweredCountedAndSaidOnce() throws Exception {
    List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    ServerOptions options =
        ServerOptions.onLoopback()
            .withClients(DnsServerTest::endless)
            .withComplaints(complaints::add);
    try (DnsServer server = start(options);
        Socket socket = connect(server)) {
      byte[] bad = Handlers.from("203.0.113.0/24", "geo.example.com.").toWire();
      assertThat(udp(server, new Message(bad)).getRcode()).isEqualTo(Rcode.SERVFAIL);
      assertThat(udp(server, new Message(bad)).getOPT()).isNotNull();
      send(socket, bad);
      assertThat(receive(socket).getRcode()).isEqualTo(Rcode.SERVFAIL);
      Message good = Handlers.from("198.51.100.0/24", "geo.example.com.");
      assertThat(udp(server, good).getRcode()).isZero();
      send(socket, good.toWire());
      assertThat(receive(socket).getRcode()).isZero();
      assertThat(complaints)
          .singleElement()
          .asString()
          .startsWith("a query failed with StackOverflowError; its client got SERVFAIL");
      assertThat(server.counts())
          .contains(new QueryCount("(failed: StackOverflowError)", "", "SERVFAIL", 3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dns-udp-0", "dns-tcp"})
  void aThreadThatEndsBeforeTheServerIsClosedIsAFailure(String name) throws Exception {
    try (DnsServer server = start()) {
      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().equals(name))
          .forEach(Thread::interrupt);
      assertThat(server.awaitFailure()).hasMessageContaining(name + " ended");
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
