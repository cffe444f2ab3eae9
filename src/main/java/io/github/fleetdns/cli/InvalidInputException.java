package io.github.fleetdns.cli;

/** An input has errors, which the user has been told. */
final class InvalidInputException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidInputException() {
    super("the input has errors");
  }
}
