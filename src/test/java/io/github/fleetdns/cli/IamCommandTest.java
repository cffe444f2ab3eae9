package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class IamCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsNothingButThePolicy() throws Exception {
    assertThat(run("iam", "fleet.yaml")).isEqualTo(ExitCode.OK);
    assertThat(new ObjectMapper().readTree(out.toString()).get("Version").asText())
        .isEqualTo("2012-10-17");
    assertThat(err.toString()).contains("--zone-id", "the state backend is not included");
  }

  @Test
  void aFileWithErrorsHasNoPolicy() {
    assertThat(run("iam", "examples/no-such.yaml")).isEqualTo(ExitCode.INPUT);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("file-missing");
  }

  @Test
  void whatIsNoZoneIdIsAWrongUse() {
    assertThat(run("iam", "--zone-id", "example.com")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Z0123456789ABCDEFGHIJ");
  }

  @Test
  void helpHasAnExample() {
    assertThat(run("iam", "--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Example: fleetdns iam fleet.yaml");
  }

  private int run(String... args) {
    return Main.run(
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, Ansi.OFF),
        args);
  }
}
