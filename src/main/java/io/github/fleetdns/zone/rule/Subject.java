package io.github.fleetdns.zone.rule;

/** The part of a hosted zone that a {@link Finding} is about. */
public sealed interface Subject {

  /** The zone itself. */
  record Zone() implements Subject {}

  /**
   * A record set.
   *
   * @param index its position in {@code HostedZone.recordSets()}
   */
  record Set(int index) implements Subject {}

  /**
   * One value of a record set.
   *
   * @param index the record set's position in {@code HostedZone.recordSets()}
   * @param value the value's position in {@code RecordSet.values()}
   */
  record Value(int index, int value) implements Subject {}

  /**
   * A health check.
   *
   * @param name its name in {@code HostedZone.healthChecks()}
   */
  record Check(String name) implements Subject {}
}
