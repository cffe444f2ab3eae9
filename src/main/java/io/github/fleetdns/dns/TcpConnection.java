package io.github.fleetdns.dns;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** A client over TCP: messages behind their length in two bytes (RFC 1035 section 4.2.2). */
final class TcpConnection {
  /** Answers that may wait for the client to read; until it does, no more queries are read. */
  private static final int MAX_WAITING = 16;

  private final SocketChannel channel;
  private final InetAddress source;
  private final Duration patience;
  private final ByteBuffer in = ByteBuffer.allocate(2 + Limits.TCP);
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
  private long deadline;
  private boolean ended;

  TcpConnection(SocketChannel channel, long deadline, Duration patience) throws IOException {
    this.channel = channel;
    this.deadline = deadline;
    this.patience = patience;
    this.source = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
  }

  /** Whether it took longer than the patience for a query to come and its answer to go. */
  boolean isLate(long now) {
    return now - deadline > 0;
  }

  /** When the patience ends; sooner for who has been answered sooner. In nanoseconds. */
  long deadline() {
    return deadline;
  }

  /** Whether nothing of a query has come that was not answered, and all answers have gone. */
  boolean isIdle() {
    return in.position() == 0 && waiting.isEmpty();
  }

  /**
   * Reads, answers and writes as far as that goes without waiting.
   *
   * @throws IOException when the connection is over
   */
  void proceed(SelectionKey key, QueryHandler handler) throws IOException {
    if (key.isReadable()) {
      int read = channel.read(in);
      ended |= read < 0;
    }
    // A few at a time: whoever sends many queries at once does not keep others waiting.
    answer(handler);
    write();
    boolean pending = !waiting.isEmpty() || hasQuery();
    if (ended && !pending) {
      throw new EOFException("the client has ended it");
    }
    int read = !ended && waiting.size() < MAX_WAITING ? SelectionKey.OP_READ : 0;
    key.interestOps(read | (pending ? SelectionKey.OP_WRITE : 0));
  }

  /** Whether a query has come that was not answered yet. */
  private boolean hasQuery() {
    return in.position() >= 2 && in.position() >= 2 + (in.getShort(0) & 0xffff);
  }

  /** Answers the complete queries, until too many answers wait. */
  private void answer(QueryHandler handler) {
    in.flip();
    while (waiting.size() < MAX_WAITING && in.remaining() >= 2) {
      int length = in.getShort(in.position()) & 0xffff;
      if (in.remaining() < 2 + length) {
        break;
      }
      byte[] packet = new byte[length];
      in.getShort();
      in.get(packet);
      byte[] response = handler.answer(packet, length, source, true);
      if (response != null) {
        waiting.add(
            ByteBuffer.allocate(2 + response.length)
                .putShort((short) response.length)
                .put(response)
                .flip());
      }
    }
    in.compact();
  }

  private void write() throws IOException {
    while (!waiting.isEmpty()) {
      channel.write(waiting.element());
      if (waiting.element().hasRemaining()) {
        return;
      }
      waiting.remove();
      deadline = System.nanoTime() + patience.toNanos();
    }
  }
}
