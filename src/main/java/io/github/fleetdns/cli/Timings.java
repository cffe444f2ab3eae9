package io.github.fleetdns.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long the phases of a run took, one after the other. */
final class Timings {
  /** Seconds with six decimals, which some languages put behind a comma. */
  private static final Pattern LAUNCHED = Pattern.compile("\\d{9,11}[.,]\\d{6}");

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

  /** From the start of the launcher, which tells it in seconds, or else of this process. */
  static Timings ofThisProcess() {
    return new Timings(
        launch(System.getProperty("fleetdns.started", ""))
            .or(() -> ProcessHandle.current().info().startInstant())
            .orElseGet(Instant::now));
  }

  /** The time that the launcher tells; empty if it does not tell any. */
  static Optional<Instant> launch(String seconds) {
    if (!LAUNCHED.matcher(seconds).matches()) {
      return Optional.empty();
    }
    long micros = Long.parseLong(seconds.replaceAll("\\D", ""));
    return Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
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
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    phases.forEach((phase, time) -> lines.add(line(phase, time)));
    lines.add(line("all", phases.values().stream().reduce(Duration.ZERO, Duration::plus)));
    return lines;
  }

  private static String line(String phase, Duration time) {
    return String.format("%6d ms  %s", time.toMillis(), phase);
  }
}
