package io.github.fleetdns.zone.rule;

import java.util.function.Function;

/** The part of a hosted zone that a {@link Finding} is about. */
public sealed interface Subject {

  /** What is made of the kind of part that this is. */
  <T> T match(
      Function<Zone, T> zone,
      Function<Set, T> set,
      Function<Value, T> oneValue,
      Function<Check, T> check);

  /** The zone itself. */
  record Zone() implements Subject {
    @Override
    public <T> T match(
        Function<Zone, T> zone,
        Function<Set, T> set,
        Function<Value, T> oneValue,
        Function<Check, T> check) {
      return zone.apply(this);
    }
  }

  /**
   * A record set.
   *
   * @param index its position in {@code HostedZone.recordSets()}
   */
  record Set(int index) implements Subject {
    @Override
    public <T> T match(
        Function<Zone, T> zone,
        Function<Set, T> set,
        Function<Value, T> oneValue,
        Function<Check, T> check) {
      return set.apply(this);
    }
  }

  /**
   * One value of a record set.
   *
   * @param index the record set's position in {@code HostedZone.recordSets()}
   * @param value the value's position in {@code RecordSet.values()}
   */
  record Value(int index, int value) implements Subject {
    @Override
    public <T> T match(
        Function<Zone, T> zone,
        Function<Set, T> set,
        Function<Value, T> oneValue,
        Function<Check, T> check) {
      return oneValue.apply(this);
    }
  }

  /**
   * A health check.
   *
   * @param name its name in {@code HostedZone.healthChecks()}
   */
  record Check(String name) implements Subject {
    @Override
    public <T> T match(
        Function<Zone, T> zone,
        Function<Set, T> set,
        Function<Value, T> oneValue,
        Function<Check, T> check) {
      return check.apply(this);
    }
  }
}
