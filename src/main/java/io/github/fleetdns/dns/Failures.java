package io.github.fleetdns.dns;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What goes wrong in a server while it answers: counted each time, said once for each kind. Safe
 * for use by several threads.
 */
final class Failures {
  private final QueryLog log;
  private final Consumer<String> say;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /** Failures that are told in a line each. */
  Failures(QueryLog log, Consumer<String> say) {
    this.log = log;
    this.say = say;
  }

  /**
   * Notes a failure.
   *
   * @param what what failed, the beginning of a sentence
   * @param answer what the client got
   */
  void note(String what, String answer, Throwable failure) {
    String kind = failure.getClass().getSimpleName();
    log.counter("(failed: " + kind + ")", "", answer).increment();
    if (said.add(what + kind)) {
      String message = failure.getMessage() == null ? "" : ", " + failure.getMessage();
      say.accept(
          what
              + " with "
              + kind
              + message
              + "; its client got "
              + answer
              + ". Others of the kind are only counted: the health panel tells how many");
    }
  }
}
