package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A check that some record may have is none that nobody uses. */
class UnusedChecksTest {
  private final Launched program = new Launched();

  @Test
  void aCheckThatARecordOfAnotherZoneMayHaveIsNotCalledUnused() {
    String plan = "src/test/resources/terraform/014-modules-of-zones-and-records/plan.json";
    assertThat(program.run("check", plan)).isZero();
    assertThat(program.out() + program.err())
        .contains("which health check it has is not known here")
        .doesNotContain("check-unused")
        .doesNotContain("a value is not known here");
  }
}
