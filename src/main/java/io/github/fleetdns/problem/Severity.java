package io.github.fleetdns.problem;

/** How bad a {@link Problem} is. */
public enum Severity {
  /** Route 53, Terraform or fleetdns refuses the input; nothing is written. */
  ERROR,
  /** The input works, but probably not as its author thinks. */
  WARNING;

  /** The word users read: {@code error} or {@code warning}. */
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
