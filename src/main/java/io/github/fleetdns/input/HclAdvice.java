package io.github.fleetdns.input;

/** What to do with Terraform that is not JSON. */
final class HclAdvice {
  static final String PLAN =
      "run `terraform plan -out=p && terraform show -json p > plan.json` and name plan.json";

  private HclAdvice() {}
}
