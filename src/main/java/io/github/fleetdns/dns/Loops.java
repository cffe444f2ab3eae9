package io.github.fleetdns.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The threads of a server, each of which runs until the server is closed. One that ends before is a
 * failure of the whole: a server that answers over TCP alone looks alive and is not.
 */
final class Loops {
  /**
   * Aliases are followed by recursion: this is enough for those that {@code answer} follows, with
   * the interpreter's frames. It is address space, used as far as it is needed.
   */
  private static final long STACK = 64L << 20;

  private final List<Thread> threads = new ArrayList<>();
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private volatile boolean ending;

  /** What a thread does until its channel is closed. */
  interface Loop {
    /** Runs until then. */
    void run() throws IOException;
  }

  /** Adds a thread, to be started with all others. */
  void add(String name, Loop loop) {
    Thread thread = new Thread(null, () -> run(loop), name, STACK);
    thread.setDaemon(true);
    threads.add(thread);
  }

  private void run(Loop loop) {
    Throwable cause;
    try {
      loop.run();
      cause = new IOException("it ended by itself");
    } catch (IOException | RuntimeException | Error e) {
      cause = e;
    }
    if (!ending) {
      failure.complete(
          new IOException(Thread.currentThread().getName() + " ended: " + cause, cause));
    }
  }

  void start() {
    threads.forEach(Thread::start);
  }

  /** From now on threads end because they should. */
  void end() {
    ending = true;
  }

  /** Waits until one has ended that should not; why. */
  Throwable awaitFailure() throws InterruptedException {
    try {
      return failure.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until all have ended. */
  void join() {
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
