package io.github.fleetdns.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows on a terminal that long work goes on, for how long and, if that is known, how much of it is
 * done; silent anywhere else.
 */
final class Progress implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(200);

  /** Work that is over sooner needs no bar. */
  private static final double BAR_AFTER_SECONDS = 1;

  private static final int BAR = 30;

  private final Terminal terminal;
  private final Thread ticker;
  private final long steps;
  private final AtomicLong done = new AtomicLong();

  private Progress(Terminal terminal, String doing, long steps) {
    this.terminal = terminal;
    this.steps = steps;
    this.ticker = new Thread(() -> tick(doing), "progress");
    ticker.setDaemon(true);
  }

  /** Starts showing what is being done. */
  static Progress start(Terminal terminal, String doing) {
    return start(terminal, doing, 0);
  }

  /**
   * Starts showing what is being done and, after a second, a bar.
   *
   * @param steps how often {@link #step} will be called
   */
  static Progress start(Terminal terminal, String doing, long steps) {
    Progress progress = new Progress(terminal, doing, steps);
    if (terminal.interactive()) {
      progress.ticker.start();
    }
    return progress;
  }

  /** One more step is done; may be called from any thread. */
  void step() {
    done.incrementAndGet();
  }

  private void tick(String doing) {
    long start = System.nanoTime();
    try {
      while (true) {
        Thread.sleep(TICK.toMillis());
        double seconds = (System.nanoTime() - start) / 1e9;
        String bar = steps > 0 && seconds > BAR_AFTER_SECONDS ? bar() : "";
        terminal.progress(String.format("%s … %s%.1f s ", doing, bar, seconds));
      }
    } catch (InterruptedException e) {
      terminal.wipe();
    }
  }

  private String bar() {
    double part = Math.min(1, (double) done.get() / steps);
    int full = (int) (part * BAR);
    return "█".repeat(full)
        + "░".repeat(BAR - full)
        + String.format(" %3d %%, ", (int) (part * 100));
  }

  /** Stops, and wipes the line. */
  @Override
  public void close() {
    ticker.interrupt();
    try {
      ticker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
