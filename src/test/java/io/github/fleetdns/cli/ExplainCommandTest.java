package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it prints is in docs/routing.md; see DocsTest. */
class ExplainCommandTest {
  private final Launched program = new Launched();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main.tf.json.snapshot",
        "src/test/resources/terraform/001-weighted-for-each/main.tf",
        "src/test/resources/terraform/001-weighted-for-each/plan.json",
        "src/test/resources/terraform/001-weighted-for-each"
      })
  void terraformIsRefusedWithAWayOut(String file) {
    assertThat(program.run("explain", file)).isEqualTo(ExitCode.INPUT);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .contains(file + " is Terraform, and explain takes a fleet file", "--explain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such.yaml", "no-such.json"})
  void whatIsMissingIsSaid(String file) {
    assertThat(program.run("explain", file)).isEqualTo(ExitCode.INPUT);
    assertThat(program.err()).contains("no such file");
  }
}
