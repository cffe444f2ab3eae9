package io.github.fleetdns.jsii;

/** Something that synthesis needs of the machine is not there; the message says what to do. */
public final class MissingEnvironmentException extends Exception {
  /** With one line that says what is missing and what to do. */
  public MissingEnvironmentException(String message) {
    super(message);
  }
}
