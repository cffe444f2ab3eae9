package io.github.fleetdns.answer;

import io.github.fleetdns.zone.RecordSet;

/** There are so many ways through a tree of aliases that listing them is of no use. */
public final class TooManyOutcomesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyOutcomesException(RecordSet.Group group) {
    super("the aliases behind " + group + " lead to more than 100,000 answers");
  }
}
