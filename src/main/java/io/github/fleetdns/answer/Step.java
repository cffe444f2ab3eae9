package io.github.fleetdns.answer;

import io.github.fleetdns.zone.RecordSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One choice on the way to an answer: what was taken of the record sets of a name and type.
 *
 * @param sets the record set that was chosen; several for multivalue
 * @param failOpen whether nothing that applies was healthy, and all were treated as if they were
 * @param passedOver what would have been chosen before it, and why it was not
 * @param measure the milliseconds of a latency choice, the biased kilometres of a geoproximity
 *     choice
 */
public record Step(
    List<RecordSet> sets, boolean failOpen, List<PassedOver> passedOver, OptionalDouble measure) {

  /** Requires a record set; copies the lists. */
  public Step {
    sets = List.copyOf(sets);
    passedOver = List.copyOf(passedOver);
    if (sets.isEmpty()) {
      throw new IllegalArgumentException("a step chooses a record set");
    }
  }

  /** The name and type chosen among. */
  public RecordSet.Group group() {
    return sets.get(0).group();
  }

  /**
   * A record set that was not chosen although its turn came first.
   *
   * @param set the record set
   * @param why a few words: {@code health check eu is unhealthy}
   */
  public record PassedOver(RecordSet set, String why) {}
}
