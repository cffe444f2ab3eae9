package io.github.fleetdns.zone;

/** A text that is no domain name; the message says why, the rule which limit it breaks. */
public final class InvalidNameException extends IllegalArgumentException {
  private final String rule;
  private final String reason;

  InvalidNameException(String rule, String reason) {
    super(reason);
    this.rule = rule;
    this.reason = reason;
  }

  /** One line: what is wrong with the name. */
  public String reason() {
    return reason;
  }

  /**
   * The rule's identifier: {@code name-empty}, {@code name-label}, {@code name-length}, {@code
   * name-character}.
   */
  public String rule() {
    return rule;
  }
}
