package io.github.fleetdns.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.random.RandomGenerator;

/** Receives, answers and sends, one packet after the other, until its channel is closed. */
final class UdpLoop implements Loops.Loop {
  /** More than any query has; what is cut off was none. */
  private static final int LARGEST_QUERY = 4096;

  private final DatagramChannel channel;
  private final ServerState state;
  private final QueryHandler handler;
  private final byte[] packet = new byte[LARGEST_QUERY];

  UdpLoop(DatagramChannel channel, ServerState state, RandomGenerator random) {
    this.channel = channel;
    this.state = state;
    this.handler = new QueryHandler(state, random);
  }

  @Override
  public void run() throws IOException {
    ByteBuffer in = ByteBuffer.allocateDirect(LARGEST_QUERY);
    ByteBuffer reply = ByteBuffer.allocateDirect(Limits.UDP_WITH_EDNS);
    while (channel.isOpen()) {
      in.clear();
      SocketAddress from = channel.receive(in);
      in.flip();
      if (from instanceof InetSocketAddress source && write(in, reply, source)) {
        send(reply, source);
      }
    }
  }

  private void send(ByteBuffer reply, InetSocketAddress source) throws IOException {
    try {
      channel.send(reply, source);
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      // This client cannot be reached, or the packet was refused on the way; others wait.
      state.log().counter("(not sent)", "", String.valueOf(e.getMessage())).increment();
    }
  }

  /** Writes the response; whether there is one. */
  private boolean write(ByteBuffer in, ByteBuffer reply, InetSocketAddress source) {
    int length = in.remaining();
    in.get(packet, 0, length);
    reply.clear();
    byte[] answer = handler.answer(packet, length, source.getAddress(), false);
    if (answer == null) {
      return false;
    }
    reply.put(answer).flip();
    return true;
  }
}
