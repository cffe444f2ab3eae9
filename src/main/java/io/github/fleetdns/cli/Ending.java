package io.github.fleetdns.cli;

/**
 * Whether somebody has pressed Ctrl-C: Node.js, which gets it too, is gone before this process is,
 * and that needs no words.
 */
final class Ending {
  private static final long MILLIS = 300;

  private Ending() {}

  /** Waits for the end of the process if it has begun; else returns after a moment. */
  static void await() {
    try {
      Thread.sleep(MILLIS);
      while (hasBegun()) {
        Thread.sleep(MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean hasBegun() {
    Thread probe = new Thread(() -> {}, "probe");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
