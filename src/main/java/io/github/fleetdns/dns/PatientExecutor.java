package io.github.fleetdns.dns;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks in a few threads, and interrupts one that takes longer than the patience. Of a task
 * that reads from a channel this ends the reading and closes the channel: the JDK's HTTP server
 * waits for ever for a request that was sent in half.
 */
final class PatientExecutor implements Executor, AutoCloseable {
  private final ExecutorService workers;
  private final ScheduledExecutorService clock;
  private final Duration patience;

  /** With so many daemon threads of this name. */
  PatientExecutor(String name, int threads, Duration patience) {
    ThreadFactory daemons =
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        };
    this.workers = Executors.newFixedThreadPool(threads, daemons);
    this.clock = Executors.newSingleThreadScheduledExecutor(daemons);
    this.patience = patience;
  }

  @Override
  public void execute(Runnable task) {
    workers.execute(() -> run(task));
  }

  private void run(Runnable task) {
    FutureTask<?> bounded = new FutureTask<>(task, null);
    ScheduledFuture<?> bell;
    try {
      bell = clock.schedule(() -> bounded.cancel(true), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // It is being closed.
      return;
    }
    bounded.run();
    bell.cancel(false);
    // The interrupt was this task's; the next one in this thread has nothing to do with it.
    Thread.interrupted();
  }

  /** Interrupts what runs; nothing more is run. */
  @Override
  public void close() {
    clock.shutdownNow();
    workers.shutdownNow();
  }
}
