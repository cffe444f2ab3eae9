package io.github.fleetdns.terraform.read;

/** The identifiers that problems of reading Terraform end with. */
final class ReadRules {
  /** Only Terraform can tell; the rest still works. */
  static final String UNRESOLVED = "terraform-unresolved";

  /** Terraform's AWS provider or Route 53 refuses the resource. */
  static final String REFUSED = "terraform-refused";

  /** Something is not said, and was concluded. */
  static final String INFERRED = "terraform-inferred";

  /** It is taken as it is written, and hardly what was meant. */
  static final String SURPRISING = "terraform-surprising";

  /** Resources of Route 53 that are no part of what a zone answers. */
  static final String BESIDE = "terraform-beside";

  private ReadRules() {}
}
