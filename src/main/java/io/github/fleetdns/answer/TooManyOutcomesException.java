package io.github.fleetdns.answer;

import io.github.fleetdns.zone.RecordSet;

/**
 * There are so many ways through a tree of aliases, or the tree is so deep, that listing them is of
 * no use.
 */
public final class TooManyOutcomesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private TooManyOutcomesException(String message) {
    super(message);
  }

  static TooManyOutcomesException ways(RecordSet.Group group) {
    return new TooManyOutcomesException(
        "the aliases behind " + group + " lead to more than 100,000 answers");
  }

  static TooManyOutcomesException depth(RecordSet.Group group) {
    return new TooManyOutcomesException(
        "the aliases that lead to " + group + " are more than 1,000 in a chain");
  }
}
