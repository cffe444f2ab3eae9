package io.github.fleetdns.dns;

/** What all threads of a server share. */
final class ServerState {
  private final Cells cells;
  private final Planner planner;
  private final QueryLog log;
  private final Failures failures;
  private volatile Zones zones;

  ServerState(Zones zones, Cells cells, Planner planner, QueryLog log, Failures failures) {
    this.zones = zones;
    this.cells = cells;
    this.planner = planner;
    this.log = log;
    this.failures = failures;
  }

  /** The zones now; one object until something goes down or up. */
  Zones zones() {
    return zones;
  }

  /** Replaces the zones; queries that come from now on are answered from them. */
  void replace(Zones changed) {
    zones = changed;
  }

  Cells cells() {
    return cells;
  }

  Planner planner() {
    return planner;
  }

  QueryLog log() {
    return log;
  }

  Failures failures() {
    return failures;
  }
}
