package io.github.fleetdns.dns;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Serves DNS over TCP (RFC 7766) with one thread: many connections, each with as many queries as it
 * likes, answered in their order. Who is slow is let go, and who is idle if others wait; more than
 * so many are not let in.
 */
final class TcpLoop implements Loops.Loop {
  private final ServerSocketChannel server;
  private final Selector selector;
  private final QueryHandler handler;
  private final Failures failures;
  private final int maxConnections;
  private final Duration patience;

  /**
   * A loop; run it in a thread.
   *
   * @param maxConnections how many connections there may be at a time
   * @param patience how long a connection may take for a query to come and its answer to go
   */
  TcpLoop(
      ServerSocketChannel server,
      QueryHandler handler,
      Failures failures,
      int maxConnections,
      Duration patience)
      throws IOException {
    this.server = server;
    this.handler = handler;
    this.failures = failures;
    this.maxConnections = maxConnections;
    this.patience = patience;
    this.selector = Selector.open();
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  @Override
  public void run() throws IOException {
    try {
      while (server.isOpen()) {
        selector.select(Math.max(1, patience.toMillis() / 4));
        if (Thread.interrupted()) {
          // It would not wait any more.
          throw new ClosedByInterruptException();
        }
        List<SelectionKey> ready = List.copyOf(selector.selectedKeys());
        selector.selectedKeys().clear();
        ready.stream().filter(key -> key.attachment() != null).forEach(this::serve);
        // Those who are there go first: who has just asked is not idle when others want in.
        ready.stream().filter(key -> key.attachment() == null).forEach(this::serve);
        letGo();
      }
    } finally {
      close();
    }
  }

  /** Ends the loop: wakes it up after the server channel was closed. */
  void wakeUp() {
    selector.wakeup();
  }

  private void serve(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    try {
      if (key.attachment() instanceof TcpConnection connection) {
        connection.proceed(key, handler);
      } else {
        accept();
      }
    } catch (IOException | CancelledKeyException e) {
      discard(key);
    } catch (RuntimeException | Error e) {
      // What one connection makes go wrong is not the others' trouble.
      failures.note("a connection failed", "no answer", e);
      discard(key);
    }
  }

  private void accept() {
    try {
      SocketChannel channel = server.accept();
      if (channel == null) {
        return;
      }
      if (selector.keys().size() > maxConnections && !letGoIdle()) {
        channel.close();
        return;
      }
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      key.attach(new TcpConnection(channel, System.nanoTime() + patience.toNanos(), patience));
    } catch (IOException e) {
      // Out of file descriptors, or the client is gone already: the next select tries again.
    }
  }

  /** Lets go who has been idle for longest (RFC 7766 section 6.2.3); false if nobody is. */
  private boolean letGoIdle() {
    Optional<SelectionKey> longest =
        selector.keys().stream()
            .filter(key -> key.isValid() && key.attachment() instanceof TcpConnection)
            .filter(key -> ((TcpConnection) key.attachment()).isIdle())
            .min(Comparator.comparing(key -> ((TcpConnection) key.attachment()).deadline()));
    longest.ifPresent(TcpLoop::discard);
    return longest.isPresent();
  }

  private void letGo() {
    long now = System.nanoTime();
    for (SelectionKey key : List.copyOf(selector.keys())) {
      if (key.attachment() instanceof TcpConnection connection && connection.isLate(now)) {
        discard(key);
      }
    }
  }

  private static void discard(SelectionKey key) {
    key.cancel();
    try {
      key.channel().close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private void close() {
    try {
      if (selector.isOpen()) {
        List.copyOf(selector.keys()).forEach(TcpLoop::discard);
        selector.close();
      }
    } catch (IOException e) {
      // Nothing is left that could be done.
    }
  }
}
