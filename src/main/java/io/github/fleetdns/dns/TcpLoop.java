package io.github.fleetdns.dns;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/**
 * Serves DNS over TCP (RFC 7766) with one thread: many connections, each with as many queries as it
 * likes, answered in their order. Who is slow is let go, and more than so many are not let in.
 */
final class TcpLoop implements Runnable {
  private final ServerSocketChannel server;
  private final Selector selector;
  private final QueryHandler handler;
  private final int maxConnections;
  private final Duration patience;

  /**
   * A loop; run it in a thread.
   *
   * @param maxConnections how many connections there may be at a time
   * @param patience how long a connection may take for a query to come and its answer to go
   */
  TcpLoop(ServerSocketChannel server, QueryHandler handler, int maxConnections, Duration patience)
      throws IOException {
    this.server = server;
    this.handler = handler;
    this.maxConnections = maxConnections;
    this.patience = patience;
    this.selector = Selector.open();
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  @Override
  public void run() {
    try {
      while (server.isOpen()) {
        selector.select(Math.max(1, patience.toMillis() / 4));
        for (SelectionKey key : List.copyOf(selector.selectedKeys())) {
          serve(key);
        }
        selector.selectedKeys().clear();
        letGo();
      }
    } catch (IOException | ClosedSelectorException e) {
      // The server is being closed: there is nobody left to serve.
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
    }
  }

  private void accept() {
    try {
      SocketChannel channel = server.accept();
      if (channel == null) {
        return;
      }
      if (selector.keys().size() > maxConnections) {
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
