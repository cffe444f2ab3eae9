package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it prints is in docs/routing.md; see DocsTest. */
class ExplainCommandTest {
  private final Launched program = new Launched();

  @Test
  void terraformIsExplainedAsAFleetIs() {
    assertThat(
            program.run("explain", "src/test/resources/terraform/001-weighted-for-each/plan.json"))
        .isZero();
    assertThat(program.out()).contains("weighted: by weight among the healthy");
  }

  @Test
  void aNameOfTheDefaultZoneIsExplainedFromItsTerraformToo() {
    assertThat(program.run("explain", "main.tf.json.snapshot", "us-east-1-ai-server")).isZero();
    assertThat(program.out()).contains("us-east-1-ai-server.aiapp.example.com A");
  }

  @Test
  void terraformsOwnLanguageIsNotRead() {
    assertThat(program.run("explain", "src/test/resources/terraform/001-weighted-for-each/main.tf"))
        .isEqualTo(ExitCode.INPUT);
    assertThat(program.err()).contains("terraform show -json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such.yaml", "no-such.json"})
  void whatIsMissingIsSaid(String file) {
    assertThat(program.run("explain", file)).isEqualTo(ExitCode.INPUT);
    assertThat(program.err()).contains("no such file");
  }
}
