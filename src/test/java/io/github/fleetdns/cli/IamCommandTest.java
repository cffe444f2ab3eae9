package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class IamCommandTest {
  private final Launched program = new Launched();

  @Test
  void printsNothingButThePolicy() throws Exception {
    assertThat(run("iam", "fleet.yaml")).isEqualTo(ExitCode.OK);
    assertThat(new ObjectMapper().readTree(program.out()).get("Version").asText())
        .isEqualTo("2012-10-17");
    assertThat(program.err()).contains("--zone-id", "the state backend is not included");
  }

  @Test
  void aFileWithErrorsHasNoPolicy() {
    assertThat(run("iam", "examples/no-such.yaml")).isEqualTo(ExitCode.INPUT);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("file-missing");
  }

  @Test
  void terraformHasNoPolicyButAWayOut() {
    assertThat(run("iam", "main.tf.json.snapshot")).isEqualTo(ExitCode.INPUT);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("is Terraform, and iam takes a fleet file");
  }

  @Test
  void whatIsNoZoneIdIsAWrongUse() {
    assertThat(run("iam", "--zone-id", "example.com")).isEqualTo(ExitCode.USAGE);
    assertThat(program.err()).contains("Z0123456789ABCDEFGHIJ");
  }

  @Test
  void helpHasAnExample() {
    assertThat(run("iam", "--help")).isEqualTo(ExitCode.OK);
    assertThat(program.out()).contains("Example: fleetdns iam fleet.yaml");
  }

  private int run(String... args) {
    return program.run(args);
  }
}
