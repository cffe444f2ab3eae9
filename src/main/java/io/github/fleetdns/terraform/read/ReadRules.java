package io.github.fleetdns.terraform.read;

/** The identifiers that problems of reading Terraform end with. */
final class ReadRules {
  /** Only Terraform can tell; the rest still works. */
  static final String UNRESOLVED = "terraform-unresolved";

  /** Terraform's AWS provider or Route 53 refuses the resource. */
  static final String REFUSED = "terraform-refused";

  /** Something is not said, and was concluded. */
  static final String INFERRED = "terraform-inferred";

  private ReadRules() {}
}
