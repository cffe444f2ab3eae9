package io.github.fleetdns.cli;

import java.time.Duration;

/** Shows on a terminal that long work goes on, and for how long; silent anywhere else. */
final class Progress implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(200);
  private static final String WIPE = "\r\u001b[K";

  private final Terminal terminal;
  private final Thread ticker;

  private Progress(Terminal terminal, String doing) {
    this.terminal = terminal;
    this.ticker = new Thread(() -> tick(doing), "progress");
    ticker.setDaemon(true);
  }

  /** Starts showing what is being done. */
  static Progress start(Terminal terminal, String doing) {
    Progress progress = new Progress(terminal, doing);
    if (terminal.interactive()) {
      progress.ticker.start();
    }
    return progress;
  }

  private void tick(String doing) {
    long start = System.nanoTime();
    try {
      while (true) {
        Thread.sleep(TICK.toMillis());
        double seconds = (System.nanoTime() - start) / 1e9;
        terminal.err().printf("\r%s … %.1f s ", doing, seconds);
        terminal.err().flush();
      }
    } catch (InterruptedException e) {
      terminal.err().print(WIPE);
      terminal.err().flush();
    }
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
