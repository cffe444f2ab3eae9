package io.github.fleetdns.change;

/** Whether Terraform gets from one zone to another. */
public enum Verdict {
  /** Whatever order Terraform takes, Route 53 takes every call. */
  ANY_ORDER("any-order"),
  /** Some orders work and others do not, or one that Terraform takes only when it is told to. */
  IN_ORDER("in-order"),
  /** No order of single calls works. */
  NO_ORDER("no-order"),
  /** It depends on what is not known, or would take too long to find out. */
  NOT_PROVED("not-proved");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  /** The word for it in JSON. */
  public String code() {
    return code;
  }
}
