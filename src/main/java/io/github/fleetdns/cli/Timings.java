package io.github.fleetdns.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the phases of a run took, one after the other. */
final class Timings {
  private final Map<String, Duration> phases = new LinkedHashMap<>();
  private Instant last;

  /**
   * Starts to measure.
   *
   * @param start when the first phase began
   */
  Timings(Instant start) {
    this.last = start;
  }

  /** From the start of this process. */
  static Timings ofThisProcess() {
    return new Timings(ProcessHandle.current().info().startInstant().orElseGet(Instant::now));
  }

  /** A phase has ended at this time; the next one begins. */
  void end(String phase, Instant now) {
    phases.merge(phase, Duration.between(last, now), Duration::plus);
    last = now;
  }

  /** A phase has ended; the next one begins. */
  void end(String phase) {
    end(phase, Instant.now());
  }

  /** A line for each phase, and one for all of them. */
  String text() {
    StringBuilder text = new StringBuilder();
    phases.forEach((phase, time) -> append(text, phase, time));
    append(text, "all", phases.values().stream().reduce(Duration.ZERO, Duration::plus));
    return text.toString();
  }

  private static void append(StringBuilder text, String phase, Duration time) {
    text.append(String.format("%6d ms  %s%n", time.toMillis(), phase));
  }
}
