package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/**
 * 100,000 random and mutated packets: no crash, no hang, no answer that is too large, nothing left
 * behind, and every good query in between is answered.
 */
class PacketFuzzTest {
  private static final int PACKETS = 100_000;
  private static final int BETWEEN = 25;
  private static final List<byte[]> SEEDS =
      List.of(
          Handlers.query("www.example.com.", Type.A).toWire(),
          Handlers.query("api.example.com.", Type.A, 4096).toWire(),
          Handlers.query("huge.example.com.", Type.TXT, 65535).toWire(),
          Handlers.query("mail.example.com.", Type.MX, 1232, new CookieOption(new byte[8]))
              .toWire(),
          Handlers.from("203.0.113.0/24", "geo.example.com.").toWire(),
          Handlers.from("2001:db8::/56", "net.example.com.").toWire(),
          Handlers.query(
                  "pool.example.com.",
                  Type.ANY,
                  512,
                  new ClientSubnetOption(32, Handlers.address("192.0.2.1")),
                  new CookieOption(new byte[8], new byte[8]))
              .toWire(),
          Handlers.query("x.sub.example.com.", Type.A, 700).toWire());

  private final Random random = new Random(42);

  @Test
  void packetsOverUdp() throws Exception {
    try (DnsServer server = start(ServerOptions.onLoopback().withThreads(1))) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.connect(server.address());
        socket.setReceiveBufferSize(1 << 20);
        warmUp(socket);
        Footprint before = Footprint.now();
        int answered = 0;
        for (int sent = 0; sent < PACKETS; sent++) {
          byte[] packet = packet();
          socket.send(new DatagramPacket(packet, packet.length));
          if (sent % BETWEEN == 0) {
            answered += isAnswered(socket, sent % 60_000 + 1) ? 1 : 0;
          }
        }
        assertThat(answered).isEqualTo(PACKETS / BETWEEN);
        Footprint.now().assertNoLargerThan(before);
      }
      assertThat(server.counts()).filteredOn(count -> count.name().startsWith("(failed")).isEmpty();
      assertThat(server.counts().size()).isLessThanOrEqualTo(10_100);
    }
  }

  @Test
  void messagesOverTcp() throws Exception {
    try (DnsServer server = start(ServerOptions.onLoopback())) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.connect(server.address());
        warmUp(socket);
      }
      assertThat(isAnsweredOverTcp(server)).isTrue();
      Footprint before = Footprint.now();
      for (int connection = 0; connection < 500; connection++) {
        try (Socket socket =
            new Socket(server.address().getAddress(), server.address().getPort())) {
          DataOutputStream out = new DataOutputStream(socket.getOutputStream());
          for (int i = 0; i < 20; i++) {
            byte[] packet = packet();
            out.writeShort(random.nextInt(4) == 0 ? random.nextInt(65536) : packet.length);
            out.write(packet);
          }
        } catch (IOException e) {
          // The server may end a connection that makes no sense.
        }
        if (connection % 20 == 0) {
          assertThat(isAnsweredOverTcp(server)).isTrue();
        }
      }
      assertThat(isAnsweredOverTcp(server)).isTrue();
      Footprint.now().assertNoLargerThan(before);
      assertThat(server.counts()).filteredOn(count -> count.name().startsWith("(failed")).isEmpty();
    }
  }

  private static DnsServer start(ServerOptions options) throws IOException {
    ClientPlaces clients = ClientFile.parse("clients.csv", "203.0.113.0/24,DE\n").places();
    return DnsServer.start(List.of(WireZone.zone()), options.withClients(clients));
  }

  // ---- packets ----

  private byte[] packet() {
    if (random.nextInt(4) == 0) {
      byte[] noise = new byte[random.nextInt(random.nextInt(8) == 0 ? 4000 : 120)];
      random.nextBytes(noise);
      if (noise.length > 5 && random.nextBoolean()) {
        // A header that is taken for a query's, so that more of the packet is looked at.
        noise[2] &= 0x01;
        noise[4] = 0;
        noise[5] = 1;
      }
      return noise;
    }
    byte[] packet = SEEDS.get(random.nextInt(SEEDS.size())).clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(packet.length);
      switch (random.nextInt(6)) {
        case 0 -> packet[at] = (byte) random.nextInt(256);
        case 1 -> packet[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> packet[at] = (byte) 0xc0;
        case 3 -> packet = Arrays.copyOf(packet, at + 1);
        case 4 -> packet = Arrays.copyOf(packet, packet.length + random.nextInt(40));
        default -> {
          byte[] doubled = Arrays.copyOf(packet, packet.length + packet.length - at);
          System.arraycopy(packet, at, doubled, packet.length, packet.length - at);
          packet = doubled;
        }
      }
    }
    return packet;
  }

  // ---- good queries ----

  private void warmUp(DatagramSocket socket) throws IOException {
    for (int i = 0; i < 5000; i++) {
      byte[] packet = packet();
      socket.send(new DatagramPacket(packet, packet.length));
      if (i % BETWEEN == 0) {
        isAnswered(socket, i + 1);
      }
    }
  }

  private boolean isAnswered(DatagramSocket socket, int id) throws IOException {
    Message query = Handlers.query("AnSwEr" + id + ".wild.example.com.", Type.A);
    query.getHeader().setID(id);
    byte[] packet = query.toWire();
    socket.send(new DatagramPacket(packet, packet.length));
    socket.setSoTimeout(10_000);
    DatagramPacket received = new DatagramPacket(new byte[65535], 65535);
    while (true) {
      try {
        socket.receive(received);
      } catch (SocketTimeoutException e) {
        return false;
      }
      byte[] answer = Arrays.copyOf(received.getData(), received.getLength());
      assertThat(answer.length).isBetween(Limits.HEADER, Limits.UDP_WITH_EDNS);
      assertThat(answer[2] & 0x80).as("it is a response").isEqualTo(0x80);
      assertReadable(answer);
      if (isAnswerTo(query, answer)) {
        return true;
      }
    }
  }

  private static void assertReadable(byte[] answer) {
    try {
      Message message = new Message(answer);
      assertThat(message.numBytes()).isEqualTo(answer.length);
    } catch (IOException | RuntimeException e) {
      throw new AssertionError("unreadable: " + HexFormat.of().formatHex(answer), e);
    }
  }

  private static boolean isAnswerTo(Message query, byte[] answer) throws IOException {
    Message message = new Message(answer);
    return message.getHeader().getID() == query.getHeader().getID()
        && message.getRcode() == Rcode.NOERROR
        && message.getQuestion() != null
        && message.getQuestion().equals(query.getQuestion())
        && Handlers.answer(message).endsWith("A 192.0.2.99");
  }

  private boolean isAnsweredOverTcp(DnsServer server) throws IOException {
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      byte[] packet = Handlers.query("www.example.com.", Type.A).toWire();
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeShort(packet.length);
      out.write(packet);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] answer = new byte[in.readUnsignedShort()];
      in.readFully(answer);
      return new Message(answer).getRcode() == Rcode.NOERROR;
    }
  }

  // ---- what is left behind ----

  private record Footprint(int threads, int files, long bytes) {
    static Footprint now() throws Exception {
      // Connections that were just ended are forgotten at the server's next turn.
      Thread.sleep(500);
      System.gc();
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      String[] open = new File("/proc/self/fd").list();
      return new Footprint(
          (int)
              Thread.getAllStackTraces().keySet().stream()
                  .filter(t -> t.getName().startsWith("dns-"))
                  .count(),
          open == null ? 0 : open.length,
          runtime.totalMemory() - runtime.freeMemory());
    }

    void assertNoLargerThan(Footprint before) {
      assertThat(threads).isEqualTo(before.threads);
      assertThat(files).isLessThanOrEqualTo(before.files + 2);
      // What is remembered is bounded: counts, and responses to questions that were made up.
      assertThat(bytes - before.bytes).isLessThan(100L << 20);
    }
  }
}
